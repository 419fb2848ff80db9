import Testing
import Warehouse

@testable import Stages

@Suite struct CrossLinesTests {
  /// What a month prints, put together word by word.
  private func expected(_ db: Database, _ month: Int, _ cells: [[String]]) throws -> String {
    var text = ""
    try CrossStore.each(db, table: "t", month: month) { key, sums in
      let numbers = (0..<cells.count).map { Int(key >> UInt64(16 * (cells.count - 1 - $0)) & 0xFFFF) }
      let values = zip(cells, numbers).map { texts, number in
        number < texts.count ? texts[number] : number == 0 ? "" : "\(number - 1)"
      }
      let pay = sums.3 > 0 ? "\((sums.2 + sums.3) / (2 * sums.3))" : ""
      text += (["2026-09"] + values + ["\(sums.0)", "\(sums.1)", pay]).joined(separator: ",") + "\r\n"
    }
    return text
  }

  @Test func areTheCellsInTheirOrder() throws {
    let cells = [["", "450600,防城港市", "\"a, b\",丙"], []]
    var table = CellTable()
    for (axis, other) in [(0, 0), (1, 0), (1, 1), (2, 11), (2, 60_001)] {
      let sums = (axis * 1000 + 7, -other, axis * 20_000, axis)
      table.add(24_000, UInt64(axis) << 16 | UInt64(other), sums)
    }
    table.add(24_000, 1 << 16 | 5, (Int.max, Int.min + 1, 0, 0))
    try DatabaseQueue().write { db in
      try db.execute(sql: "CREATE TABLE cross_cell (tab TEXT, month INTEGER, data BLOB, PRIMARY KEY (tab, month))")
      try CrossStore.add(&table, to: ["t"], db)
      let lines = CrossLines(cells).text(Array("2026-09".utf8), try CrossStore.data(db, table: "t", month: 24_000))
      let text = String(decoding: lines, as: UTF8.self)
      #expect(try text == expected(db, 24_000, cells))
      #expect(text.contains("2026-09,450600,防城港市,4,\(Int.max),\(Int.min + 1),\r\n"))
      #expect(CrossLines(cells).text([0x31], try CrossStore.data(db, table: "t", month: 1)).isEmpty)
    }
  }
}
