import Domain
import GRDB
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
    let mask = try request.protection.map { rules, audience in
      try EditionMask(
        MarketProtection(rules: request.rules, book: book, limits: CellLimits(rules, audience)) { period in
          audience == .everybody ? try DisclosureStore.pattern(db, period) : EarlierPattern()
        }, for: audience,
        period: request.period
      ) { period in regions.map { counts($0, period) } }
    }
    return Bulletin(
      period: request.period, title: request.title, publisher: request.publisher, dataUntil: dataUntil,
      regions: try zip(request.regions, regions).map { try report($1, $0.name, postings, dataUntil, mask) },
      quality: try QualityReport(db: db, titles: request.sourceTitles).sources(), indicators: IndicatorDefinition.all,
      outlook: try request.outlook.map { try masked($0, mask) }, protection: mask?.report)
  }

  private func masked(_ outlook: Outlook, _ mask: EditionMask?) throws -> Outlook {
    guard let mask, request.protection?.audience == .everybody else { return outlook }
    return try OutlookMask(mask).applied(to: outlook)
  }

  private func range(_ code: String) throws -> RegionRange {
    guard let region = RegionRange(code), try book.list("regions").entry(code: code) != nil else {
      throw PipelineError(
        402, .config, at: "regions", "地区代码 \(code) 不在代码表中", remedy: "改正流程文件中的 regions")
    }
    return region
  }

  private func report(
    _ region: RegionRange, _ name: Label, _ postings: [PostingScan.Posting], _ dataUntil: Day, _ edition: EditionMask?
  ) throws -> RegionReport {
    let mask = edition?.table(region.code)
    let (now, previous, yearBefore) = (
      counts(region, request.period), counts(region, request.period.previous), counts(region, request.period.yearBefore)
    )
    let builder = RegionTables(
      rules: request.rules, book: book, now: now, previous: previous, yearBefore: yearBefore,
      mask: mask)
    let missing = try MissingData(db)
    let tables = try builder.tables().map { missing.applied(to: $0) }
    guard let overall = tables.first(where: { $0.dimensionless }) else {
      throw PipelineError(403, .config, at: "tables.yaml", "缺少表 T1", remedy: "恢复表 T1 的版式")
    }
    func table(_ id: String) -> StatTable? { tables.first { $0.id == id } }
    let narrative = Narrative(
      period: request.period, rules: request.rules, overall: overall,
      matched: (try change(now, previous), try change(now, yearBefore)),
      industries: try request.rules.tables.first { $0.id == "T3" }.map(builder.table), shownIndustries: table("T3"),
      shortages: table("T6"), surpluses: table("T7"), dataUntil: dataUntil)
    let market = MarketTables(
      region: region, groups: MarketTables.groups(request.rules),
      postings: postings, now: now, previous: previous, yearBefore: yearBefore, pairs: builder.pairs, mask: mask)
    let postingsTotals = (
      now: try now.total(MarketDataset.postings), previous: try previous.total(MarketDataset.postings),
      yearBefore: try yearBefore.total(MarketDataset.postings)
    )
    return RegionReport(
      code: region.code, name: Label(zh: try book.list("regions").entry(code: region.code)?.name ?? "", en: name.en),
      narrative: narrative.sentences(),
      keyFigures: KeyFigures.figures(overall: overall, stocks: postingsTotals, mask: mask), tables: tables,
      trend: try trend(region, edition),
      market: try market.tables().map { $0.id == "T14" ? missing.applied(toMatching: $0) : $0 })
  }

  private func counts(_ region: RegionRange, _ period: Period) -> RegionCounts {
    shelf.counts(region, period)
  }

  private func change(_ now: RegionCounts, _ before: RegionCounts) throws -> PanelChange {
    PanelChange(
      demand: (try now.stocks(MarketDataset.postings, .unit), try before.stocks(MarketDataset.postings, .unit)),
      seekers: (try now.stocks(MarketDataset.seekers, .unit), try before.stocks(MarketDataset.seekers, .unit)))
  }

  private func trend(_ region: RegionRange, _ mask: EditionMask?) throws -> [TrendPoint] {
    try (0..<BulletinBuilder.trendLength).reversed().compactMap { back in
      let counts = counts(region, request.period.advanced(by: -back))
      let demand = try counts.total(MarketDataset.postings).valid
      let seekers = try counts.total(MarketDataset.seekers).valid
      guard demand > 0 || seekers > 0 else { return nil }
      func cell(_ value: Int, _ measure: MarketCell.Measure) throws -> Cell {
        let isHidden = try mask?.hidesTotal(region.code, measure, counts.period) ?? false
        return isHidden ? .suppressed : .number(Double(value), decimals: 0)
      }
      let (shownDemand, shownSeekers) = (try cell(demand, .demand), try cell(seekers, .seekers))
      let isHidden = [shownDemand, shownSeekers].contains(.suppressed)
      return TrendPoint(
        period: counts.period, demand: shownDemand, seekers: shownSeekers,
        ratio: isHidden ? .suppressed : Formula.ratio(Double(demand), Double(seekers)))
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
      401, .data, at: request.period.description, "本期没有新登记的岗位和求职者, \(known ?? "仓库中还没有数据")",
      remedy: "用 --period 选择有数据的时期, 或检查导出文件是否到齐")
  }
}

extension StatTable {
  /// True of T1, the only table without a breakdown.
  fileprivate var dimensionless: Bool { measures == TableColumns.overall }
}
