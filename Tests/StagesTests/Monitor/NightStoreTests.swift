import Domain
import Testing
import Warehouse

@testable import Stages

@Suite struct NightStoreTests {
  private let alert = AlertCandidate(.rows, ["a"], title: "甲", figure: "3 行", reason: "少", place: "in")
  private func day(_ number: Int) -> Day { Day(year: 2026, month: 7, day: number)! }

  /// A night up to the page; returns its run.
  private func begin(_ warehouse: MonitoredWarehouse, _ number: Int, _ found: [AlertCandidate]) throws -> Int {
    try warehouse.queue.write { db in
      let run = try Ledger.startRun(db, pipeline: "test", at: "\(day(number).iso) 02:00:00")
      let before = try AlertStore.load(db)
      var book = before
      book.advance(found, on: day(number))
      try NightStore.begin(db, day: day(number), run: run, book: book, before: before)
      return run
    }
  }

  private func publish(_ warehouse: MonitoredWarehouse, _ number: Int, _ run: Int) throws {
    try warehouse.queue.write { try NightStore.publish($0, day: day(number), run: run) }
  }

  private func told(_ warehouse: MonitoredWarehouse, _ number: Int) throws -> [AlertState] {
    try warehouse.queue.read { try AlertStore.load($0).alerts(on: day(number)).map(\.state) }
  }

  @Test func alertsAreStoredWithTheirStays() throws {
    let warehouse = try MonitoredWarehouse()
    for (number, found) in [(1, true), (2, true), (3, false), (4, true)] {
      try publish(warehouse, number, try begin(warehouse, number, found ? [alert] : []))
    }
    let rows = try warehouse.queue.read { db in
      try Row.fetchAll(db, sql: "SELECT occurrence, first_seen, cleared, told, end_told FROM alert ORDER BY occurrence")
        .map { row in ["\(row[0] as Int)"] + (1..<5).map { row[$0] as String? ?? "" } }
    }
    #expect(
      rows == [
        ["1", "2026-07-01", "2026-07-03", "2026-07-01", "2026-07-03"], ["2", "2026-07-04", "", "2026-07-04", ""],
      ])
    #expect(try told(warehouse, 4) == [.new])
    #expect(try told(warehouse, 5) == [.still])
  }

  @Test func aNightThatDiedIsKnown() throws {
    let warehouse = try MonitoredWarehouse()
    try publish(warehouse, 1, try begin(warehouse, 1, []))
    let dead = try begin(warehouse, 2, [alert])
    let unfinished = try warehouse.queue.read(NightStore.unfinished)
    #expect(unfinished?.day == day(2))
    #expect(unfinished?.run == dead)
    // It had no page: what it found is still to be told, and its files are still to be counted.
    try warehouse.queue.write { try NightStore.forget($0, run: dead) }
    #expect(try warehouse.queue.read { try NightStore.last($0, before: day(3)) }?.day == day(1))
    _ = try begin(warehouse, 3, [alert])
    #expect(try told(warehouse, 3) == [.new])
  }

  @Test func aNightThatIsRunAgainAndDiesLeavesTheFirst() throws {
    let warehouse = try MonitoredWarehouse()
    try warehouse.file("a", "x.csv", on: "2026-07-01")
    try publish(warehouse, 1, try begin(warehouse, 1, [alert]))
    let again = try begin(warehouse, 1, [alert])
    try warehouse.queue.write { try NightStore.forget($0, run: again) }
    let last = try warehouse.queue.read { try NightStore.last($0, before: day(2)) }
    #expect(last == NightStore.Night(day: day(1), vintage: 1))
  }
}
