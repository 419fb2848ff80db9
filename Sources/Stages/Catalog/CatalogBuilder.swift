import Domain

/// Makes the catalog from the assessed units: key industries and talent gate, the experts' word, the last edition.
public struct CatalogBuilder {
  /// What the catalog is made of.
  public struct Material {
    public let report: ShortageReport
    /// Nil where there is too little history.
    public let forecasts: CatalogForecasts?
    public let register: ExpertRegister
    /// Those that somebody has filled in, in order.
    public let answers: [OpinionFile]
    public let previous: PreviousCatalog?
    /// Latest day on which something was registered: experts must be in the register then.
    public let dataUntil: Day
    /// No answer is younger.
    public let today: Day

    public init(
      report: ShortageReport, forecasts: CatalogForecasts?, register: ExpertRegister, answers: [OpinionFile],
      previous: PreviousCatalog?, dataUntil: Day, today: Day
    ) {
      self.report = report
      self.forecasts = forecasts
      self.register = register
      self.answers = answers
      self.previous = previous
      self.dataUntil = dataUntil
      self.today = today
    }
  }

  private let industries: KeyIndustries
  private let leastTalentShare: Double
  private let titles: ShortageRules.Titles?
  private let weights: [ShortageIndicator: Double]
  private let words: RequirementWords
  private let title: String
  private let publisher: String

  /// - Parameter texts: the words for what postings ask for.
  /// - Throws: `PipelineError` TF301 where a code list is missing.
  public init(
    industries: KeyIndustries, rules: ShortageRules, book: CodeBook, texts: Texts, title: String, publisher: String
  ) throws {
    self.industries = industries
    leastTalentShare = rules.talent.leastShare
    titles = rules.titles
    weights = rules.weights
    words = try RequirementWords(book, texts)
    self.title = title
    self.publisher = publisher
  }

  public func build(_ material: Material, as edition: CatalogEdition) -> Catalog {
    let report = material.report
    let units = Dictionary(uniqueKeysWithValues: report.units.map { ($0.occupation, $0) })
    let review = OpinionReview(
      material.answers.flatMap(\.opinions), units: units, register: material.register, day: material.dataUntil,
      today: material.today)
    let isFinal = edition.kind == .final
    var (entries, outside, ranking, struck): ([Placed], [Placed], [CatalogEntry], [CatalogEntry]) = ([], [], [], [])
    var (unconfirmed, doubtful): ([CatalogEntry], [CatalogEntry]) = ([], [])
    for unit in report.units {
      let verdict = review.verdicts[unit.occupation]
      let level = verdict?.level ?? unit.score.level
      guard level != .none || unit.score.level != .none else { continue }
      let match = industries.match(unit.profile, occupation: unit.occupation)
      let entry = self.entry(unit, at: level, match: match, verdict: verdict, material)
      let place = match.flatMap { match in industries.industries.firstIndex(of: match.industry) } ?? Int.max
      let isTalent = unit.profile.talentShare >= leastTalentShare - 1e-9
      if level == .none {
        struck.append(entry)
      } else if verdict?.isAdded != true, isBelow(titles?.listed, unit) {
        doubtful.append(entry)
      } else if verdict?.isAdded == true || isTalent && match != nil {
        if isFinal, entry.awaitsWord { unconfirmed.append(entry) } else { entries.append((place, entry)) }
      } else if isTalent {
        outside.append((place, entry))
      } else {
        ranking.append(entry)
      }
    }
    let listed = entries.sorted(by: CatalogBuilder.precedes).map(\.entry)
    return Catalog(
      edition: edition, title: title, publisher: publisher, dataUntil: material.dataUntil, report: report,
      entries: listed, outside: outside.sorted(by: CatalogBuilder.precedes).map(\.entry),
      ranking: ranking.sorted { CatalogBuilder.precedes((0, $0), (0, $1)) },
      unassessed: report.units.filter { $0.score.isUnassessed && review.verdicts[$0.occupation] == nil }
        .sorted { ($1.figures.openings, $0.occupation) < ($0.figures.openings, $1.occupation) },
      struck: struck, unconfirmed: unconfirmed, doubtful: doubtful, previous: material.previous?.edition,
      changes: material.previous.map {
        CatalogDifferences(
          $0, listed, struck: Set(struck.map(\.unit.occupation)), units, weights: weights
        ).changes
      } ?? [],
      experts: material.register.experts, problems: material.answers.flatMap(\.problems) + review.problems,
      answers: material.answers.map { ($0.name, review.taken[$0.name] ?? 0) })
  }

  /// An entry with the place of its key industry.
  private typealias Placed = (place: Int, entry: CatalogEntry)

  private func entry(
    _ unit: ShortageUnit, at level: ShortageLevel, match: KeyIndustries.Match?, verdict: OpinionReview.Verdict?,
    _ material: Material
  ) -> CatalogEntry {
    return CatalogEntry(
      unit: unit, industry: match?.industry.name ?? "", subfield: match?.field?.name ?? "",
      category: industries.category(of: unit.occupation), wanted: words.requirements(unit.profile),
      level: level, opinions: verdict?.opinions ?? [], awaitsWord: level == .light && verdict == nil,
      experts: material.register.assigned(to: unit.occupation, on: material.dataUntil),
      forecast: material.forecasts?.forecast(of: unit.occupation),
      previous: material.previous?.entries[unit.occupation], isUnsure: isBelow(titles?.sure, unit))
  }

  /// Whether less than a part of the unit's openings was given its occupation, or read surely.
  private func isBelow(_ least: Double?, _ unit: ShortageUnit) -> Bool {
    guard let least, let evidence = unit.profile.evidence else { return false }
    return evidence.sureShare < least - 1e-9
  }

  /// Key industries in the order of the rules; within one the higher level, the higher index, the smaller code.
  private static func precedes(_ left: Placed, _ right: Placed) -> Bool {
    if left.place != right.place { return left.place < right.place }
    let (own, other) = (left.entry, right.entry)
    if own.level != other.level { return own.level > other.level }
    let (index, second) = (own.unit.score.index ?? -1, other.unit.score.index ?? -1)
    return index == second ? own.unit.occupation < other.unit.occupation : index > second
  }
}
