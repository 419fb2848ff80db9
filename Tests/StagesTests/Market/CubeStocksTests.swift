import Domain
import TestSupport
import Testing
import Warehouse

@testable import Stages

@Suite struct CubeStocksTests {
  private func stock(_ warehouse: TestWarehouse, _ region: String, _ period: String) throws -> Stock {
    let range = try #require(RegionRange(region))
    let period = try #require(Period(period))
    return try warehouse.queue.read { db in
      try CubeReader(db).stocks(dataset: MarketDataset.postings, dimension: .total, region: range, period: period)[0]
        ?? Stock()
    }
  }

  private func posting(_ id: String, _ posted: String, _ openings: Int, _ cells: [String: String]) -> PostingRow {
    var row = PostingRow(cells)
    (row.id, row.posted, row.openings, row.employer) = (id, posted, "\(openings)", "公司\(id)")
    return row
  }

  /// Validity is known day by day, so what the months say must be what the days say.
  @Test func carriedOverIsWhatWasStillValid() throws {
    var warehouse = try TestWarehouse()
    try warehouse.take([
      posting("1", "2026-04-20", 1, ["关闭日期": "2026-06-30", "已招人数": "1"]),
      posting("2", "2026-06-30", 2, ["关闭日期": "2026-07-01"]),
      posting("3", "2026-07-01", 4, ["关闭日期": "2026-07-20", "已招人数": "3"]), posting("4", "2026-09-30", 8, [:]),
      posting("5", "2026-06-01", 16, ["有效期至": "2026-12-31"]), posting("6", "2026-10-01", 32, [:]),
    ])
    #expect(try stock(warehouse, "450600", "2026Q2") == Stock(carried: 0, registered: 19, closed: 1, filled: 1))
    #expect(try stock(warehouse, "450600", "2026Q3") == Stock(carried: 18, registered: 12, closed: 6, filled: 3))
    #expect(try stock(warehouse, "450600", "2026M09") == Stock(carried: 16, registered: 8))
    #expect(try stock(warehouse, "450600", "2026Q4") == Stock(carried: 24, registered: 32))
    #expect(try stock(warehouse, "450600", "2026Q3").valid == 30)
  }

  @Test func regionsAddUpToTheirCityAndProvince() throws {
    var warehouse = try TestWarehouse()
    try warehouse.take([
      posting("1", "2026-07-01", 1, ["区划代码": "450602"]), posting("2", "2026-07-01", 2, ["区划代码": "450681"]),
      posting("3", "2026-07-01", 4, ["区划代码": "450600"]), posting("4", "2026-07-01", 8, ["区划代码": "440300"]),
    ])
    let counts = [("450602", 1), ("450681", 2), ("450600", 7), ("450000", 7), ("440000", 8), ("450603", 0)]
    for (region, count) in counts { #expect(try stock(warehouse, region, "2026Q3").valid == count) }
  }

  @Test(arguments: ["", "4506", "45060x", "4506021", "A"]) func regionRangeRefuses(code: String) {
    #expect(RegionRange(code) == nil)
  }
}
