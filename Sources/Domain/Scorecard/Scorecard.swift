/// The scorecard of a quarter: each measure with its figures, its ledger, its light and what is missing.
public struct Scorecard: Sendable {
  /// Why a figure is not there, or not whole.
  public enum Gap: Sendable, Hashable {
    /// An export, as `dataset` or `dataset.field=value`, that has not come.
    case missing(String)
    /// An export that has not come for the period.
    case ended(String, Day)
    /// Rules that wait for the bureau.
    case unset(String)
    /// A check that is switched off.
    case off(String)
    /// There was nothing to divide by.
    case empty
  }

  public struct Point: Sendable, Hashable {
    public let period: Period
    public let cell: Cell

    public init(_ period: Period, _ cell: Cell) {
      self.period = period
      self.cell = cell
    }
  }

  public struct Figure: Sendable {
    /// What `talentflow explain` takes; of leads the ids of the checks.
    public let id: String
    /// Where it stands: `T20.pay_p50@中级`; of leads as `id`.
    public let cell: String
    public let name: String
    public let unit: String
    public let better: FigureDefinition.Direction?
    /// The oldest first; the last one is that of the scorecard. Of leads that one alone.
    public let points: [Point]
    /// Whether only is said if there is something.
    public let isGuarded: Bool
    public let gaps: [Gap]
    public let limit: ScorecardPlan.Limit?
    public let isTarget: Bool

    public init(
      id: String, cell: String, name: String, unit: String, better: FigureDefinition.Direction?, points: [Point],
      isGuarded: Bool, gaps: [Gap], limit: ScorecardPlan.Limit?, isTarget: Bool
    ) {
      self.id = id
      self.cell = cell
      self.name = name
      self.unit = unit
      self.better = better
      self.points = points
      self.isGuarded = isGuarded
      self.gaps = gaps
      self.limit = limit
      self.isTarget = isTarget
    }

    public var current: Cell { points.last?.cell ?? .unavailable }
    /// The number, where there is one.
    public var value: Double? { current.value }
    /// That of the period before.
    public var before: Point? { points.dropLast().last }
    /// That of the same period a year before.
    public var yearBefore: Point? {
      points.last.flatMap { last in points.first { $0.period == last.period.yearBefore } }
    }

    /// What changed since `point`: percent, of shares and rates the difference; nil where either is no number.
    public func change(since point: Point?) -> Double? {
      guard let value, let earlier = point?.cell.value else { return nil }
      if isRate { return value - earlier }
      return earlier == 0 ? nil : (value - earlier) / earlier * 100
    }

    /// Percents are compared by difference.
    public var isRate: Bool { unit == "%" }
  }

  /// What a section wrote of a measure for a quarter.
  public struct Report: Sendable, Hashable {
    public let period: Period
    public let section: String
    public let progress: String
    public let state: String
    public let problem: String
    public let next: String
    public let due: Day?
    public let target: Double?
    public let targetUnit: String

    public init(
      period: Period, section: String, progress: String, state: String, problem: String, next: String, due: Day?,
      target: Double?, targetUnit: String
    ) {
      self.period = period
      self.section = section
      self.progress = progress
      self.state = state
      self.problem = problem
      self.next = next
      self.due = due
      self.target = target
      self.targetUnit = targetUnit
    }
  }

  public struct Row: Sendable {
    public let item: ScorecardPlan.Item
    public let figures: [Figure]
    /// All that was written of it until the period, the newest first.
    public let reports: [Report]
    public let verdict: ScorecardVerdict

    public init(item: ScorecardPlan.Item, figures: [Figure], reports: [Report], verdict: ScorecardVerdict) {
      self.item = item
      self.figures = figures
      self.reports = reports
      self.verdict = verdict
    }

    /// What was written for `period`.
    public func current(_ period: Period) -> [Report] { reports.filter { $0.period == period } }
  }

  /// What a check found, for the section whose list it is.
  public struct Leads: Sendable {
    public let check: String
    public let name: String
    public let section: String
    public let count: Int
    /// Of the oldest lead; nil where the lines have no day.
    public let since: Day?
    /// The first due day after the period; nil where there is none.
    public let due: Day?
    public let isGuarded: Bool

    public init(
      check: String, name: String, section: String, count: Int, since: Day?, due: Day?, isGuarded: Bool
    ) {
      self.check = check
      self.name = name
      self.section = section
      self.count = count
      self.since = since
      self.due = due
      self.isGuarded = isGuarded
    }
  }

  /// An export as readers know it.
  public struct Export: Sendable {
    public let name: String
    /// Nil where the plan names nobody.
    public let section: String?
    /// Patterns of the files; empty where the pipeline takes none.
    public let files: [String]

    public init(name: String, section: String?, files: [String]) {
      self.name = name
      self.section = section
      self.files = files
    }
  }

  public let period: Period
  public let rows: [Row]
  public let leads: [Leads]
  /// Whether the ledger has come at all.
  public let hasLedger: Bool
  /// By `dataset` or `dataset.field=value`: whatever a gap names.
  public let exports: [String: Export]

  public init(period: Period, rows: [Row], leads: [Leads], hasLedger: Bool, exports: [String: Export]) {
    self.period = period
    self.rows = rows
    self.leads = leads
    self.hasLedger = hasLedger
    self.exports = exports
  }

  /// What the ledger is called where it is missing.
  public static let ledger = "measures"
}
