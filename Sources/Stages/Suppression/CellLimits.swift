import Disclosure
import Domain

/// The primary rules of an edition.
struct CellLimits {
  private let persons: [PrimaryRule]
  private let employers: [PrimaryRule]

  /// More doubt than is required, since later editions of other periods take some of it away.
  private let margin: Int

  init(_ rules: DisclosureRules, _ audience: Audience) {
    margin = audience == .everybody ? 3 : 0
    persons = [.threshold(below: rules.leastPersons[audience] ?? 10)]
    // The doubt that is left of a cell of one or two employers is what a dominant one may have of the others.
    employers = [
      .contributors(fewerThan: rules.leastEmployers, safetyPercent: 100 - rules.dominantPercent),
      .dominance(largest: 1, percent: rules.dominantPercent),
    ]
  }

  /// Of a number of persons.
  func persons(_ value: Int) -> PrimaryFinding? { PrimaryFinding(persons, value: value) }

  /// What satisfies a finding, and leaves room for what is published later.
  func protection(_ finding: PrimaryFinding?) -> Protection? { finding?.protection.with(margin: margin) }

  /// Of openings, by who offers them.
  ///
  /// - Parameter countsPersons: true where the openings are filled, so that each is a person too.
  func employers(_ value: Int, _ facts: ContributorFacts, countsPersons: Bool = false) -> PrimaryFinding? {
    PrimaryFinding(employers + (countsPersons ? persons : []), value: value, contributors: facts)
  }

  /// Whether a figure that is no sum (a median, a mean) must be hidden for the employers behind it.
  func hides(_ facts: ContributorFacts) -> Bool {
    PrimaryFinding(employers, value: facts.sum, contributors: facts) != nil
  }
}
