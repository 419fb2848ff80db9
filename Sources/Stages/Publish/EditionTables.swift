import Domain
import Tables

/// The data tables of an edition: T1-T14 over all regions, then the trend, the data quality and the definitions, and
/// those of the outlook where there is one.
struct EditionTables {
  private let bulletin: Bulletin
  private let texts: Texts
  private let language: Language

  init(_ bulletin: Bulletin, _ texts: Texts, _ language: Language) {
    self.bulletin = bulletin
    self.texts = texts
    self.language = language
  }

  /// Paths and titles in the order of `all`, for the download list.
  var titles: [(path: String, title: String)] {
    let own = leads.map { (path: "tables/\($0.id).csv", title: "\($0.number) \(language.text($0.table.title))") }
    var about = [
      (path: "tables/trend.csv", title: texts(.trendTable, language)),
      (path: "tables/quality.csv", title: texts(.qualityTable, language)),
    ]
    if let coded { about.append((CodedFileTable.path, coded.title)) }
    about.append(("tables/indicators.csv", texts(.indicatorTable, language)))
    let outlook = bulletin.outlook == nil ? [] : OutlookTables.titles(texts, language)
    return own + about + outlook + revised.map { ($0.path, $0.title) }
  }

  /// - Throws: `PipelineError` where the regions disagree about the form of a table.
  func all() throws -> [EditionTable] {
    try leads.map(table) + [trend, quality] + (coded.map { [$0.table] } ?? []) + [indicators] + outlook + revised
  }

  private var coded: CodedFileTable? {
    bulletin.codedFiles.isEmpty ? nil : CodedFileTable(files: bulletin.codedFiles, texts: texts, language: language)
  }

  private var revised: [EditionTable] {
    guard let revision = bulletin.revision else { return [] }
    return RevisionTables(bulletin: bulletin, revision: revision, texts: texts, language: language).all
  }

  private var outlook: [EditionTable] {
    guard let outlook = bulletin.outlook else { return [] }
    return OutlookTables(outlook, of: bulletin, OutlookWording(texts: texts, language: language)).all
  }

  /// Each table id once, with the form that it has in the first region that has it.
  private var leads: [ProtectedTable] {
    var seen: Set<String> = []
    return bulletin.regions.flatMap { $0.allTables(of: bulletin.period).map(\.table) }.filter {
      seen.insert($0.id).inserted
    }
  }

  private func table(_ lead: ProtectedTable) throws -> EditionTable {
    var rows: [[String]] = []
    var kinds = lead.measures.map { $0.isText ? EditionTable.Field.Kind.string : .integer }
    // A column that no row fills would change what is read of the other editions.
    let isMarked = bulletin.regions.contains { region in
      region.allTables(of: bulletin.period).contains { $0.table.id == lead.id && $0.table.table.hasLow }
    }
    for region in bulletin.regions {
      for (table, period) in region.allTables(of: bulletin.period) where table.id == lead.id {
        guard table.measures == lead.measures, table.rows.allSatisfy({ $0.cells.count == lead.measures.count }) else {
          throw PipelineError(
            .inconsistentEdition, .config, at: lead.id, "\(region.name.zh) 的该表与其他地区列数不同", remedy: "各地区的同一张表须用同一版式")
        }
        for row in table.rows {
          rows.append([period.description] + common(region).dropFirst() + [row.key, language.text(row.label)])
          for (column, cell) in row.cells.enumerated() {
            rows[rows.count - 1].append(cell.csv)
            if case .number(_, let decimals) = cell, decimals > 0 { kinds[column] = .number }
          }
          if isMarked { rows[rows.count - 1].append(table.table.isLow || row.isLow ? Cell.tooFew.csv : "") }
        }
      }
    }
    let heads = ColumnHeads(lead.measures, texts, language).inOneRow
    let measures = zip(zip(lead.measures, heads), kinds).map { column, kind in
      let (measure, head) = column
      return field(
        measure.id, head, kind, unit: texts.unit(of: measure), table: lead.id,
        isRatio: bulletin.layout(lead.id)?.ratioColumn?.id == measure.id)
    }
    return EditionTable(
      name: lead.id, title: language.text(lead.table.title), note: lead.table.note.map(language.text) ?? "",
      fields: regionFields + [field("row", .fieldRow), field("row_name", .fieldRowName)] + measures
        + (isMarked ? [field("mark", .fieldMark)] : []),
      key: ["period", "region", "row"], rows: rows)
  }

