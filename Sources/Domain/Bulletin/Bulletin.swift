/// Everything that one edition of the bulletin says: figures only, no layout. Publish turns it into pages and tables.
public struct Bulletin: Sendable {
  public let period: Period
  public let title: Label
  /// 发布单位, as the pipeline file names it.
  public let publisher: Label
  /// Latest day any counted row speaks of (数据截至); never the clock.
  public let dataUntil: Day
  /// The first region is the city itself, the others its counties.
  public let regions: [RegionReport]
  public let quality: [SourceQuality]
  public let indicators: [IndicatorDefinition]
  /// Nil where the pipeline asks for none, or the period is neither a quarter nor a month.
  public let outlook: Outlook?
  /// What is hidden; nil where nothing was looked at.
  public let protection: ProtectionReport?

  /// What it says otherwise than the edition that it revises; nil for one that revises none.
  public var revision: Revision?
  /// The hour before which nobody else may see it; nil once that has passed.
  public var embargo: ReleaseHour?

  /// Who may read it.
  public var audience: Audience { protection?.audience ?? .everybody }

  public init(
    period: Period, title: Label, publisher: Label, dataUntil: Day, regions: [RegionReport],
    quality: [SourceQuality], indicators: [IndicatorDefinition], outlook: Outlook? = nil,
    protection: ProtectionReport? = nil
  ) {
    self.period = period
    self.title = title
    self.publisher = publisher
    self.dataUntil = dataUntil
    self.regions = regions
    self.quality = quality
    self.indicators = indicators
    self.outlook = outlook
    self.protection = protection
  }
}

/// The figures of one region.
public struct RegionReport: Sendable {
  /// GB/T 2260 code: 450600.
  public let code: String
  public let name: Label
  /// The opening sentences, one element a sentence.
  public let narrative: [Label]
  /// The figures to show first, in order.
  public let keyFigures: [KeyFigure]
  /// T1...T12, in order.
  public let tables: [StatTable]
  /// Demand, seekers and ratio of up to nine periods of the same unit, oldest first, this one last.
  public let trend: [TrendPoint]
  /// F8-F10 and F13 by occupation major group and in all (table id `T13`), F11 and F12 (`T14`).
  public let market: [StatTable]

  public init(
    code: String, name: Label, narrative: [Label], keyFigures: [KeyFigure], tables: [StatTable],
    trend: [TrendPoint], market: [StatTable]
  ) {
    self.code = code
    self.name = name
    self.narrative = narrative
    self.keyFigures = keyFigures
    self.tables = tables
    self.trend = trend
    self.market = market
  }
}

/// One headline figure with its changes.
public struct KeyFigure: Sendable {
  /// Id of the indicator that defines it (`talentflow explain ID`).
  public let id: String
  public let label: Label
  public let unit: Label
  public let value: Cell
  public let qoq: Cell
  public let yoy: Cell
  /// Unit of the two changes: %, 百分点, or empty.
  public let changeUnit: Label

  public init(id: String, label: Label, unit: Label, value: Cell, qoq: Cell, yoy: Cell, changeUnit: Label) {
    self.id = id
    self.label = label
    self.unit = unit
    self.value = value
    self.qoq = qoq
    self.yoy = yoy
    self.changeUnit = changeUnit
  }
}

/// One period of the trend chart.
public struct TrendPoint: Sendable {
  public let period: Period
  /// Whole numbers, or hidden.
  public let demand: Cell
  public let seekers: Cell
  /// Openings per seeker, 2 decimals, or a marker.
  public let ratio: Cell

  public init(period: Period, demand: Cell, seekers: Cell, ratio: Cell) {
    self.period = period
    self.demand = demand
    self.seekers = seekers
    self.ratio = ratio
  }
}

/// What came in from one source over all its files, and how good it was.
public struct SourceQuality: Sendable {
  public let source: String
  public let title: String
  public let dataset: String
  public let files: Int
  public let rows: Int
  public let accepted: Int
  public let rejected: Int
  public let duplicate: Int
  public let unchanged: Int
  /// Copies by an agency or a second platform among the accepted ones; nil where the dataset has none.
  public let copies: Int?
  /// The most frequent problems: Chinese name of the rule, number of rows.
  public let problems: [(name: String, rows: Int)]

  public init(
    source: String, title: String, dataset: String, files: Int, rows: Int, accepted: Int, rejected: Int,
    duplicate: Int, unchanged: Int, copies: Int?, problems: [(name: String, rows: Int)]
  ) {
    self.source = source
    self.title = title
    self.dataset = dataset
    self.files = files
    self.rows = rows
    self.accepted = accepted
    self.rejected = rejected
    self.duplicate = duplicate
    self.unchanged = unchanged
    self.copies = copies
    self.problems = problems
  }
}
