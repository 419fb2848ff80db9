import Documents
import Domain

/// The data tables of a catalog.
struct CatalogTables {
  static let assessmentPath = "tables/assessments.csv"

  let catalog: Catalog
  let texts: Texts

  private var wording: CatalogWording { CatalogWording(texts) }

  /// Everybody is told how many experts said what (数据依据), not who and why.
  var all: [EditionTable] {
    [entries, ranking, assessments, changes] + (catalog.audience == .everybody ? [] : [opinions]) + [firmness]
  }

  /// The catalog itself, with the columns that its readers know.
  private var entries: EditionTable {
    let rows = catalog.entries.enumerated().map { number, entry -> [String] in
      let (unit, wanted, gap) = (entry.unit, entry.wanted, entry.forecast?.gap)
      let values = unit.figures.values
      let sight = catalog.sight(unit.occupation)
      func phrase(_ phrase: CatalogRequirements.Phrase?, _ part: CatalogVisibility.Part) -> String {
        wording.phrase(phrase, part, sight, unknown: "[x]")
      }
      return [
        "\(number + 1)", entry.industry, entry.subfield, phrase(wanted.title, .title), unit.occupation, unit.name,
        entry.category.map(texts.name) ?? "",
        sight(.counts, "\(unit.figures.demand)"), phrase(wanted.education, .education), phrase(wanted.major, .major),
        phrase(wanted.skill, .skill), phrase(wanted.experience, .experience),
        sight(.pay, decimal(unit.profile.pay[0], 0)), sight(.pay, decimal(unit.profile.pay[2], 0)),
        sight(.counts, decimal(values[.ratio], 2)), sight(.counts, decimal(values[.fillRate], 2)),
        sight(.duration, values[.duration] == nil ? "[x]" : CatalogWording.days(unit.figures)),
        sight(.points, index(unit)), entry.level.name, "\(entry.stars)",
        wording.types(unit.score.types), sight(.counts, decimal(gap?.point, 0)),
        sight(.counts, decimal(gap?.low80, 0)), sight(.counts, decimal(gap?.high80, 0)),
        wording.warning(entry.forecast?.warning),
        wording.change(entry, hasPrevious: catalog.previous != nil), wording.basis(entry, sight),
        catalog.edition.name,
      ]
    }
    let columns: [CatalogColumn] = [
      .number, .industry, .subfield, .title, .occupation, .occupationName, .category, .demand, .education, .major,
      .skill, .experience, .payP25, .payP75, .ratio, .fillRate, .duration, .index, .level, .stars, .types, .gap,
      .gapLow, .gapHigh, .warning, .previous, .basis, .edition,
    ]
    return EditionTable(
      name: "catalog", title: catalog.title, note: about,
      fields: fields(
        columns, integers: [.number, .demand, .index, .stars],
        numbers: [.payP25, .payP75, .ratio, .fillRate, .gap, .gapLow, .gapHigh]),
      key: [texts(.occupation)], rows: rows)
  }

  private var ranking: EditionTable {
    let rows = catalog.ranking.enumerated().map { number, entry -> [String] in
      let figures = entry.unit.figures
      let sight = catalog.sight(entry.unit.occupation)
      return [
        "\(number + 1)", entry.previous?.rank.map(String.init) ?? "", entry.unit.occupation, entry.unit.name,
        sight(.counts, "\(figures.demand)"), sight(.counts, "\(figures.seekers)"),
        sight(.counts, decimal(figures.values[.ratio], 2)), sight(.points, index(entry.unit)), entry.level.name,
        sight(.pay, CatalogWording.pay(entry.unit.profile.pay)),
      ]
    }
    return EditionTable(
      name: "ranking", title: texts(.tableRanking), note: texts(.noteRanking),
      fields: fields(
        [.rank, .previousRank, .occupation, .occupationName, .demand, .seekers, .ratio, .index, .level, .pay],
        integers: [.rank, .previousRank, .demand, .seekers, .index], numbers: [.ratio]),
      key: [texts(.rank)], rows: rows)
  }

