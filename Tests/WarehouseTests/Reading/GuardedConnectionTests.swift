import Foundation
import Testing
import Warehouse

@Suite struct GuardedConnectionTests {
  private let connection: GuardedConnection

  init() throws { connection = try GuardedConnectionTests.connection() }

  private static func connection(isPublic: Bool = false, limit: Int = GuardedConnection.usualLimit) throws
    -> GuardedConnection
  {
    let columns: [GuardedDataset.Column] = [
      .init("entry", affinity: "TEXT"), .init("person", affinity: "BLOB"), .init("kind", affinity: "TEXT"),
      .init("amount", affinity: "NUMERIC"), .init("channels", affinity: "TEXT"),
    ]
    let connection = try GuardedConnection(
      path: nil,
      datasets: [
        GuardedDataset("claims", columns: columns, source: .rows, neverPublic: "kind = 'secret'"),
        GuardedDataset("cases", columns: columns, source: .rows),
        GuardedDataset(
          "last", columns: columns, source: .derived("SELECT * FROM claims WHERE amount >= :least")),
        GuardedDataset(
          "double", columns: columns,
          source: .derived("SELECT entry, person, kind, amount * 2 AS amount, channels FROM last")),
      ],
      lists: [GuardedList("list_kinds", columns: ["code", "name"]) { [[.text("a"), .text("甲")]] }], functions: [],
      isPublic: isPublic, limit: limit)
    for (entry, kind, amount) in [("1", "a", 10), ("2", "a", 20), ("3", "secret", 30)] {
      try connection.insert(
        into: "claims",
        [
          "entry": .text(entry), "kind": .text(kind), "amount": .integer(amount), "person": .blob([1]),
          "channels": .text(#"["网上","窗口"]"#),
        ])
    }
    return connection
  }

  private func integer(_ sql: String, _ values: [String: SQLValue] = [:], on other: GuardedConnection? = nil) throws
    -> Int
  {
    let statement = try (other ?? connection).prepare(sql)
    try statement.bind(values)
    #expect(try statement.step())
    return statement.integer(0)
  }

  @Test(arguments: [
    "SELECT * FROM sqlite_master", "SELECT count(*) FROM sqlite_master", "SELECT count(*) FROM 'sqlite_temp_master'",
    "SELECT count(*) FROM sqlite_schema", "INSERT INTO cases (entry) VALUES (1)", "ATTACH 'x.db' AS x",
    "PRAGMA table_list", "SELECT date('now')", "SELECT random()", "SELECT current_date", "SELECT current_timestamp",
    "SELECT load_extension('x')", "SELECT randomblob(3)", "SELECT sqlite_version()", "SELECT changes()",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n LIMIT 5",
    "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n LIMIT 5", "DELETE FROM cases",
    "SELECT * FROM pragma_table_info('cases')", "SELECT count(*) FROM pragma_table_info('cases')",
    "SELECT count(*) FROM json_tree('[1]')", "SELECT key FROM json_tree('[1]')", "SELECT strftime('%s','now')",
    "SELECT unixepoch()", "SELECT julianday('now')", "EXPLAIN SELECT * FROM claims",
    "EXPLAIN QUERY PLAN SELECT * FROM claims", "SELECT * FROM main.claims", "SELECT count(*) FROM main.claims",
    "SELECT entry FROM claims; DELETE FROM claims", "SELECT entry FROM claims;", "BEGIN", "VACUUM", "VALUES (1)",
    "DROP TABLE claims", "CREATE TABLE x (y)", "UPDATE claims SET amount = 1", "REPLACE INTO claims (entry) VALUES (1)",
    "WITH claims AS (SELECT * FROM main.claims) SELECT count(*) FROM claims",
    "WITH claims AS (SELECT name AS entry FROM sqlite_master) SELECT entry FROM claims",
    "WITH x AS (SELECT 1) SELECT (SELECT count(*) FROM sqlite_master) FROM x",
    "WITH last AS (SELECT 1 AS entry) SELECT count(*) FROM last", "SELECT \"nobody\" FROM claims", "SELECT ?1",
    "SELECT $x", "SELECT @x", "SELECT (1", "SELECT 1)", "SELECT 'x", "SELECT 1 /* x", "", "-- nothing",
    "SELECT glob('a', 'b')", "SELECT 'a' -> 'b'", "SELECT quote(entry) FROM claims", "SELECT hex(person) FROM claims",
    "SELECT printf('%s', entry) FROM claims", "SELECT entry FROM sqlite_stmt", "SELECT count(*) FROM dbstat",
  ])
  func refuses(_ sql: String) throws {
    #expect(throws: GuardedSQLError.self) { _ = try connection.prepare(sql) }
    // Nothing was harmed, and the connection goes on.
    #expect(try integer("SELECT count(*) FROM claims") == 3)
  }

  @Test(arguments: [
    "1) UNION SELECT (1", "1); DELETE FROM claims --", "1) --", "amount > 0 /*", "amount > 0 AND 'x",
    "EXISTS (SELECT 1 FROM cases)", "(SELECT count(*) FROM cases) > 0", "entry IN (SELECT entry FROM last)",
    "(WITH claims AS (SELECT * FROM cases) SELECT count(*) FROM claims) > 0",
    "(WITH x AS (SELECT entry FROM cases) SELECT count(*) FROM x) > 0", "count(*) > 0", "sum(amount)",
    "row_number() OVER () = 1", "amount, kind", "nobody = 1", "date('now') > ''", "", "amount > ", "SELECT 1", "*",
    "amount AS x", "DISTINCT amount", "cases.entry = 1", "1 ORDER BY 1", "amount > 1;",
  ])
  func refusesInConditions(_ expression: String) throws {
    #expect(throws: GuardedSQLError.self) { _ = try connection.reads(of: expression, in: "claims") }
  }

  @Test func conditionsReadTheirDatasetAndLists() throws {
    let reads = try connection.reads(
      of: "amount > :least AND kind IN (SELECT code FROM list_kinds) -- and so on", in: "claims")
    #expect(reads.datasets == ["claims": ["amount", "kind"]])
    #expect(reads.lists == ["list_kinds"])
    #expect(reads.parameters == ["least"])
    let other = try connection.reads(of: "EXISTS (SELECT 1 FROM claims c WHERE c.amount > claims.amount)", in: "claims")
    #expect(other.datasets == ["claims": ["amount"]])
    #expect(try connection.reads(of: "amount > 3", in: "double").datasets == ["double": ["amount"]])
  }

  @Test func tellsWhatIsRead() throws {
    let reads = try connection.reads(of: "SELECT c.entry FROM claims c WHERE EXISTS (SELECT 1 FROM cases)")
    #expect(reads.datasets == ["claims": ["entry"], "cases": []])
    let derived = try connection.reads(of: "WITH x AS (SELECT entry FROM double) SELECT count(*) FROM x")
    #expect(derived.datasets == ["double": ["entry"]])
    #expect(connection.datasets(behind: derived) == ["claims", "last", "double"])
  }

  @Test func derivedDatasetsStandBeforeTheStatement() throws {
    #expect(try integer("SELECT count(*) FROM last", ["least": .integer(20)]) == 2)
    #expect(try integer("SELECT sum(amount) FROM double", ["least": .integer(20)]) == 100)
    #expect(
      try integer("WITH x AS (SELECT amount FROM double) SELECT max(amount) FROM x", ["least": .integer(0)]) == 60)
    #expect(try integer("SELECT count(*) FROM claims, last", ["least": .integer(30)]) == 3)
    // One that is not named asks for nothing.
    #expect(try connection.prepare("SELECT count(*) FROM claims").parameters == [])
  }

