import Domain
import Foundation
import TestSupport
import Testing
import Warehouse

@testable import Stages

@Suite struct WarehouseCheckTests {
  @Test func aWarehouseThatWasFilledByTheRulesIsClean() throws {
    let warehouse = try LedgeredWarehouse.filled()
    // The test has what it is meant to have.
    #expect(try warehouse.integer("SELECT count(*) FROM postings_history") == 4)
    #expect(try warehouse.integer("SELECT count(*) FROM postings WHERE is_copy = 1") == 1)
    #expect(try warehouse.integer("SELECT count(*) FROM cross_cell") ?? 0 > 0)
    #expect(try warehouse.integer("SELECT count(*) FROM finding_count") ?? 0 > 1)
    let result = try warehouse.check()
    #expect(result.found.shown == [] && result.notes == [])
  }

  @Test func soIsOneFromWhichASourceWasErased() throws {
    let warehouse = try LedgeredWarehouse.filled()
    for id in ["other", "test"] {
      try warehouse.erase(id)
      #expect(try warehouse.check().found.shown == [])
    }
    #expect(try warehouse.integer("SELECT count(*) FROM postings") == 0)
    try warehouse.take(PostingRow.file([PostingRow()]))
    #expect(try warehouse.check().found.shown == [])
  }

  /// What a load would do to rows at random, erasing in between.
  @Test(arguments: 0..<6) func anyOrderOfFilesIsClean(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let warehouse = try LedgeredWarehouse()
    for _ in 0..<6 {
      let rows = (0..<20).map { _ -> PostingRow in
        var row = PostingRow(["更新时间": "2026-09-0\(Int.random(in: 1...3, using: &random))"])
        row.id = "\(Int.random(in: 1...8, using: &random))"
        row.platform = ["甲", "乙"].randomElement(using: &random) ?? ""
        row.openings = ["1", "2", "x"].randomElement(using: &random) ?? ""
        row.cells["转载来源"] = ["", "别处"].randomElement(using: &random)
        return row
      }
      try warehouse.take(PostingRow.file(rows), ["s", "t"].randomElement(using: &random) ?? "")
      if Int.random(in: 0..<4, using: &random) == 0 { try warehouse.erase("s") }
      #expect(try warehouse.check().found.shown == [])
    }
  }

  /// One damage, the kind of discrepancy that tells it, and what its line says.
  struct Damage: CustomStringConvertible, Sendable {
    let sql: String
    let kind: Discrepancy.Kind
    let says: String?
    var description: String { sql }

    init(_ kind: Discrepancy.Kind, _ sql: String, _ says: String? = nil) {
      (self.sql, self.kind, self.says) = (sql, kind, says)
    }
  }

