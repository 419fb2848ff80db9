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
      try db.execute(sql: "INSERT INTO postings_superseded VALUES (7), (9000)")
      let directory = try segments.directory()
      #expect(directory.count == 9998)
      func isListed(_ id: Int) -> Bool { lists(directory, id, keys[id - 1]) }
      #expect(isListed(1) && isListed(10_000) && !isListed(7) && !isListed(9000))
      #expect(try segments.nextID() == 10_001)
    }
  }

  @Test func directoryOfSomeKeysListsTheirVersions() throws {
    try Warehouse.inMemory([table]).queue.write { db in
      let segments = FactSegments(db, table)
      let keys = (1...10_000).map { UInt64($0) << 50 }
      try segments.append(first: 1, file: 1, keys: keys, groups: keys)
      try segments.append(first: 10_001, file: 2, keys: [keys[4]], groups: [1])
      try db.execute(sql: "INSERT INTO postings_superseded VALUES (3), (5)")
      var wanted = HashFilter(size: 1 << 20)
      for id in [3, 5, 9000] { wanted.insert(keys[id - 1]) }
      let directory = try segments.directory(of: wanted)
      #expect(directory.count == 2)
      #expect(lists(directory, 10_001, keys[4]) && lists(directory, 9000, keys[8999]))
    }
  }

  private func lists(_ directory: borrowing KeyDirectory, _ id: Int, _ key: UInt64) -> Bool {
    var probe = directory.probe(key)
    while let candidate = directory.next(&probe) { if candidate == id { return true } }
    return false
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
