import Domain
import GRDB
import Tables
import Warehouse

/// T14: mismatch and matching of one region, in the period and those that it is compared with.
struct MatchingTable {
  private typealias Draft = DraftTable.DraftCell

  let now: RegionCounts
  let previous: RegionCounts
  let yearBefore: RegionCounts
  let gaps: GapTables

  func table() throws -> DraftTable {
    let columns = try zip(RegionLeaves.When.allCases, [now, previous, yearBefore]).map(points)
    let rows = MarketColumns.matchingRows.enumerated().map { index, row in
      DraftTable.Row(key: row.key, label: row.label, role: .item, cells: columns.map { $0[index] })
    }
    return DraftTable(
      id: "T14", title: Label(zh: "错配与匹配效率", en: "Mismatch and matching"), measures: MarketColumns.matching,
      rows: rows, note: Label(zh: "错配指数按职业小类计算。", en: "Mismatch is computed over minor groups of occupations."),
      audience: .everybody)
  }

  /// The figures of `MarketColumns.matchingRows` in one period.
  private func points(_ when: RegionLeaves.When, _ counts: RegionCounts) throws -> [Draft] {
    let occupations = try counts.occupationPairs(gaps).sorted { $0.key < $1.key }
      .map { (vacancies: Double($0.value.demand), seekers: Double($0.value.seekers)) }
    let vacancies = Double(try counts.total(MarketDataset.postings).valid)
    let seekers = Double(try counts.total(MarketDataset.seekers).valid)
    let hires = Double(try MatchingTable.hires(counts))
    let leaves = RegionLeaves(region: now.region.code, period: now.period)
    func draft(_ cell: Cell, _ measures: [MarketMeasure]) -> Draft {
      Draft(cell, measures.map { leaves($0, Leaf.total, when) })
    }
    return [
      draft(Formula.mismatch(occupations), [.demand, .seekers]),
      draft(Formula.linearMismatch(occupations), [.demand, .seekers]),
      draft(.number(vacancies, decimals: 0), [.demand]),
      draft(.number(seekers, decimals: 0), [.seekers]),
      draft(.number(hires, decimals: 0), [.hires]),
      draft(
        Formula.matchingEfficiency(hires: hires, vacancies: vacancies, seekers: seekers),
        [.demand, .seekers, .hires]),
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
