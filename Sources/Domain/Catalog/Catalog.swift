/// 急需紧缺人才目录: what one edition says. Figures only, no layout.
public struct Catalog: Sendable {
  public let edition: CatalogEdition
  public let title: String
  public let publisher: String
  /// Latest day on which something was registered.
  public let dataUntil: Day
  public let report: ShortageReport
  /// By key industry in the order of the rules, then by index.
  public internal(set) var entries: [CatalogEntry]
  /// Short occupations for talent outside the key industries: listed only where an expert adds them.
  public internal(set) var outside: [CatalogEntry]
  /// 缺工排行: short occupations below the talent gate, the highest index first.
  public internal(set) var ranking: [CatalogEntry]
  /// Units below the floor or with too few indicators, by openings.
  public let unassessed: [ShortageUnit]
  /// Entries that an expert struck off.
  public let struck: [CatalogEntry]
  /// 轻度紧缺 that no expert has confirmed, left out of a final edition; in a draft they stand among the entries.
  public let unconfirmed: [CatalogEntry]
  /// Short occupations that are not listed, since too few of their openings surely belong to them.
  public let doubtful: [CatalogEntry]
  /// Nil where no final edition came before.
  public let previous: CatalogEdition?
  public let changes: [CatalogChange]
  /// The register.
  public let experts: [Expert]
  /// Answers that were not taken.
  public let problems: [OpinionProblem]
  /// Names of the answer files that were read, with the answers taken from each.
  public let answers: [(file: String, taken: Int)]
  /// Who may read it; nil for a draft, a working paper without disclosure control.
  public internal(set) var audience: Audience?
  /// What may be seen of each unit, by its code (see `sight`).
  var sights: [String: CatalogVisibility] = [:]

  public init(
    edition: CatalogEdition, title: String, publisher: String, dataUntil: Day, report: ShortageReport,
    entries: [CatalogEntry], outside: [CatalogEntry], ranking: [CatalogEntry], unassessed: [ShortageUnit],
    struck: [CatalogEntry], unconfirmed: [CatalogEntry], doubtful: [CatalogEntry] = [], previous: CatalogEdition?,
    changes: [CatalogChange],
    experts: [Expert], problems: [OpinionProblem],
    answers: [(file: String, taken: Int)]
  ) {
    self.edition = edition
    self.title = title
    self.publisher = publisher
    self.dataUntil = dataUntil
    self.report = report
    self.entries = entries
    self.outside = outside
    self.ranking = ranking
    self.unassessed = unassessed
    self.struck = struck
    self.unconfirmed = unconfirmed
    self.doubtful = doubtful
    self.previous = previous
    self.changes = changes
    self.experts = experts
    self.problems = problems
    self.answers = answers
  }

  /// What experts are asked about: the entries, and those that they may add.
  public var reviewed: [CatalogEntry] { entries + outside }
  /// All that an answer may have been given to, listed or struck off.
  public var judged: [CatalogEntry] { entries + outside + ranking + struck + doubtful }
  /// Those that nobody in the register covers.
  public var uncovered: [CatalogEntry] { reviewed.filter(\.experts.isEmpty) }
}
