import Testing
import Warehouse

@Suite struct DictionaryTableTests {
  /// Looks up all keys as one file load would, and writes what is new.
  private func ids(_ db: Database, _ keys: [String]) throws -> [Int] {
    var table = try DictionaryTable(db, table: "employer", key: "identity", label: "name")
    let ids = keys.map { key in
      Array(key.utf8).withUnsafeBufferPointer { bytes in
        Array("\(key)公司".utf8).withUnsafeBufferPointer { table.id(of: bytes, label: $0) }
      }
    }
    try table.flush(db)
    return ids
  }

  @Test func idsFollowFirstSightAndStayTheSame() throws {
    try Warehouse.inMemory().queue.write { db in
      #expect(try ids(db, ["港务", "边贸", "港务", "核电"]) == [1, 2, 1, 3])
      #expect(try ids(db, ["钢铁", "核电", "边贸", "港务"]) == [4, 3, 2, 1])
      let names = try String.fetchAll(db, sql: "SELECT name FROM employer ORDER BY id")
      #expect(names == ["港务公司", "边贸公司", "核电公司", "钢铁公司"])
    }
  }

  @Test func tableWithoutLabel() throws {
    try Warehouse.inMemory().queue.write { db in
      var table = try DictionaryTable(db, table: "unit", key: "name")
      let id = Array("市人力资源市场".utf8).withUnsafeBufferPointer { table.id(of: $0, label: $0) }
      try table.flush(db)
      try table.flush(db)
      #expect(id == 1)
      #expect(try String.fetchAll(db, sql: "SELECT name FROM unit") == ["市人力资源市场"])
    }
  }
}
