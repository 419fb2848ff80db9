/// Why a cell is sensitive.
public struct PrimaryFinding: Sendable, Equatable {
  /// The rules that it falls under, in the order they were given; at least one.
  public let reasons: [PrimaryRule]
  /// What satisfies all of them.
  public let protection: Protection

  /// Nil when no rule applies.
  public init?(_ rules: [PrimaryRule], value: Int, contributors: ContributorFacts? = nil) {
    let found = rules.compactMap { rule in rule.protection(value: value, contributors).map { (rule, $0) } }
    guard let first = found.first else { return nil }
    reasons = found.map(\.0)
    protection = found.dropFirst().reduce(first.1) { $0.union($1.1) }
  }
}
