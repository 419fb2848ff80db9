import Testing
import Warehouse

@Suite struct BulkStatementTests {
  private let queue: DatabaseQueue

  init() throws {
    queue = try DatabaseQueue()
    try queue.write { try $0.execute(sql: "CREATE TABLE t (id INTEGER PRIMARY KEY, number INTEGER, name TEXT)") }
  }

  private func insert(_ db: Database, _ rows: [(Int, Int, String)]) throws {
    let statement = try BulkStatement(db, "INSERT INTO t VALUES (?, ?, ?)")
    for (id, number, name) in rows {
      statement.bind(id, 1)
      statement.bind(number, 2)
      Array(name.utf8).withUnsafeBufferPointer { statement.bind(text: $0, 3) }
      try statement.run()
    }
  }

  @Test func bindsIntegersTextAndNull() throws {
    let rows = try queue.write { db in
      try insert(db, [(1, Int.min, ""), (2, Int.max, "防城港"), (3, Int.min + 1, "x")])
      return try Row.fetchAll(db, sql: "SELECT number, name FROM t ORDER BY id")
    }
    #expect(rows.map { $0["number"] as Int? } == [nil, Int.max, Int.min + 1])
    #expect(rows.map { $0["name"] as String? } == [nil, "防城港", "x"])
  }

  @Test func readsIntegersTextAndNull() throws {
    try queue.write { db in
      try insert(db, [(1, Int.min, ""), (2, -7, "防城港")])
      let select = try BulkStatement(db, "SELECT number, name FROM t WHERE id >= ? ORDER BY id")
      for _ in 0..<2 {
        select.bind(1, 1)
        var seen: [String] = []
        while try select.step() { seen.append("\(select.integer(0)) \(select.text(1))") }
        #expect(seen == ["\(Int.min) ", "-7 防城港"])
      }
      select.bind(2, 1)
      #expect(try select.step())
      select.reset()
      select.bind(3, 1)
      #expect(try !select.step())
    }
  }

  @Test func errorsNameTheStatement() throws {
    let syntax = try #require(throws: DatabaseError.self) {
      try queue.write { _ = try BulkStatement($0, "INSERT INTO nothing") }
    }
    #expect(syntax.sql == "INSERT INTO nothing")
    let twice = try #require(throws: DatabaseError.self) {
      try queue.write { try insert($0, [(1, 1, "a"), (1, 2, "b")]) }
    }
    #expect(twice.code == .constraint)
    #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM t") } == 0)
  }
}
