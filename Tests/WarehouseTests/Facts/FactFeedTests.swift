import Testing
import Warehouse

@Suite struct FactFeedTests {
  private let table = FactTable(
    name: "postings", integers: ["unit", "openings", "sex"], keys: ["posting_id"], texts: [])

  /// Inserts rows given as (id, place): derived columns up to `unit`, own columns from `places` of four rows.
  private func insert(
    _ db: Database, _ rows: [(id: Int, place: Int32)], through feed: FactFeed? = nil, sex: Int = Int.min
  ) throws {
    let derived = rows.flatMap { [$0.id, 11, 12, 13, 1, 5, 7] }
    let own = [1, sex, 2, sex, 3, sex, 4, sex]
    let text = Array("甲a乙b丙c丁d".utf8)
    let ends = [3, 4, 7, 8, 11, 12, 15, 16]
    let feed = try feed ?? FactFeed(db, table, keySlots: [1])
    try derived.withUnsafeBufferPointer { derived in
      try own.withUnsafeBufferPointer { own in
        try text.withUnsafeBufferPointer { text in
          try ends.withUnsafeBufferPointer { ends in
            try rows.map(\.place).withUnsafeBufferPointer { places in
              try feed.insert(
                db,
                FactFeed.Rows(
                  derived: derived.baseAddress!, derivedWidth: 7, places: places.baseAddress!, count: rows.count,
                  own: own.baseAddress!, ownWidth: 2, text: text.baseAddress, textEnds: ends.baseAddress, textWidth: 2))
            }
          }
        }
      }
    }
  }

  @Test func rowsComeFromBothPiecesOfMemory() throws {
    try Warehouse.inMemory([table]).queue.write { db in
      try insert(db, [(1, 0), (2, 3), (4, 1)])
      let rows = try Row.fetchAll(
        db, sql: "SELECT id, key, line, unit, openings, sex, posting_id FROM postings ORDER BY id")
      #expect(rows.map { $0["openings"] as Int } == [1, 4, 2])
      #expect(rows.map { $0["posting_id"] as String } == ["a", "d", "b"])
      #expect(rows.map { $0["id"] as Int } == [1, 2, 4])
      #expect(rows.allSatisfy { $0["sex"] as Int? == nil && $0["unit"] == 7 && $0["line"] == 5 && $0["key"] == 11 })
    }
  }

  @Test func aSecondBatchFollows() throws {
    try Warehouse.inMemory([table]).queue.write { db in
      try insert(db, [(1, 0)])
      try insert(db, [(2, 2)])
      #expect(try Int.fetchAll(db, sql: "SELECT openings FROM postings ORDER BY id") == [1, 3])
    }
  }

  @Test func aFeedTakesBatchesThatFillOtherColumns() throws {
    try Warehouse.inMemory([table]).queue.write { db in
      let feed = try FactFeed(db, table, keySlots: [1])
      for (id, sex) in [Int.min, Int.min, 2, Int.min].enumerated() {
        try insert(db, [(id + 1, 0)], through: feed, sex: sex)
      }
      #expect(
        try Row.fetchAll(db, sql: "SELECT sex FROM postings ORDER BY id").map { $0[0] as Int? } == [nil, nil, 2, nil])
    }
  }

  @Test func anIdThatIsTakenIsAnError() throws {
    #expect(throws: DatabaseError.self) {
      try Warehouse.inMemory([table]).queue.write { db in try insert(db, [(1, 0), (1, 1)]) }
    }
  }
}
