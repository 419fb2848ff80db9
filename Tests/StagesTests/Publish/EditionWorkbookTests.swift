import Documents
import Domain
import Foundation
import TestSupport
import Testing

@testable import Stages

@Suite struct EditionWorkbookTests {
  private let scratch: TestFolder
  private let files: [String: [UInt8]]

  init() throws {
    scratch = try TestFolder()
    let publisher = try Publisher(templates: .shipped())
    let all = try publisher.files(FixtureBulletin.make(hasOutlook: true), language: .zh)
    files = Dictionary(all.map { ($0.path, $0.bytes) }) { first, _ in first }
    try Data(try #require(files["bulletin-2026Q3.xlsx"])).write(to: URL(fileURLWithPath: scratch.path + "/book.xlsx"))
  }

  private func sheet(_ name: String) throws -> [[String]] {
    let stream = try Workbook(scratch.path + "/book.xlsx", limits: UnpackLimits()).open(sheet: name)
    var bytes: [UInt8] = []
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 1)
    defer { block.deallocate() }
    while case let count = try stream.read(into: block), count > 0 { bytes += block[..<count] }
    return try #require(CSVText.rows(bytes))
  }

  /// Read with the reader of exports, each sheet has the cells of its CSV, numbers as numbers.
  @Test func sheetsHaveTheCellsOfTheTables() throws {
    let package = try #require(files[DataPackage.path].flatMap { DataPackage($0) })
    #expect(package.tables.count > 14)
    var cells = 0
    for (path, schema) in package.tables {
      let name = RevisionTables.name(ofPath: path)
      let rows = try #require(files[path].flatMap { CSVText.rows($0) }).dropFirst()
      let own = try sheet(name).dropFirst(EditionWorkbook.rowsAbove).prefix(rows.count)
      #expect(own.count == rows.count, "\(name)")
      for (row, other) in zip(rows, own) {
        for (column, text) in row.enumerated() {
          let there = column < other.count ? other[column] : ""
          let isNumber = schema.fields[column].type != "string" && Double(text) != nil
          #expect(isNumber ? Double(text) == Double(there) : text == there, "\(name) \(schema.fields[column].name)")
          cells += 1
        }
      }
    }
    #expect(cells > 1_000)
  }

  @Test func headsAreThoseOfReaders() throws {
    let rows = try sheet("T1")
    #expect(rows[0].first == "供求总体人数")
    #expect(rows.contains { $0.contains("需求人数 (人)") })
    // What a page prints below a common head has its name in each.
    #expect(try sheet("T5").contains { $0.contains("求职人数 所占比重 (%)") })
    #expect(try sheet("目录").contains { $0.first == "T5" })
  }

  @Test func guideTellsOfEveryColumn() throws {
    let package = try #require(files[DataPackage.path].flatMap { DataPackage($0) })
    let rows = try #require(files["tables/字段说明.csv"].flatMap { CSVText.rows($0) })
    #expect(rows[0] == ["文件", "表名", "列名", "含义", "单位", "说明"])
    #expect(rows.count == 1 + package.tables.reduce(0) { $0 + $1.schema.fields.count })
  }
}
