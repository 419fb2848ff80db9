import GRDB
import Testing
import Warehouse

@Suite struct FactSegmentsTests {
  private let table = FactTable(name: "postings", integers: [], keys: [], texts: [])

  @Test func directoryListsAllButTheHistory() throws {
    try Warehouse.inMemory([table]).queue.write { db in
      let segments = FactSegments(db, table)
      #expect(try segments.nextID() == 1)
      let keys = (1...10_000).map { UInt64($0) << 40 }
      try segments.append(first: 1, file: 1, keys: keys, groups: keys.map { $0 + 1 })
      try db.execute(sql: "INSERT INTO postings_history VALUES (7, 1, 1, 1, 1, 1), (9000, 1, 1, 1, 1, 1)")
      let directory = try segments.directory()
      #expect(directory.count == 9998)
      func isListed(_ id: Int) -> Bool {
        var probe = directory.probe(keys[id - 1])
        while let candidate = directory.next(&probe) { if candidate == id { return true } }
        return false
      }
      #expect(isListed(1) && isListed(10_000) && !isListed(7) && !isListed(9000))
      #expect(try segments.nextID() == 10_001)
    }
  }

  @Test func groupsComeInTheOrderOfIds() throws {
    try Warehouse.inMemory([table]).queue.write { db in
      let segments = FactSegments(db, table)
      try segments.append(first: 1, file: 1, keys: [1, 2, 3], groups: [7, 0, 9])
      try segments.append(first: 4, file: 2, keys: [4], groups: [8])
      var seen: [UInt64] = []
      try segments.eachGroups { first, groups in
        #expect(first == seen.count + 1)
        seen += groups
      }
      #expect(seen == [7, 0, 9, 8])
    }
  }
}
