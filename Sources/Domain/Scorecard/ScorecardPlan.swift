/// What the scorecard says of each measure of the bureau's plan, as its file declares it: whose it is, which figures tell
/// of it, what they are held against, and what no data tell.
public struct ScorecardPlan: Sendable {
  /// How far data tell of a measure.
  public enum Coverage: String, Sendable, CaseIterable {
    case data = "D"
    case part = "P"
    case ledger = "L"
  }

  /// What a figure must reach.
  public struct Limit: Sendable, Hashable {
    public let value: Double
    /// Beyond it the measure is seriously behind.
    public let floor: Double
    public let clause: String

    public init(value: Double, floor: Double, clause: String) {
      self.value = value
      self.floor = floor
      self.clause = clause
    }
  }

  /// Where a figure comes from.
  public enum Origin: Sendable, Hashable {
    /// A cell of a declared table: of the row, or of the total.
    case cell(table: String, measure: String, row: String)
    /// The leads of checks, together.
    case checks([String])
  }

  public struct Figure: Sendable {
    public let origin: Origin
    /// Nil: as its table names it.
    public let name: String?
    public let limit: Limit?
    /// Whether the target of the ledger is a value of it.
    public let isTarget: Bool

    public init(_ origin: Origin, name: String? = nil, limit: Limit? = nil, isTarget: Bool = false) {
      self.origin = origin
      self.name = name
      self.limit = limit
      self.isTarget = isTarget
    }
  }

  public struct Item: Sendable {
    public let number: Int
    public let name: String
    /// Those responsible, the leading one first.
    public let sections: [String]
    public let coverage: Coverage
    public let figures: [Figure]
    /// What of it no export tells; empty where there is nothing.
    public let without: String

    public init(
      number: Int, name: String, sections: [String], coverage: Coverage, figures: [Figure], without: String
    ) {
      self.number = number
      self.name = name
      self.sections = sections
      self.coverage = coverage
      self.figures = figures
      self.without = without
    }
  }

  /// The period that targets are counted from.
  public let since: Period
  /// States of the ledger that no day makes late.
  public let done: Set<String>
  /// Checks of which only is said whether they found something: how much, would say who.
  public let guarded: Set<String>
  /// The section that sends an export, by `dataset` or `dataset.field=value`.
  public let owners: [String: String]
  public let noise: ScorecardNoise
  public let items: [Item]

  public init(
    since: Period, done: Set<String>, guarded: Set<String>, owners: [String: String], noise: ScorecardNoise,
    items: [Item]
  ) {
    self.since = since
    self.done = done
    self.guarded = guarded
    self.owners = owners
    self.noise = noise
    self.items = items
  }
}