  static let damages: [Damage] = [
    Damage(.file, "UPDATE file SET accepted = accepted + 1 WHERE id = 1", "CHECK"),
    Damage(.cube, "UPDATE cube SET registered = registered + 1 WHERE axis = 8", "postings/education 2026M07"),
    Damage(.cube, "DELETE FROM cube WHERE axis = 10", "没有这一格"),
    Damage(
      .cube, "INSERT INTO cube VALUES (16, 24318, 1450602, 99, 1, 0, 0, 0)", "seekers/age 2026M07 地区 1450602 代码 99"),
    Damage(.cube, "INSERT INTO cube VALUES (99, 24318, 1450602, 0, 1, 0, 0, 0)", "没有这一部分"),
    Damage(.cube, "UPDATE postings_version SET education = 120 WHERE id = 9"),
    Damage(.cube, "UPDATE postings_version SET posted_on = posted_on + 31 WHERE id = 9"),
    Damage(.cube, "UPDATE seekers_version SET closed_on = closed_on + 31"),
    Damage(.cross, "UPDATE cross_cell SET data = zeroblob(length(data))"),
    Damage(.cross, "UPDATE cross_cell SET data = randomblob(64)"),
    Damage(.cross, "DELETE FROM cross_cell", "没有这一格"),
    Damage(.cross, "INSERT INTO cross_cell VALUES ('stray', 24318, x'0102030405')", "没有登记"),
    Damage(.ledger, "UPDATE file SET rows = rows + 1 WHERE id = 2", "的行数"),
    Damage(.ledger, "UPDATE file SET accepted = accepted - 1, duplicate = duplicate + 1 WHERE id = 2", "的接收数"),
    Damage(.ledger, "UPDATE file SET accepted = accepted + 400, unchanged = unchanged - 400 WHERE id = 2", "的版本数"),
    Damage(.ledger, "UPDATE finding_count SET severity = 1 WHERE severity = 3 AND file = 2", "退回 0 处"),
    Damage(.ledger, "DELETE FROM file WHERE id = 2", "没有登记"),
    Damage(.lists, "UPDATE finding_count SET rows = rows + 1 WHERE file = 2", "仓库中 2, 核对得 1"),
    Damage(
      .lists, "UPDATE file SET rejected = rejected + 1, unchanged = unchanged - 1 WHERE id = 2", "退回的行: 仓库中 2, 核对得 1"),
    Damage(
      .key,
      "INSERT INTO postings_version SELECT id + 1000, \(columns) FROM postings WHERE id = 5", "现行版本 id=5 id=1005"),
    Damage(
      .key,
      "DELETE FROM postings_version WHERE id = (SELECT max(id) FROM postings WHERE key IN (SELECT key FROM postings_history))",
      "没有现行版本"),
    Damage(.key, "UPDATE postings_version SET updated_at = updated_at + 864000 WHERE id = 2"),
    Damage(.key, "DELETE FROM postings_superseded", "现行版本 id="),
    Damage(.key, "INSERT INTO postings_superseded VALUES (5)", "没有现行版本"),
    Damage(.reference, "INSERT INTO postings_superseded VALUES (99999)", "id=99999"),
    Damage(.segment, "DELETE FROM postings_version WHERE id = 4", "没有这一版本"),
    Damage(.segment, "UPDATE postings_segment SET keys = zeroblob(length(keys))", "主键散列"),
    Damage(.segment, "UPDATE postings_segment SET groups = zeroblob(length(groups))", "转载组散列"),
    Damage(.segment, "UPDATE postings_segment SET keys = substr(keys, 9)", "散列数"),
    Damage(.segment, "UPDATE postings_segment SET rows = rows + 1", "散列数"),
    Damage(.segment, "DELETE FROM postings_segment WHERE first = 1", "没有散列"),
    Damage(.segment, "INSERT INTO postings_segment VALUES (-3, 1, 1, x'0000000000000000', x'0000000000000000')", "重叠"),
    Damage(.segment, "UPDATE postings_segment SET file = 2", "的文件"),
    Damage(.segment, "UPDATE postings_version SET key = key + 1 WHERE id = 3", "主键散列"),
    Damage(.segment, "UPDATE postings_version SET copy_group = copy_group + 1 WHERE id = 3", "转载组散列"),
    Damage(.segment, "DELETE FROM postings_version WHERE id = 2", "没有这一版本"),
    Damage(.text, "DELETE FROM postings_text WHERE first = 129", "没有文字"),
    Damage(.text, "UPDATE postings_text SET size = size + 1 WHERE first = 1", "解不开"),
    Damage(.text, "UPDATE postings_text SET rows = rows - 1 WHERE first = 1"),
    Damage(.text, "UPDATE postings_text SET data = substr(data, 1, length(data) - 1) WHERE first = 1"),
    Damage(.text, "UPDATE postings_text SET data = zeroblob(length(data)) WHERE first = 1", "解不开"),
    Damage(
      .text, "UPDATE postings_text SET data = substr(data, 1, length(data) - 3) || x'FFFFFF' WHERE first = 1", "UTF-8"),
    Damage(.text, "UPDATE postings_text SET file = 3 WHERE first = 1", "的文件"),
    Damage(.reference, "UPDATE employer SET identity = '港务公司', id = 7", "编号"),
    Damage(.reference, "INSERT INTO employer SELECT 2, identity, name FROM employer", "出现 2 次"),
    Damage(.reference, "DELETE FROM unit WHERE name = '平台乙'", "unit 中没有"),
    Damage(.reference, "UPDATE postings_version SET employer = 99 WHERE id = 2", "employer=99"),
    Damage(.reference, "DELETE FROM file WHERE id = 3", "file=3"),
    Damage(.reference, "UPDATE file SET run = 9 WHERE id = 1", "指向 run"),
    Damage(.copy, "UPDATE postings_version SET is_copy = 0", "仓库中 0, 核对得 1"),
    Damage(.copy, "UPDATE postings_version SET is_copy = 1 WHERE id = 9", "仓库中 1, 核对得 0"),
    Damage(.copy, "UPDATE postings_version SET ends_on = posted_on - 1 WHERE is_copy = 0"),
  ]

