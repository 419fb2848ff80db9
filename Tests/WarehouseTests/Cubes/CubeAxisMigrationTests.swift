import Testing

@testable import Warehouse

/// The cube of a program that numbered datasets and dimensions.
@Suite struct CubeAxisMigrationTests {
  @Test func rowsGetTheNumberOfTheirAxis() throws {
    let queue = try DatabaseQueue()
    try Warehouse.migrator.migrate(queue.queue, upTo: "6 versions stay where they are")
    let parts =
      [0, 1, 2, 3, 4, 6, 7, 8, 9].map { (1, $0) } + [(11, 0)] + [0, 1, 4, 5, 6, 7, 8, 9].map { (2, $0) }
    try queue.write { db in
      for (place, part) in parts.enumerated() {
        for month in 24_000..<24_003 {
          try db.execute(
            sql: "INSERT INTO cube VALUES (?, ?, ?, 1450602, ?, 1, 2, 3, 4)",
            arguments: [part.0, part.1, month, 100 + place])
        }
      }
    }
    try Warehouse.migrator.migrate(queue.queue)
    let rows = try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT a.dataset, a.name, c.code, count(*), sum(registered), sum(ended), sum(closed), sum(filled)
          FROM cube c JOIN cube_axis a ON a.number = c.axis GROUP BY axis ORDER BY axis
          """
      ).map { row in
        "\(row[0] as String)/\(row[1] as String) " + (2..<8).map { "\(row[$0] as Int)" }.joined(separator: " ")
      }
    }
    let postings = [
      "total", "unit", "industry", "ownership", "occupation", "sex", "age", "education", "level", "copies",
    ]
    let seekers = ["total", "unit", "occupation", "category", "sex", "age", "education", "level"]
    let names = postings.map { "postings/\($0)" } + seekers.map { "seekers/\($0)" }
    #expect(rows == names.enumerated().map { "\($0.element) \(100 + $0.offset) 3 3 6 9 12" })
    let former = "SELECT name FROM sqlite_master WHERE name LIKE 'former%'"
    let left = try queue.read { try String.fetchAll($0, sql: former) }
    #expect(left == [])
  }
}
