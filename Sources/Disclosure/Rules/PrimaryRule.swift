/// A rule by which a cell is sensitive, and how well such a cell must be protected.
///
/// Sources: Hundepool et al., Statistical Disclosure Control (2012), section 4.2.2 for the rules of magnitude tables and
/// their upper protection levels, chapter 5 for the threshold of frequency tables; Hundepool et al., tau-ARGUS User's
/// Manual, for the safety range of the minimum frequency rule.
public enum PrimaryRule: Sendable, Equatable {
  /// Counts from 1 to `below - 1`, and 0 if `hidesZero`. An attacker must be left in doubt over as many values as the
  /// rule hides: the interval is at least `below - 1` wide, wherever it lies.
  case threshold(below: Int, hidesZero: Bool = false)
  /// Fewer than so many contributors, but not none. The interval reaches `safetyPercent` of the value, rounded up, to
  /// both sides, at least 1 above.
  case contributors(fewerThan: Int, safetyPercent: Int)
  /// (n, k): the `largest` (1 or 2) contributors hold at least `percent` of the sum. Upper protection level:
  /// `100 / percent * held - sum`, rounded up, at least 1; the lower one is the same.
  case dominance(largest: Int, percent: Int)
  /// p %: the second largest contributor can estimate the largest to within p %, that is
  /// `sum - largest - second < p / 100 * largest`. Upper protection level: the difference of the two, rounded up; the
  /// lower one is the same.
  case pPercent(Int)

  /// The protection of a sensitive cell, nil where the rule finds nothing. Rules about contributors find nothing where
  /// none are given.
  public func protection(value: Int, _ contributors: ContributorFacts?) -> Protection? {
    switch self {
    case .threshold(let below, let hidesZero):
      return value < below && (value > 0 || hidesZero) ? Protection(width: below - 1) : nil
    case .contributors(let fewest, let percent):
      guard let facts = contributors, facts.count > 0, facts.count < fewest else { return nil }
      return symmetric(PrimaryRule.quotient(percent * value, 100))
    case .dominance(let largest, let percent):
      guard let facts = contributors, facts.sum > 0 else { return nil }
      let held = largest > 1 ? facts.largest + facts.second : facts.largest
      guard 100 * held >= percent * facts.sum else { return nil }
      return symmetric(PrimaryRule.quotient(100 * held - percent * facts.sum, percent))
    case .pPercent(let percent):
      guard let facts = contributors, facts.largest > 0 else { return nil }
      let missing = percent * facts.largest - 100 * (facts.sum - facts.largest - facts.second)
      return missing > 0 ? symmetric(PrimaryRule.quotient(missing, 100)) : nil
    }
  }

  private func symmetric(_ level: Int) -> Protection { Protection(lower: level, upper: max(level, 1)) }

  /// Rounded up.
  private static func quotient(_ one: Int, _ other: Int) -> Int { (one + other - 1) / other }
}
