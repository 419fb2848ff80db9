import Testing
import Warehouse

@Suite struct CubeReaderTests {
  private let queue: DatabaseQueue

  init() throws {
    queue = try Warehouse.inMemory().queue
    try queue.write { db in
      let other = try CubeAxisStore.begin(db, dataset: "visits", name: "total", definition: "d")
      try db.execute(
        sql: """
          INSERT INTO cube VALUES (1, 20, 7, 0, 1, 2, 3, 4), (1, 21, 9, 5, 5, 0, 0, 0), (1, 22, 8, 0, 0, 6, 0, 0),
            (2, 20, 7, 0, 99, 0, 0, 0), (\(other), 30, 7, 0, 11, 0, 0, 0)
          """)
    }
  }

  private func read(
    _ dataset: String = "postings", _ axis: String = "total", in regions: ClosedRange<Int>? = nil,
    through last: Int? = nil
  ) throws -> [[Int]] {
    try queue.read { db in
      var cells: [[Int]] = []
      try CubeReader(db).each(of: dataset, axis, in: regions, through: last) { cell in
        let value = cell.value
        cells.append([
          cell.month, cell.region, cell.code, value.registered, value.ended, value.closed, value.filled,
        ])
      }
      return cells
    }
  }

  @Test func readsTheCellsOfOneAxisInTheirOrder() throws {
    let all = [[20, 7, 0, 1, 2, 3, 4], [21, 9, 5, 5, 0, 0, 0], [22, 8, 0, 0, 6, 0, 0]]
    #expect(try read() == all)
    #expect(try read(through: 21) == Array(all[...1]))
    #expect(try read(in: 7...8) == [all[0], all[2]])
    #expect(try read("visits") == [[30, 7, 0, 11, 0, 0, 0]])
    #expect(try read("seekers").isEmpty)
  }

  @Test func monthsInWhichSomethingWasRegistered() throws {
    func months(in regions: ClosedRange<Int>? = nil, through last: Int? = nil) throws -> ClosedRange<Int>? {
      try queue.read { try CubeReader($0).registeredMonths(of: "postings", "total", in: regions, through: last) }
    }
    #expect(try months() == 20...21)
    #expect(try months(in: 9...9) == 21...21)
    #expect(try months(in: 8...8) == nil)
    #expect(try months(through: 19) == nil)
  }

  @Test func anAxisThatThereIsNotIsAnError() throws {
    #expect(throws: DatabaseError.self) { try read("postings", "colour") }
    #expect(throws: DatabaseError.self) { try read("nothing") }
  }

  @Test func anAxisKeepsItsNumberAndIsEmptiedWhenItIsBegunAgain() throws {
    try queue.write { (db: Database) throws in
      let number = try #require(try CubeAxisStore.number(db, dataset: "visits", name: "total"))
      #expect(try CubeAxisStore.begin(db, dataset: "visits", name: "total", definition: "other") == number)
      #expect(try CubeAxisStore.all(db).last?.definition == "other")
      #expect(try CubeReader(db).registeredMonths(of: "visits", "total") == nil)
      #expect(try CubeReader(db).registeredMonths(of: "postings", "total") == 20...21)
      try CubeAxisStore.remove(db, 1)
      #expect(try CubeAxisStore.number(db, dataset: "postings", name: "total") == nil)
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM cube WHERE axis = 1") == 0)
    }
  }
}