  private var trend: EditionTable {
    let rows = bulletin.regions.flatMap { region in
      region.trend.map { point in
        [point.period.description] + common(region).dropFirst() + [
          point.demand.csv, point.seekers.csv, point.ratio.csv, point.fillRate.csv,
        ]
      }
    }
    let persons = texts.label(.persons)
    return EditionTable(
      name: "trend", title: texts(.trendTable, language), note: "",
      fields: regionFields + [
        field("demand", texts(.demand, language), .integer, unit: persons),
        field("seekers", texts(.seekers, language), .integer, unit: persons),
        field("ratio", texts(.ratio, language), .number, isRatio: true),
        field(
          MarketFigure.fillRate.rawValue, language.text(texts.label(key: Texts.key(Indicator.fillRate, "name"))),
          .number, unit: texts.label(.percent)),
      ],
      key: ["period", "region"], rows: rows)
  }

  private var quality: EditionTable {
    let rows = bulletin.quality.map { source in
      let counts = [
        source.files, source.rows, source.accepted, source.rejected, source.duplicate, source.unchanged,
        source.skipped,
      ]
      let problems = source.problems.map { "\($0.name) \($0.rows)" }.joined(separator: "; ")
      return [source.source, source.title, source.dataset] + counts.map(String.init)
        + [source.copies.map(String.init) ?? Cell.notApplicable.csv, "\(source.placeless)", problems]
    }
    let counts: [TextKey] = [
      .files, .rows, .accepted, .rejected, .duplicate, .unchanged, .skipped, .copies, .placeless,
    ]
    return EditionTable(
      name: "quality", title: texts(.qualityTable, language), note: "",
      fields: [field("source", .source), field("title", .sourceTitle), field("dataset", .dataset)]
        + counts.map { field($0.rawValue, texts($0, language), .integer) } + [field("problems", .problems)],
      key: ["source"], rows: rows)
  }

  private var indicators: EditionTable {
    let rows = bulletin.indicators.map { definition in
      let direction = definition.direction.map(language.text) ?? ""
      return [definition.id, definition.formulaNumber]
        + [
          language.text(definition.name), language.text(definition.unit), direction, language.text(definition.formula),
          language.text(definition.source),
        ]
    }
    return EditionTable(
      name: "indicators", title: texts(.indicatorTable, language), note: "",
      fields: [
        field("id", .indicatorID), field("formula_number", .indicatorNumber), field("name", .indicatorName),
        field("unit", .indicatorUnit), field("direction", .indicatorDirection), field("formula", .indicatorFormula),
        field("source", .indicatorSource),
      ],
      key: ["id"], rows: rows)
  }

  private var regionFields: [EditionTable.Field] {
    [field("period", .fieldPeriod), field("region", .fieldRegion), field("region_name", .fieldRegionName)]
  }

  private func common(_ region: RegionReport) -> [String] {
    [bulletin.period.description, region.code, language.text(region.name)]
  }

  private func field(_ name: String, _ title: TextKey) -> EditionTable.Field {
    field(name, texts(title, language), .string)
  }

  /// The description states the unit, and for an indicator what a higher value means.
  private func field(
    _ name: String, _ title: String, _ kind: EditionTable.Field.Kind, unit: Label = Label(zh: "", en: ""),
    table: String = "", isRatio: Bool = false
  ) -> EditionTable.Field {
    let ids = [isRatio ? MarketFigure.ratio.rawValue : name, "\(table).\(name)"]
    let meaning = bulletin.indicators.first { ids.contains($0.id) }
    let unit = language.text(unit)
    let parts = [
      unit.isEmpty ? "" : "\(texts(.fieldUnit, language)) \(unit)",
      meaning?.direction.map { "\(texts(.fieldDirection, language)) \(language.text($0))" } ?? "",
    ]
    return EditionTable.Field(
      name: name, title: title, description: parts.filter { !$0.isEmpty }.joined(separator: "; "), kind: kind,
      unit: unit)
  }
}
