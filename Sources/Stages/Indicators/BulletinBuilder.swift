import Domain
import Tables
import Warehouse

/// Computes everything that a bulletin says, from the cube and the facts of one state of the warehouse.
public struct BulletinBuilder {
  private let db: Database
  private let book: CodeBook
  private let request: BulletinRequest
  private let shelf: RegionCountsShelf

  /// Periods of the trend.
  private static let trendLength = 9

  public init(_ db: Database, book: CodeBook, request: BulletinRequest) {
    self.db = db
    self.book = book
    self.request = request
    shelf = RegionCountsShelf(CubeReader(db))
  }

  /// - Throws: `PipelineError` TF401 where nothing was registered in the period; `DatabaseError`.
  public func build() throws -> Bulletin {
    let dataUntil = try lastDay()
    let scanStart = Period(unit: .month, ordinal: request.period.months.upperBound - 11).firstDay
    let postings = try PostingScan.postings(
      db, from: min(scanStart, request.period.firstDay), through: request.period.lastDay)
    let regions = try request.regions.map { try range($0.code) }
    let (rules, audience) = request.protection
    let accuracy = request.accuracy
    let marks: CodedMarks? =
      if let limits = request.rules.coded, let accuracy, let stocks = try CodedStocks(db, in: request.period) {
        CodedMarks(stocks: stocks, limits: limits, accuracy: accuracy)
      } else {
        nil
      }
    let decisions = try EditionDecisions(
      MarketProtection(
        rules: request.rules, book: book, audience: audience, limits: CellLimits(rules, audience),
        earlier: try EarlierEditions(audience == .everybody ? db : nil)
      ) { period in regions.map { counts($0, period) } }, period: request.period)
    let quality = QualityReport(db: db, titles: request.sourceTitles)
    func report(_ place: Int, counties: [RegionReport] = []) throws -> RegionReport {
      try self.report(
        of: regions[place], in: regions[0], named: request.regions[place].name, postings, dataUntil: dataUntil,
        decisions, marks, counties: counties)
    }
    // The city's page speaks of its counties.
    let counties = try regions.indices.dropFirst().map { try report($0) }
    return Bulletin(
      period: request.period, title: request.title, publisher: request.publisher, dataUntil: dataUntil,
      regions: [try report(0, counties: counties)] + counties,
      quality: try quality.sources().filter { audience == .bureau || !request.unlisted.contains($0.dataset) },
      placeless: regions.first.map { PostingScan.placeless(postings, in: request.period, beside: $0) } ?? 0,
      coded: try (
        postings: CodedShares(db, of: MarketDataset.postings), seekers: CodedShares(db, of: MarketDataset.seekers)
      ), accuracy: accuracy, codedFiles: audience == .bureau ? try quality.codedFiles() : [],
      indicators: request.texts.indicators,
      outlook: try request.outlook.map { outlook in
        let groups = request.rules.tables.first(.occupations)
        return try ProtectedOutlook(outlook, rows: { code in groups?.leafPart(of: code) }, decisions.totals)
      }, protection: decisions.report, layouts: request.rules.tables)
  }

  private func range(_ code: String) throws -> RegionRange {
    guard let region = RegionRange(code), try book.list("regions").entry(code: code) != nil else {
      throw PipelineError(
        .unknownRegion, .config, at: "regions", "地区代码 \(code) 不在代码表中", remedy: "改正流程文件中的 regions")
    }
    return region
  }

  /// The name in the list, with the English one of the pipeline file where that has its own.
  private func name(of region: String, _ own: Label) throws -> Label {
    let listed = try book.list("regions").entry(code: region)?.labelOrCode ?? own
    return Label(zh: listed.zh, en: own.en.isEmpty ? listed.en : own.en)
  }

