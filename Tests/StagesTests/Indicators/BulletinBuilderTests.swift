import Domain
import TestSupport
import Testing

@testable import Stages

@Suite struct BulletinBuilderTests {
  private func build(_ warehouse: TestWarehouse, _ period: String, region: String = "450600") throws -> Bulletin {
    let request = try BulletinRequest(
      period: try #require(Period(period)), title: .plain, publisher: .plain,
      regions: [(region, Label(zh: "", en: "City"))],
      sourceTitles: [:],
      rules: BulletinRules(
        bands: [], topCount: 10, tables: [.test("T1", dimension: nil, [.valid]), .shipped("T13"), .shipped("T14")]),
      texts: Texts.shipped(),
      protection: (.open, .everybody))
    return try warehouse.queue.read { try BulletinBuilder($0, book: TestBook.book, request: request).build() }
  }

  @Test func figuresComeFromTheWarehouse() throws {
    var warehouse = try TestWarehouse()
    var copy = PostingRow()
    (copy.id, copy.platform, copy.posted) = ("9", "平台乙", "2026-07-03")
    try warehouse.take([PostingRow(), copy])
    try warehouse.take("求职编号,登记日期,登记机构\n1,2026-06-30,甲\n2,2026-08-01,甲\n", .seekers)
    let bulletin = try build(warehouse, "2026Q3")
    let region = try #require(bulletin.regions.first)
    #expect(bulletin.dataUntil.iso == "2026-08-01")
    #expect(region.name == Label(zh: "防城港市", en: "City"))
    #expect(region.tables[0].csv("valid").prefix(2) == ["2", "[x]"])
    #expect(region.tables[0].cell("valid", "ratio")?.csv == "1.00")
    #expect(region.keyFigures.map(\.value.csv) == ["2", "2", "1.00", "0", "[x]"])
    #expect(region.trend.map(\.period.description) == ["2026Q2", "2026Q3"])
    #expect(region.tables.map(\.id) == ["T1", "T13", "T14"])
  }

  @Test func emptyPeriodNamesThosePresent() throws {
    var warehouse = try TestWarehouse()
    try warehouse.take([PostingRow()])
    let error = try #require(throws: PipelineError.self) { try build(warehouse, "2025Q1") }
    #expect(error.code == .emptyPeriod)
    #expect(error.exit == .data)
    #expect(error.message.contains("2026M07 至 2026M07"))
    let empty = try #require(throws: PipelineError.self) { try build(try TestWarehouse(), "2025Q1") }
    #expect(empty.message.contains("还没有数据"))
  }

  @Test func unknownRegionIsAConfigurationError() throws {
    var warehouse = try TestWarehouse()
    try warehouse.take([PostingRow()])
    let error = try #require(throws: PipelineError.self) { try build(warehouse, "2026Q3", region: "450699") }
    #expect((error.code, error.exit) == (.unknownRegion, .config))
  }
}
