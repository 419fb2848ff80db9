import Disclosure
import Domain

/// The primary rules of an edition.
struct CellLimits {
  private let leastPersons: Int
  private let employers: [PrimaryRule]

  /// More doubt than is required, since later editions of other periods take some of it away.
  private let margin: Int

  init(_ rules: DisclosureRules, _ audience: Audience) {
    margin = audience == .everybody ? 3 : 0
    leastPersons = rules.leastPersons[audience] ?? 10
    // The doubt that is left of a cell of one or two employers is what a dominant one may have of the others.
    employers = [
      .contributors(fewerThan: rules.leastEmployers, safetyPercent: 100 - rules.dominantPercent),
      .dominance(largest: 1, percent: rules.dominantPercent),
    ]
  }

  /// Of a number of persons.
  ///
  /// - Parameter months: over which they are spread, where some of these are still to be published: what is shown of all
  ///   must leave each of them in doubt, and in each there is at least one person.
  func persons(_ value: Int, months: Int = 1) -> PrimaryFinding? {
    PrimaryFinding(personRules(months), value: value)
  }

  private func personRules(_ months: Int) -> [PrimaryRule] {
    [.threshold(below: leastPersons > 1 ? leastPersons + months - 1 : leastPersons)]
  }

  /// What satisfies a finding, and leaves room for what is published later.
  func protection(_ finding: PrimaryFinding?) -> Protection? { finding?.protection.with(margin: margin) }

  /// Of openings, by who offers them.
  ///
  /// - Parameter filledOver: of openings that are filled, so that each is a person too: the months, as for `persons`.
  func employers(_ value: Int, _ facts: ContributorFacts, filledOver months: Int? = nil) -> PrimaryFinding? {
    PrimaryFinding(employers + (months.map(personRules) ?? []), value: value, contributors: facts)
  }

  /// Whether a figure that is no sum (a median, a mean) must be hidden for the employers behind it.
  func hides(_ facts: ContributorFacts) -> Bool {
    PrimaryFinding(employers, value: facts.sum, contributors: facts) != nil
  }
}
