import Testing
import Warehouse

@Suite struct CrossStoreTests {
  private func add(_ db: Database, _ cells: [(month: UInt64, key: UInt64, sums: CellTable.Sums)]) throws {
    var table = CellTable()
    for cell in cells { table.add(cell.month, cell.key, cell.sums) }
    try CrossStore.add(&table, to: ["t"], db)
  }

  private func cells(_ db: Database, _ month: Int) throws -> [[Int]] {
    var result: [[Int]] = []
    try CrossStore.each(db, table: "t", month: month) { key, sums in
      result.append([Int(key), sums.0, sums.1, sums.2, sums.3])
    }
    return result
  }

  @Test func differencesAreMergedIntoWhatIsStored() throws {
    try Warehouse.inMemory().queue.write { db in
      try add(db, [(24_000, 5, (1, 2, 3, 4)), (24_000, 1 << 40, (9, 0, 0, 0)), (24_001, 7, (1, 1, 1, 1))])
      try add(db, [(24_000, 5, (1, 0, -10, 0)), (24_000, 3, (1, 1 << 50, 0, 0)), (24_000, 900, (2, 0, 0, 0))])
      #expect(
        try cells(db, 24_000) == [
          [3, 1, 1 << 50, 0, 0], [5, 2, 2, -7, 4], [900, 2, 0, 0, 0], [1 << 40, 9, 0, 0, 0],
        ])
      #expect(try CrossStore.months(db, table: "t") == [24_000, 24_001])
    }
  }

  @Test func emptyMonthsLeaveNothing() throws {
    try Warehouse.inMemory().queue.write { db in
      try add(db, [(24_000, 5, (1, 2, 3, 4)), (24_001, 5, (1, 2, 3, 4))])
      try add(db, [(24_000, 5, (-1, -2, -3, -4))])
      #expect(try CrossStore.months(db, table: "t") == [24_001])
      try CrossStore.remove(db, table: "t")
      #expect(try CrossStore.months(db, table: "t").isEmpty)
    }
  }
}
