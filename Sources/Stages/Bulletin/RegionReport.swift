import Domain
import Tables

/// The figures of one region.
public struct RegionReport: Sendable {
  /// GB/T 2260 code: 450600.
  public let code: String
  public let name: Label
  /// The message of the period in a line; nil where there is no ratio to show.
  public let headline: Label?
  /// Where the ratio stands among those of the trend.
  let standing: RatioStanding?
  /// The sentences below it, one element a sentence.
  public let narrative: [Label]
  /// Those above the tables of a section.
  public let sections: [TableLayout.Section: [Label]]
  /// The figures to show first, in order.
  public let keyFigures: [KeyFigure]
  /// In the order of their numbers.
  public let tables: [ProtectedTable]
  /// Demand, seekers, ratio and fill rate of up to nine periods of the same unit, oldest first, this one last.
  public let trend: [TrendPoint]
  /// The declared tables, in their order.
  public internal(set) var declared: [DeclaredReport.Entry] = []

  public init(
    code: String, name: Label, headline: Label?, standing: RatioStanding? = nil, narrative: [Label],
    sections: [TableLayout.Section: [Label]] = [:],
    keyFigures: [KeyFigure], tables: [ProtectedTable], trend: [TrendPoint]
  ) {
    self.code = code
    self.name = name
    self.headline = headline
    self.standing = standing
    self.narrative = narrative
    self.sections = sections
    self.keyFigures = keyFigures
    self.tables = tables
    self.trend = trend
  }

  /// The declared tables of a family.
  func declared(of family: String) -> [DeclaredReport.Entry] { declared.filter { $0.family == family } }

  /// All tables with the period that each speaks of.
  func allTables(of period: Period) -> [(table: ProtectedTable, period: Period)] {
    tables.map { ($0, period) } + declared.map { ($0.table, $0.period) }
  }

  /// Whom its figures were protected for.
  var audiences: [Audience] {
    (tables + declared.map(\.table)).map(\.audience)
      + keyFigures.flatMap { [$0.value, $0.qoq, $0.yoy].map(\.audience) }
      + trend.flatMap { [$0.demand, $0.seekers, $0.ratio, $0.fillRate].map(\.audience) }
  }
}
