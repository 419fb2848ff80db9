/// Who may read an edition.
public enum Audience: String, Sendable, CaseIterable {
  case everybody = "public"
  /// The bureau itself.
  case bureau = "internal"
}

/// Which cells tell too much: `Pipelines/rules/disclosure.yaml`.
public struct DisclosureRules: Sendable {
  /// Counts of persons from 1 to one less are hidden.
  public let leastPersons: [Audience: Int]
  /// Cells of fewer employers are hidden.
  public let leastEmployers: Int
  /// Cells of which one employer holds so many percent or more are hidden.
  public let dominantPercent: Int

  /// Why a figure of a declared table may be no secret: where a list names what it counts, for example.
  public let openReasons: Set<String>

  public init(
    leastPersons: [Audience: Int], leastEmployers: Int, dominantPercent: Int, openReasons: Set<String> = []
  ) {
    self.leastPersons = leastPersons
    self.leastEmployers = leastEmployers
    self.dominantPercent = dominantPercent
    self.openReasons = openReasons
  }
}
