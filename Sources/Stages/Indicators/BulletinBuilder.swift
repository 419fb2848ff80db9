import Domain
import GRDB
import Warehouse

/// Computes everything that a bulletin says, from the cube and the facts of one state of the warehouse.
public struct BulletinBuilder {
  private let db: Database
  private let book: CodeBook
  private let request: BulletinRequest
  private let reader: CubeReader

  /// Periods of the trend.
  private static let trendLength = 9

  public init(_ db: Database, book: CodeBook, request: BulletinRequest) {
    self.db = db
    self.book = book
    self.request = request
    reader = CubeReader(db: db)
  }

  /// - Throws: `PipelineError` TF401 where nothing was registered in the period; `DatabaseError`.
  public func build() throws -> Bulletin {
    let dataUntil = try lastDay()
    let scanStart = Period(unit: .month, ordinal: request.period.months.upperBound - 11).firstDay
    let postings = try PostingScan.postings(
      db, from: min(scanStart, request.period.firstDay), through: request.period.lastDay)
    return Bulletin(
      period: request.period, title: request.title, publisher: request.publisher, dataUntil: dataUntil,
      regions: try request.regions.map { try report($0.code, $0.name, postings, dataUntil) },
      quality: try QualityReport(db: db, titles: request.sourceTitles).sources(), indicators: IndicatorDefinition.all,
      outlook: request.outlook)
  }

  private func report(
    _ code: String, _ name: Label, _ postings: [PostingScan.Posting], _ dataUntil: Day
  ) throws -> RegionReport {
    guard let region = RegionRange(code), let entry = try book.list("regions").entry(code: code) else {
      throw PipelineError(
        402, .config, at: "regions", "地区代码 \(code) 不在代码表中", remedy: "改正流程文件中的 regions")
    }
    let (now, previous, yearBefore) = (
      counts(region, request.period), counts(region, request.period.previous), counts(region, request.period.yearBefore)
    )
    let builder = RegionTables(rules: request.rules, book: book, now: now, previous: previous, yearBefore: yearBefore)
    let missing = try MissingData(db)
    let tables = try builder.tables().map { missing.applied(to: $0) }
    guard let overall = tables.first(where: { $0.dimensionless }) else {
      throw PipelineError(403, .config, at: "tables.yaml", "缺少表 T1", remedy: "恢复表 T1 的版式")
    }
    func table(_ id: String) -> StatTable? { tables.first { $0.id == id } }
    let narrative = Narrative(
      period: request.period, rules: request.rules, overall: overall,
      matched: (try change(now, previous), try change(now, yearBefore)), industries: table("T3"),
      shortages: table("T6"), surpluses: table("T7"), dataUntil: dataUntil)
    let market = MarketTables(
      region: region, groups: request.rules.tables.first { $0.id == "T5" }?.rows.filter { $0.role == .item } ?? [],
      postings: postings, now: now, previous: previous, yearBefore: yearBefore, pairs: builder.pairs)
    let postingsTotals = (
      now: try now.total(CubeDataset.postings), previous: try previous.total(CubeDataset.postings),
      yearBefore: try yearBefore.total(CubeDataset.postings)
    )
    return RegionReport(
      code: code, name: Label(zh: entry.name, en: name.en), narrative: narrative.sentences(),
      keyFigures: KeyFigures.figures(overall: overall, stocks: postingsTotals), tables: tables,
      trend: try trend(region),
      market: try market.tables().map { $0.id == "T14" ? missing.applied(toMatching: $0) : $0 })
  }

  private func counts(_ region: RegionRange, _ period: Period) -> RegionCounts {
    RegionCounts(reader: reader, region: region, period: period)
  }

  private func change(_ now: RegionCounts, _ before: RegionCounts) throws -> PanelChange {
    PanelChange(
      demand: (try now.stocks(CubeDataset.postings, .unit), try before.stocks(CubeDataset.postings, .unit)),
      seekers: (try now.stocks(CubeDataset.seekers, .unit), try before.stocks(CubeDataset.seekers, .unit)))
  }

  private func trend(_ region: RegionRange) throws -> [TrendPoint] {
    try (0..<BulletinBuilder.trendLength).reversed().compactMap { back in
      let counts = counts(region, request.period.advanced(by: -back))
      let demand = try counts.total(CubeDataset.postings).valid
      let seekers = try counts.total(CubeDataset.seekers).valid
      guard demand > 0 || seekers > 0 else { return nil }
      return TrendPoint(
        period: counts.period, demand: demand, seekers: seekers, ratio: Formula.ratio(Double(demand), Double(seekers)))
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
    let months = try Row.fetchOne(db, sql: "SELECT min(month), max(month) FROM cube WHERE registered > 0")
    let bounds: (first: Int, last: Int)? = months.flatMap { row in
      guard let first = row[0] as Int?, let last = row[1] as Int? else { return nil }
      return (first, last)
    }
    let known = bounds.map {
      "现有数据为 \(Period(unit: .month, ordinal: $0.first)) 至 \(Period(unit: .month, ordinal: $0.last))"
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
