import Domain
import GRDB
import Warehouse

/// T13 (filling, duration and pay by major group) and T14 (mismatch and matching) of one region.
struct MarketTables {
  let region: RegionRange
  let groups: [TableLayout.Row]
  /// Postings of the four quarters that end with the period, of all regions.
  let postings: [PostingScan.Posting]
  let now: RegionCounts
  let previous: RegionCounts
  let yearBefore: RegionCounts
  let pairs: (RegionCounts) throws -> [String: (demand: Int, seekers: Int)]
  /// What must not be shown; nil where all may be.
  let mask: TableMask?

  /// The rows of T13 but the last: those of T5.
  static func groups(_ rules: BulletinRules) -> [TableLayout.Row] {
    rules.tables.first { $0.id == "T5" }?.rows.filter { $0.role == .item } ?? []
  }

  func tables() throws -> [StatTable] { [try filling(), try matching()] }

  private func filling() throws -> StatTable {
    let own = postings.filter { region.numbers.contains($0.region) }
    let stocks = try now.stocks(MarketDataset.postings, .occupation)
    let total = try now.total(MarketDataset.postings)
    var byGroup: [String: Stock] = [:]
    for (code, stock) in stocks {
      byGroup[String(Dimension.occupation.text(code).prefix(1)), default: Stock()] += stock
    }
    let rows = groups.map { group in
      let key = group.key
      return StatRow(
        key: key, label: group.label, role: .item,
        cells: cells(own.filter { $0.group == key }, byGroup[key] ?? Stock(), MarketCell.row("T13", key)))
    }
    let all = StatRow(
      key: "total", label: Label(zh: "合计", en: "Total"), role: .total, cells: cells(own, total, MarketCell.total))
    return StatTable(
      id: "T13", title: Label(zh: "分职业的招聘成效与薪酬", en: "Filling, duration and pay by occupation"),
      measures: MarketColumns.filling, rows: rows + [all],
      note: Label(
        zh: "满足率按本期关闭的岗位计算；空缺时长按截至期末四个季度内发布的岗位计算；薪酬按本期新增岗位计算，面议除外。",
        en:
          "Fill rate over postings closed in the period; duration over postings of the four quarters to its end; pay over new postings, negotiable pay excluded."
      ))
  }

  /// - Parameter part: names what is counted, for the mask.
  private func cells(_ postings: [PostingScan.Posting], _ stock: Stock, _ part: String) -> [Cell] {
    let fresh = postings.filter { now.period.firstDay.ordinal <= $0.posted }
    let judged = fresh.filter { $0.suitable != nil }
    let suitable = judged.reduce(0) { $0 + ($1.suitable ?? 0) }
    let openings = judged.reduce(0) { $0 + $1.openings }
    let median = VacancyDuration.median(postings.map { VacancyDuration.spell($0, asOf: now.period.lastDay) })
    let (closed, filled) = (mask?.hides(.closed, part) ?? false, mask?.hides(.filled, part) ?? false)
    return [
      closed ? .suppressed : .number(Double(stock.closed), decimals: 0),
      filled ? .suppressed : .number(Double(stock.filled), decimals: 0),
      closed || filled ? .suppressed : Formula.fillRate(stock),
      shown(
        openings > 0 ? .number(Rounding.round(Double(suitable) / Double(openings)), decimals: 2) : .unavailable, judged),
      shown(median.map { .number(Double($0), decimals: 0) } ?? .unavailable, postings),
    ]
      + OfferedPay.quantiles(fresh, [0.25, 0.5, 0.75]).map {
        shown($0, fresh.filter { OfferedPay.midpoint($0) != nil })
      }
      + [shown(OfferedPay.negotiableShare(fresh), fresh.filter { $0.payState != nil })]
  }

  /// The cell, or that it is hidden for the employers behind it.
  private func shown(_ cell: Cell, _ postings: [PostingScan.Posting]) -> Cell {
    guard let mask, cell.value != nil else { return cell }
    var tally = EmployerTally()
    for posting in postings { tally.add(posting.openings, of: posting.employer, to: 0) }
    return mask.limits.hides(tally.contributors([0])) ? .suppressed : cell
  }

  private func matching() throws -> StatTable {
    let columns = try zip(TableMask.When.allCases, [now, previous, yearBefore]).map(points)
    let rows = MarketColumns.matchingRows.enumerated().map { index, row in
      StatRow(key: row.key, label: row.label, role: .item, cells: columns.map { $0[index] })
    }
    return StatTable(
      id: "T14", title: Label(zh: "错配与匹配效率", en: "Mismatch and matching"), measures: MarketColumns.matching,
      rows: rows, note: Label(zh: "错配指数按职业小类计算。", en: "Mismatch is computed over minor groups of occupations."))
  }

  /// The figures of `MarketColumns.matchingRows` in one period.
  private func points(_ when: TableMask.When, _ counts: RegionCounts) throws -> [Cell] {
    let occupations = try pairs(counts).sorted { $0.key < $1.key }
      .map { (vacancies: Double($0.value.demand), seekers: Double($0.value.seekers)) }
    let vacancies = Double(try counts.total(MarketDataset.postings).valid)
    let seekers = Double(try counts.total(MarketDataset.seekers).valid)
    let hires = try MarketTables.hires(counts)
    func hides(_ measures: MarketCell.Measure...) -> Bool {
      measures.contains { mask?.hides($0, MarketCell.total, when) ?? false }
    }
    let isMarketHidden = hides(.demand, .seekers)
    return [
      isMarketHidden ? .suppressed : Formula.mismatch(occupations),
      isMarketHidden ? .suppressed : Formula.linearMismatch(occupations),
      hides(.demand) ? .suppressed : .number(vacancies, decimals: 0),
      hides(.seekers) ? .suppressed : .number(seekers, decimals: 0),
      hides(.hires) ? .suppressed : .number(Double(hires), decimals: 0),
      isMarketHidden || hides(.hires)
        ? .suppressed : Formula.matchingEfficiency(hires: Double(hires), vacancies: vacancies, seekers: seekers),
    ]
  }

  /// Persons hired in a region and period.
  static func hires(_ counts: RegionCounts) throws -> Int {
    try Int.fetchOne(
      counts.reader.db,
      sql: """
        SELECT count(*) FROM placements
        WHERE outcome = :hired AND hired_on BETWEEN :first AND :last AND to_region BETWEEN :low AND :high
        """,
      arguments: [
        "hired": CodeNumber.number("1"), "first": counts.period.firstDay.ordinal, "last": counts.period.lastDay.ordinal,
        "low": counts.region.numbers.lowerBound, "high": counts.region.numbers.upperBound,
      ]) ?? 0
  }
}
