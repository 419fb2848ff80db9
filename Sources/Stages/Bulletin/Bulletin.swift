import Domain

/// Everything that one edition of the bulletin says: figures only, no layout. Publish turns it into pages and tables.
public struct Bulletin: Sendable {
  public let period: Period
  public let title: Label
  /// 发布单位, as the pipeline file names it.
  public let publisher: Label
  /// Latest day any counted row speaks of (数据截至); never the clock.
  public let dataUntil: Day
  /// The first region is the city itself, the others its counties.
  public internal(set) var regions: [RegionReport]
  public let quality: [SourceQuality]
  /// Share of openings of unknown place among these and those of the city; from 0 to 1.
  public let placeless: Double
  /// What the occupations of the postings and the seekers taken rest on.
  let coded: (postings: CodedShares, seekers: CodedShares)
  /// How many of those coded from titles are right; nil where nothing is known of it.
  let accuracy: TitleAccuracy?
  /// The same of each file; none where all occupations were given, or somebody else may read it.
  let codedFiles: [CodedFile]
  public internal(set) var indicators: [IndicatorDefinition]
  /// Nil where the pipeline asks for none, or the period is neither a quarter nor a month.
  public let protectedOutlook: ProtectedOutlook?
  /// What is hidden, and from whom.
  public internal(set) var protection: ProtectionReport

  /// The forms of the market's tables.
  public let layouts: [TableLayout]

  /// Declared tables of longer periods, which other editions have.
  public internal(set) var elsewhere: [DeclaredReport.Elsewhere] = []

  /// What it says otherwise than the edition that it revises; nil for one that revises none.
  public var revision: Revision?
  /// The hour before which nobody else may see it; nil once that has passed.
  public var embargo: ReleaseHour?

  /// When editions come out, as far as that is fixed.
  public var calendar = ReleaseCalendar()

  /// The day on which it comes out; nil where none is fixed, and for a revision, which comes later.
  var releasedOn: Day? { revision == nil ? calendar.hour(of: period)?.day : nil }

  /// Whether occupations were read from titles, and nothing says how surely that may be done.
  public var lacksAccuracy: Bool { accuracy == nil && (coded.postings.isTold || coded.seekers.isTold) }

  /// Who may read it.
  public var audience: Audience { protection.audience }

  public var outlook: Outlook? { protectedOutlook?.outlook }

  public init(
    period: Period, title: Label, publisher: Label, dataUntil: Day, regions: [RegionReport],
    quality: [SourceQuality], placeless: Double = 0,
    coded: (postings: CodedShares, seekers: CodedShares) = (CodedShares(), CodedShares()),
    accuracy: TitleAccuracy? = nil, codedFiles: [CodedFile] = [],
    indicators: [IndicatorDefinition], outlook: ProtectedOutlook? = nil,
    protection: ProtectionReport, layouts: [TableLayout]
  ) {
    self.period = period
    self.title = title
    self.publisher = publisher
    self.dataUntil = dataUntil
    self.regions = regions
    self.quality = quality
    self.placeless = placeless
    self.coded = coded
    self.accuracy = accuracy
    self.codedFiles = codedFiles
    self.indicators = indicators
    protectedOutlook = outlook
    self.protection = protection
    self.layouts = layouts
  }

  /// The city is the first of the regions.
  func isCity(_ region: RegionReport) -> Bool { region.code == regions.first?.code }

  /// The form of a table of the market; nil for other tables.
  func layout(_ table: String) -> TableLayout? { layouts.first { $0.id == table } }

  /// Whom its figures were protected for: one audience in a bulletin that may be published.
  var audiences: Set<Audience> {
    Set(regions.flatMap(\.audiences) + (protectedOutlook.map { [$0.audience] } ?? []))
  }
}