  @Test func parametersWithoutValueAreTold() throws {
    let statement = try connection.prepare("SELECT entry FROM claims WHERE amount > :amount")
    let error = try #require(throws: GuardedSQLError.self) { try statement.bind(["other": .integer(1)]) }
    #expect(error.offset == 40)
    let inner = try connection.prepare("SELECT entry FROM last")
    #expect(throws: GuardedSQLError.self) { try inner.bind() }
  }

  @Test func placesOfErrors() throws {
    func place(_ sql: String) throws -> Int {
      try #require(throws: GuardedSQLError.self) { _ = try connection.prepare(sql) }.offset
    }
    #expect(try place("SELECT entry, nobody FROM claims") == 14)
    #expect(try place("SELECT entry FROM claims WHERE date(entry) > 1") == 31)
    #expect(try place("SELECT entry FROM claims WHERE SELECT") == 31)
    #expect(try place("SELECT '中', nobody FROM double") == 14)
    #expect(try place("SELECT name FROM sqlite_master") == 17)
    #expect(try place("SELECT (entry FROM claims") == 7)
    let condition = try #require(throws: GuardedSQLError.self) {
      _ = try connection.reads(of: "kind = '甲' AND nobody > 1", in: "claims")
    }
    #expect(condition.offset == 17)
  }

  @Test func publicConnectionsHaveNoSecretRows() throws {
    let other = try GuardedConnectionTests.connection(isPublic: true)
    #expect(try integer("SELECT count(*) FROM claims", on: other) == 2)
    #expect(try integer("SELECT count(*) FROM last", ["least": .integer(0)], on: other) == 2)
  }

  @Test func listsAndJSON() throws {
    #expect(try integer("SELECT count(*) FROM claims JOIN list_kinds ON code = kind") == 2)
    #expect(try integer("SELECT count(*) FROM claims JOIN json_each(channels) j WHERE j.value = '窗口'") == 3)
    #expect(try integer("SELECT count(*) FROM claims JOIN json_each(claims.channels)") == 6)
  }

  @Test func statementsStayUsableWhenAListIsFilled() throws {
    let statement = try connection.prepare("SELECT entry FROM claims ORDER BY entry")
    try statement.bind()
    #expect(try statement.step())
    #expect(try integer("SELECT count(*) FROM list_kinds") == 1)
    #expect(try statement.step())
    #expect(statement.text(0) == "2")
    try statement.bind()
    #expect(try statement.step())
    #expect(statement.text(0) == "1")
  }

  @Test func runawayStatementsStop() throws {
    let other = try GuardedConnectionTests.connection(limit: 1_000_000)
    let tables = "abcdefghijklm".map { "claims \($0)" }.joined(separator: ", ")
    let statement = try other.prepare("SELECT count(*) FROM \(tables)")
    try statement.bind()
    let error = try #require(throws: GuardedSQLError.self) { _ = try statement.step() }
    #expect(error.message == "runaway statement")
  }

  @Test func viewsOverAFile() throws {
    let path = NSTemporaryDirectory() + "guarded-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    let table = FactTable(name: "postings", integers: ["openings"], keys: [], texts: ["title"])
    let warehouse = try Warehouse(path: path, tables: [table])
    try warehouse.queue.write { try $0.execute(sql: "INSERT INTO unit (name) VALUES ('x')") }
    let other = try GuardedConnection(
      path: path,
      datasets: [
        GuardedDataset(
          "units", columns: [.init("entry", affinity: "TEXT")], source: .view("SELECT name FROM unit"))
      ], lists: [], functions: [])
    #expect(try integer("SELECT count(*) FROM units", on: other) == 1)
    #expect(try integer("SELECT count(*) FROM units WHERE entry = 'x'", on: other) == 1)
    for sql in [
      "SELECT name FROM unit", "SELECT count(*) FROM unit", "SELECT count(*) FROM main.unit",
      "WITH units AS (SELECT name FROM unit) SELECT name FROM units",
    ] {
      #expect(throws: GuardedSQLError.self) { _ = try other.prepare(sql) }
    }
    #expect(throws: GuardedSQLError.self) {
      _ = try GuardedConnection(
        path: path,
        datasets: [
          GuardedDataset("units", columns: [.init("entry", affinity: "TEXT")], source: .view("SELECT nobody FROM unit"))
        ], lists: [], functions: [])
    }
  }
}