  private func report(
    of region: RegionRange, in city: RegionRange, named name: Label, _ postings: [PostingScan.Posting], dataUntil: Day,
    _ edition: EditionDecisions, _ marks: CodedMarks?, counties: [RegionReport]
  ) throws -> RegionReport {
    let leaves = RegionLeaves(region: region.code, period: request.period)
    let counts = compared(region)
    let builder = RegionTables(
      rules: request.rules, book: book, counts: counts, city: compared(city), marks: marks
    ) { edition.lists($0, in: leaves) }
    let (headline, missing) = (try Headline(request.rules.tables), try MissingData(db))
    var (drafts, shown): ([String: DraftTable], [ProtectedTable]) = ([:], [])
    for layout in request.rules.tables {
      if let draft = try builder.table(layout).map({ missing.applied(to: $0, layout.form) }) {
        drafts[layout.id] = draft
        if let table = ProtectedTable(draft, edition.tables) { shown.append(table) }
      } else {
        let filling = try FillingTable(layout, postings, counts.now)
        if let table = ProtectedTable(filling.table, try edition.tables(with: filling.employers)) {
          shown.append(table)
        }
      }
    }
    guard let overallDraft = drafts[headline.layout.id], let overall = shown.first(where: { $0.id == overallDraft.id })
    else {
      throw PipelineError(
        .noHeadlineTable, .config, at: "tables", "供求总体人数的表不公开",
        remedy: "在 \(headline.layout.id).yaml 中写 audience: public")
    }
    let sections = SectionNarrative(
      tables: request.rules.tables.compactMap { layout in
        shown.first { $0.id == layout.id }.map { (layout, $0) }
      }, period: request.period, texts: request.texts)
    let postingsTotals = (
      now: try counts.now.total(MarketDataset.postings), previous: try counts.previous.total(MarketDataset.postings),
      yearBefore: try counts.yearBefore.total(MarketDataset.postings)
    )
    let figures = KeyFigures.figures(
      headline, overall: overallDraft, stocks: postingsTotals, region: leaves, edition.tables, request.rules,
      request.texts)
    let narrative = Narrative(
      period: request.period, rules: request.rules, headline: headline, overall: overall, sections: sections,
      counties: CountyNarrative(counties: counties, period: request.period, texts: request.texts).sentence(),
      fillRate: figures.first { $0.id == Indicator.fillRate.rawValue }, dataUntil: dataUntil, texts: request.texts)
    let trend = try trend(region, edition)
    return RegionReport(
      code: region.code, name: try self.name(of: region.code, name),
      headline: narrative.message(trend), standing: narrative.standing(trend), narrative: narrative.sentences(),
      sections: sections.sentences(),
      keyFigures: figures, tables: shown, trend: trend)
  }

  private func counts(_ region: RegionRange, _ period: Period) -> RegionCounts {
    shelf.counts(region, period)
  }

  /// Of the period and of those that it is compared with.
  private func compared(_ region: RegionRange) -> ComparedCounts {
    ComparedCounts(
      now: counts(region, request.period), previous: counts(region, request.period.previous),
      yearBefore: counts(region, request.period.yearBefore))
  }

  private func trend(_ region: RegionRange, _ edition: EditionDecisions) throws -> [TrendPoint] {
    try (0..<BulletinBuilder.trendLength).reversed().compactMap { back in
      let counts = counts(region, request.period.advanced(by: -back))
      let postings = try counts.total(MarketDataset.postings)
      let demand = postings.valid
      let seekers = try counts.total(MarketDataset.seekers).valid
      guard demand > 0 || seekers > 0 else { return nil }
      let leaves = RegionLeaves(region: region.code, period: counts.period)
      let decisions = try edition.totals(of: counts.period)
      func cell(_ cell: Cell, _ measures: MarketMeasure...) -> ProtectedCell {
        ProtectedCell(DraftTable.DraftCell(cell, measures.map { leaves($0) }), decisions)
      }
      return TrendPoint(
        period: counts.period, demand: cell(.number(Double(demand), decimals: 0), .demand),
        seekers: cell(.number(Double(seekers), decimals: 0), .seekers),
        ratio: cell(Formula.ratio(Double(demand), Double(seekers)), .demand, .seekers),
        fillRate: cell(Formula.fillRate(postings), .closed, .filled))
    }
  }

  /// The last day on which something was registered in the period.
  private func lastDay() throws -> Day {
    guard let day = try RegisteredDay.latest(db, from: request.period.firstDay, through: request.period.lastDay) else {
      throw try noData()
    }
    return day
  }

  private func noData() throws -> PipelineError {
    let months = try CubeAxis.all.filter { $0.code == .all }.compactMap {
      try CubeReader(db).registeredMonths(of: $0.dataset, $0.name)
    }
    let bounds = months.dropFirst().reduce(months.first) { all, own in
      all.map { min($0.lowerBound, own.lowerBound)...max($0.upperBound, own.upperBound) }
    }
    let known = bounds.map {
      "现有数据为 \(Period(unit: .month, ordinal: $0.lowerBound)) 至 \(Period(unit: .month, ordinal: $0.upperBound))"
    }
    return PipelineError(
      .emptyPeriod, .data, at: request.period.description, "本期没有新登记的岗位和求职者, \(known ?? "仓库中还没有数据")",
      remedy: "用 --period 选择有数据的时期, 或检查导出文件是否到齐")
  }
}

extension TableLayout {
  /// The leaf part of the row that a code counts in by itself; nil where there is none.
  fileprivate func leafPart(of code: String) -> String? {
    rows.first { $0.codes.contains(code) }.map { LeafPart.row(id, $0.key) }
  }
}