  /// Every unit with its figures and points: what the next edition is held against. That of a final edition leaves out
  /// those that could not be assessed, unless an expert listed them.
  private var assessments: EditionTable {
    let ranks = Dictionary(
      uniqueKeysWithValues: catalog.ranking.enumerated().map { ($1.unit.occupation, "\($0 + 1)") })
    let levels = Dictionary(uniqueKeysWithValues: catalog.entries.map { ($0.unit.occupation, $0.level) })
    let units = catalog.report.units.filter {
      catalog.audience == nil || !$0.score.isUnassessed || levels[$0.occupation] != nil
    }
    let rows = units.map { unit -> [String] in
      let (figures, score) = (unit.figures, unit.score)
      let sight = catalog.sight(unit.occupation)
      let points = ShortageIndicator.allCases.map { score.points[$0].map(String.init) ?? "[x]" }
      let scored =
        points + ["\(score.coverage)", decimal(score.mean, 4), index(unit), score.isUnassessed ? "X" : score.level.id]
      let counts = [figures.demand, figures.seekers, figures.openings, figures.employers].map(String.init)
      let values = ShortageIndicator.allCases.map { decimal(figures.values[$0], 4) }
      let members = unit.members.isEmpty ? "" : sight(.counts, unit.members.joined(separator: " "))
      return [unit.occupation, unit.name, members] + (counts + values).map { sight(.counts, $0) }
        + scored.map { sight(.points, $0) }
        + [(levels[unit.occupation] ?? .none).id, sight(.points, "\(score.stars)")]
        + [score.types.map(\.rawValue).joined(separator: " "), ranks[unit.occupation] ?? ""]
    }
    let indicators = ShortageIndicator.allCases
    return EditionTable(
      name: "assessments", title: texts(.tableAssessments), note: about,
      fields: [
        field("occupation", .occupation), field("occupation_name", .occupationName), field("members", .members),
        field("demand", .demand, .integer), field("seekers", .seekers, .integer),
        field("openings", .openings, .integer), field("employers", .employers, .integer),
      ] + indicators.map { field($0.rawValue, texts.name($0), .number) }
        + indicators.map {
          field("\($0.rawValue)_points", texts(.points, ["indicator": texts.name($0)]), .integer)
        } + [
          field("coverage", .coverage, .integer), field("mean", .mean, .number), field("index", .index, .integer),
          field("computed", .computed), field("level", .listed), field("stars", .computedStars, .integer),
          field("types", .types), field("rank", .ranking, .integer),
        ],
      key: ["occupation"], rows: rows)
  }

  private var changes: EditionTable {
    let none = texts(.none)
    let rows = catalog.changes.map { change in
      let moved = change.moved.map { move in
        "\(move.indicator.rawValue) \(move.from.map(String.init) ?? none)→\(move.to.map(String.init) ?? none)"
      }
      return [
        texts.name(change.kind), change.occupation, change.name, change.from.name, change.to.name,
        catalog.sight(change.occupation)(.points, texts.list(moved, .semicolon)),
        texts(change.isByExperts ? .yes : .catalogNo),
      ]
    }
    return EditionTable(
      name: "changes", title: texts(.tableChanges),
      note: catalog.previous.map { texts(.notePrevious, ["previous": $0.name]) } ?? texts(.noteNoPrevious),
      fields: fields([.change, .occupation, .occupationName, .levelBefore, .levelNow, .moved, .byExperts]),
      key: [texts(.occupation)], rows: rows)
  }

  /// The experts' word; experts are numbered, never named.
  private var opinions: EditionTable {
    let all = catalog.judged.sorted { $0.unit.occupation < $1.unit.occupation }
    let rows = all.flatMap { entry in
      entry.opinions.map { opinion in
        [
          entry.unit.occupation, entry.unit.name,
          entry.unit.score.levelName, opinion.kind.name,
          opinion.level?.name ?? "", entry.level.name, opinion.reason, opinion.expert, opinion.day.iso,
        ]
      }
    }
    return EditionTable(
      name: "opinions", title: texts(.tableOpinions), note: texts(.noteOpinions),
      fields: fields([
        .occupation, .occupationName, .levelComputed, .opinion, .levelWanted, .levelAdopted, .reason, .expert, .day,
      ]),
      key: [texts(.occupation), texts(.expert)], rows: rows)
  }

  private var firmness: EditionTable {
    let runs = catalog.report.sensitivity.map { run in
      [
        texts(run.change == .weight ? .firmnessWeight : .firmnessCut), run.indicator.rawValue,
        NumberText.fixed(run.factor * 100, decimals: 0),
        "\(run.units)", "\(run.changed)",
      ]
    }
    let time = texts(.firmnessTime)
    let steps = catalog.report.stability.map { [time, $0.period.description, "", "\($0.units)", "\($0.flipped)"] }
    return EditionTable(
      name: "firmness", title: texts(.tableFirmness), note: texts(.noteFirmness),
      fields: [
        field("change", .firmnessChange), field("what", .firmnessWhat), field("percent", .firmnessPercent, .number),
        field("units", .firmnessUnits, .integer), field("changed", .firmnessChanged, .integer),
      ],
      key: ["change", "what", "percent"], rows: runs + steps)
  }

  private var about: String {
    texts(
      .about,
      [
        "edition": catalog.edition.name, "window": CatalogPage.window(catalog, texts),
        "year": "\(catalog.report.base.year)",
      ])
  }

  private func index(_ unit: ShortageUnit) -> String { unit.score.index.map(String.init) ?? "[x]" }

  private func decimal(_ value: Double?, _ decimals: Int) -> String {
    value.map { NumberText.fixed(Rounding.round($0, decimals: decimals), decimals: decimals) } ?? "[x]"
  }

  /// Columns that are named in their data as readers know them.
  private func fields(
    _ columns: [CatalogColumn], integers: Set<CatalogColumn> = [], numbers: Set<CatalogColumn> = []
  ) -> [EditionTable.Field] {
    columns.map { column in
      field(
        texts(column), column, integers.contains(column) ? .integer : numbers.contains(column) ? .number : .string)
    }
  }

  private func field(
    _ name: String, _ title: CatalogColumn, _ kind: EditionTable.Field.Kind = .string
  ) -> EditionTable.Field {
    field(name, texts(title), kind)
  }

  private func field(_ name: String, _ title: String, _ kind: EditionTable.Field.Kind = .string) -> EditionTable.Field {
    EditionTable.Field(name: name, title: title, description: "", kind: kind)
  }
}