  @Test(arguments: damages) func damageIsFoundOut(_ damage: Damage) throws {
    let warehouse = try LedgeredWarehouse.filled()
    try warehouse.damage(damage.sql)
    let found = try warehouse.check().found
    #expect(found.count(of: damage.kind) > 0)
    let lines = found.shown.filter { $0.kind == damage.kind }.map(\.description)
    #expect(lines.contains { $0.contains(damage.says ?? $0) }, "\(lines)")
  }

  @Test func aListThatIsShorterIsFoundOut() throws {
    let warehouse = try LedgeredWarehouse.filled()
    let path = "\(warehouse.folder.path)/rejects/other-2.rejects.csv"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let header = String(text.prefix { $0 != "\r\n" }) + "\r\n"
    try header.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try warehouse.check().found.shown.map(\.kind) == [.lists])
    // One that a clerk has worked on since is not compared, and one that is gone neither.
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: 600)], ofItemAtPath: path)
    let later = try warehouse.check()
    #expect(later.found.count == 0 && later.notes.count == 1)
    try FileManager.default.removeItem(atPath: path)
    #expect(try warehouse.check().notes == [])
  }

  @Test func manyDiscrepanciesAreCountedAndFewKept() throws {
    let warehouse = try LedgeredWarehouse.filled()
    try warehouse.damage("UPDATE postings_segment SET keys = zeroblob(length(keys))")
    let found = try warehouse.check().found
    #expect(found.count(of: .segment) > 290)
    #expect(found.shown.count { $0.kind == .segment } == Discrepancies.limit)
  }

  @Test func aCrossTableOfAnotherDefinitionIsToldNotCompared() throws {
    let warehouse = try LedgeredWarehouse.filled()
    let changed = try CrossTables(
      [CrossTable(id: "a", dataset: "postings", axes: [CrossTable.Axis(column: "sex")])], TestDatasets.all,
      book: TestBook.book)
    let result = try warehouse.check(changed)
    #expect(result.found.shown == [] && result.notes.count == 1 && result.notes[0].contains("交叉表 a"))
    let none = try warehouse.check(CrossTables())
    #expect(none.found.shown == [] && none.notes.count == 1)
  }

  @Test func anOlderWarehouseIsTold() throws {
    let warehouse = try LedgeredWarehouse.filled()
    #expect(try warehouse.queue.read { try WarehouseCheck.isUpToDate($0, TestDatasets.all) })
    try warehouse.damage("ALTER TABLE postings_version DROP COLUMN suitable")
    #expect(try !warehouse.queue.read { try WarehouseCheck.isUpToDate($0, TestDatasets.all) })
  }

  private static let columns = (FactLayout(.postings).table.numbers.dropFirst() + FactLayout(.postings).table.keys)
    .joined(separator: ", ")
}
