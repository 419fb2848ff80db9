import Domain
import TestSupport
import Warehouse

@testable import Stages

/// A warehouse with all that a run keeps beside the facts: ledger, lists, cross tables.
final class LedgeredWarehouse {
  let queue: DatabaseQueue
  let folder: TestFolder
  let crossTables: CrossTables

  init() throws {
    queue = try Warehouse(path: ":memory:", tables: TestDatasets.all.tables).queue
    folder = try TestFolder()
    let axes = [CrossTable.Axis(column: "region", level: 2), CrossTable.Axis(column: "education")]
    crossTables = try CrossTables(
      [CrossTable(id: "a", dataset: "postings", axes: axes)], TestDatasets.all, book: TestBook.book)
    _ = try queue.write { [crossTables] db in
      _ = try Ledger.startRun(db, pipeline: "test", at: "")
      return try CrossRecount(db, crossTables).run()
    }
  }

  /// Two sources and two datasets; updates, duplicates, late versions, copies, rejects, long texts.
  static func filled() throws -> LedgeredWarehouse {
    let warehouse = try LedgeredWarehouse()
    func row(_ id: String, _ cells: [String: String], _ change: (inout PostingRow) -> Void = { _ in }) -> PostingRow {
      var row = PostingRow(cells)
      row.id = id
      change(&row)
      return row
    }
    var many = (0..<300).map { index in
      row("m\(index)", ["工作内容": "第\(index)号工作", "区划代码": index % 3 == 0 ? "450681" : "450602"]) {
        $0.title = "岗位\(index)"
      }
    }
    many[7].openings = "很多"
    try warehouse.take(PostingRow.file(many))
    try warehouse.take(
      PostingRow.file([
        row("m1", ["更新时间": "2026-07-05", "工作内容": "改过"]) { $0.title = "岗位1" }, many[2],
        row("n", ["更新时间": "2026-07-03"]), row("n", ["更新时间": "2026-07-04"]), row("n", ["更新时间": "2026-07-02"]),
        row("n", ["更新时间": "2026-07-04"]), row("c", ["转载来源": "别处"]) { $0.platform = "平台乙" },
        row("d", [:]) { $0.posted = "" },
      ]), "other")
    try warehouse.take(
      "求职编号,登记日期,登记机构,性别,出生年月,文化程度,注销日期,常住区划\n1,2026-07-01,甲,男,2008-07-02,大专,,港口区\n2,2026-07-01,甲,女,,本科,2026-08-15,东兴市\n",
      "seekers", .seekers)
    return warehouse
  }

  func take(_ text: String, _ id: String = "test", _ template: SourceSpec = .postings) throws {
    _ = try take(Array(text.utf8), id, template)
  }

  /// What came of a file.
  struct Taken {
    let entry: LedgerEntry
    let loaded: LoadOutcome
    let conformed: Conformed
    let rejects: String
  }

  /// Takes a file as a run does, with its lists and its entry in the ledger.
  ///
  /// - Parameter name: of the file; nil: one that no other file has.
  @discardableResult
  func take(
    _ bytes: [UInt8], _ id: String = "test", _ template: SourceSpec = .postings, name: String? = nil
  ) throws -> Taken {
    var source = template
    source.id = id
    let conformed = try Conformed(bytes, source)
    return try queue.write { db in
      let file = try Ledger.nextFile(db)
      let writer = try FindingsWriter(
        folder: folder.path + "/rejects", name: "\(id)-\(file)", headerLine: conformed.headerLine,
        header: conformed.header.header, dialect: conformed.dialect)
      try writer.add(unknownColumns: conformed.header.unknown, line: conformed.header.line)
      let name = name ?? "\(file).csv"
      var loader = try FileLoader(
        db, source: source, file: file, name: name, homeRegion: "450600", crossTables: crossTables)
      for batch in conformed.batches {
        try writer.add(batch)
        try loader.load(batch)
      }
      let loaded = try loader.finish()
      let entry = LedgerEntry(file, source, conformed, loaded, name: name)
      try Ledger.add(db, entry, findings: writer.findingCounts)
      try writer.seal()
      _ = try writer.publish()
      return Taken(
        entry: entry, loaded: loaded, conformed: conformed, rejects: "\(folder.path)/rejects/\(id)-\(file).rejects.csv")
    }
  }

  func erase(_ id: String) throws {
    var source = SourceSpec.postings
    source.id = id
    try queue.write { [crossTables, source] in
      try SourceEraser($0, source: source, homeRegion: "450600", crossTables: crossTables).erase()
    }
  }

  /// Executes statements that no constraint stops.
  func damage(_ statements: String...) throws {
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
      for statement in statements {
        try db.execute(sql: statement)
      }
      try db.execute(sql: "PRAGMA ignore_check_constraints = OFF")
    }
  }

  func integer(_ sql: String) throws -> Int? { try queue.read { try Int.fetchOne($0, sql: sql) } }

  func check(_ crossTables: CrossTables? = nil) throws -> WarehouseCheck.Result {
    let lists = FindingLists(sources: []) { [folder] in "\(folder.path)/rejects/\($0.source)-\($0.id)" }
    let check = WarehouseCheck(
      TestDatasets.all,
      homeRegion: "450600", crossTables: crossTables ?? self.crossTables, lists: lists)
    return try queue.read { try check.run($0) }
  }
}
