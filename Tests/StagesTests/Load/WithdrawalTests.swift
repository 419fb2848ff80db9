import Domain
import TestSupport
import Testing
import Warehouse

@testable import Stages

@Suite struct WithdrawalTests {
  private static let full: SourceSpec = {
    var source = SourceSpec.postings
    source.deliversAll = true
    return source
  }()

  private func row(_ id: String, _ openings: Int = 3, _ updated: String = "2026-07-02") -> PostingRow {
    var row = PostingRow(["更新时间": updated])
    (row.id, row.openings) = (id, "\(openings)")
    return row
  }

  @discardableResult
  private func take(
    _ rows: [PostingRow], _ name: String, _ warehouse: LedgeredWarehouse, _ source: SourceSpec = full,
    id: String = "test"
  ) throws -> LoadOutcome {
    try warehouse.take(Array(PostingRow.file(rows).utf8), id, source, name: name).loaded
  }

  private func current(_ warehouse: LedgeredWarehouse) throws -> [String] {
    try warehouse.queue.read {
      try String.fetchAll($0, sql: "SELECT posting_id || '=' || openings FROM postings ORDER BY 1")
    }
  }

  private func expectSound(_ warehouse: LedgeredWarehouse) throws {
    #expect(try warehouse.check().found.shown == [])
  }

  @Test func rowsThatAFileNoLongerHoldsAreWithdrawn() throws {
    let warehouse = try LedgeredWarehouse()
    try take([row("1"), row("2"), row("3")], "a.csv", warehouse)
    let second = try take([row("1"), row("3", 9, "2026-07-03"), row("4")], "a.csv", warehouse)
    #expect(second.former == 3 && second.gone == 1 && second.withdrawn == 1)
    #expect(try current(warehouse) == ["1=3", "3=9", "4=3"])
    #expect(try warehouse.integer("SELECT withdrawn FROM file WHERE id = 2") == 1)
    try expectSound(warehouse)
    // What comes again is new, however old it says it is.
    let third = try take([row("1"), row("2", 5, "2026-06-30"), row("3", 9, "2026-07-03")], "a.csv", warehouse)
    #expect(third.accepted == 1 && third.withdrawn == 1)
    #expect(try current(warehouse) == ["1=3", "2=5", "3=9"])
    try expectSound(warehouse)
  }

  @Test func withoutTheKeyRowsStayAndAreCounted() throws {
    let warehouse = try LedgeredWarehouse()
    try take([row("1"), row("2"), row("3")], "a.csv", warehouse, .postings)
    let second = try take([row("2")], "a.csv", warehouse, .postings)
    #expect(second.gone == 2 && second.withdrawn == 0)
    #expect(try current(warehouse) == ["1=3", "2=3", "3=3"])
    // Another file is another content.
    #expect(try take([row("2")], "b.csv", warehouse, .postings).gone == 0)
  }

  @Test func whatAnotherFileHoldsStays() throws {
    let warehouse = try LedgeredWarehouse()
    try take([row("1"), row("2"), row("3")], "a.csv", warehouse)
    try take([row("2")], "b.csv", warehouse)
    #expect(try take([row("1")], "a.csv", warehouse).withdrawn == 1)
    #expect(try current(warehouse) == ["1=3", "2=3"])
    // The last that holds it drops it.
    #expect(try take([row("5")], "b.csv", warehouse).withdrawn == 1)
    #expect(try current(warehouse) == ["1=3", "5=3"])
    try expectSound(warehouse)
  }

  @Test func anOlderVersionOfAnotherFileIsCurrentAgain() throws {
    let warehouse = try LedgeredWarehouse()
    try take([row("1", 4, "2026-07-01")], "other.csv", warehouse, .postings, id: "other")
    try take([row("1", 8, "2026-07-05"), row("2")], "a.csv", warehouse)
    #expect(try current(warehouse) == ["1=8", "2=3"])
    let second = try take([row("2")], "a.csv", warehouse)
    #expect(second.gone == 1 && second.withdrawn == 0)
    #expect(try current(warehouse) == ["1=4", "2=3"])
    try expectSound(warehouse)
    // An erased source brings no withdrawn row back.
    try warehouse.erase("other")
    #expect(try current(warehouse) == ["2=3"])
    try expectSound(warehouse)
  }

  @Test func aRowThatIsRejectedIsStillThere() throws {
    let warehouse = try LedgeredWarehouse()
    try take([row("1"), row("2"), row("3")], "a.csv", warehouse)
    var bad = row("2")
    bad.openings = "很多"
    let second = try take([row("1"), bad], "a.csv", warehouse)
    #expect(second.withdrawn == 1)
    #expect(try current(warehouse) == ["1=3", "2=3"])
    // One whose key is unknown may be any.
    var nameless = row("")
    nameless.openings = "3"
    let third = try take([nameless], "a.csv", warehouse)
    #expect(third.gone == 2 && third.withdrawn == 0 && third.isUndecided)
    #expect(try current(warehouse) == ["1=3", "2=3"])
  }

  @Test func filesTakenBeforeTheKeyWasSetDecideNothing() throws {
    let warehouse = try LedgeredWarehouse()
    try take([row("1"), row("2")], "a.csv", warehouse, .postings)
    let second = try take([row("1")], "a.csv", warehouse)
    #expect(second.isUndecided && second.withdrawn == 0)
    #expect(try current(warehouse) == ["1=3", "2=3"])
  }

  @Test func aCopyStandsAloneWhenItsOriginalIsWithdrawn() throws {
    let warehouse = try LedgeredWarehouse()
    try take([row("1"), row("2")], "a.csv", warehouse)
    var copy = row("9")
    copy.platform = "平台乙"
    copy.cells["转载来源"] = "平台甲"
    try take([copy], "b.csv", warehouse, .postings, id: "other")
    #expect(try warehouse.integer("SELECT sum(is_copy) FROM postings") == 1)
    #expect(try take([], "a.csv", warehouse).withdrawn == 2)
    #expect(try warehouse.integer("SELECT sum(is_copy) FROM postings") == 0)
    try expectSound(warehouse)
  }

  /// A key is current as long as the last content of a file, or any content of a source that brings changes only, holds
  /// it; with what a file said of it, which may be an older content that says to be newer.
  @Test(arguments: 0..<40) func currentIsWhatTheFilesHold(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let warehouse = try LedgeredWarehouse()
    var full: [String: [String: Set<String>]] = [:]
    var others: [String: Set<String>] = [:]
    var said: Set<String> = []
    for step in 0..<12 {
      let rows = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        row(
          "\(Int.random(in: 1...5, using: &random))", Int.random(in: 1...2, using: &random),
          "2026-07-0\(Int.random(in: 1...3, using: &random))")
      }
      var held: [String: Set<String>] = [:]
      for row in rows { held[row.id, default: []].insert("\(row.id)=\(row.openings)") }
      said.formUnion(held.values.joined())
      switch Int.random(in: 0...3, using: &random) {
      case 0:
        try take(rows, "c\(step).csv", warehouse, .postings, id: "other")
        others.merge(held) { $0.union($1) }
      case let choice:
        let (name, id) = [("a.csv", "test"), ("b.csv", "test"), ("a.csv", "third")][choice - 1]
        try take(rows, name, warehouse, WithdrawalTests.full, id: id)
        full["\(id) \(name)"] = held
      }
      var expected = others
      for content in full.values { expected.merge(content) { $0.union($1) } }
      let current = try current(warehouse)
      #expect(current.map { String($0.prefix(1)) } == expected.keys.sorted(), "\(step)")
      #expect(said.isSuperset(of: current), "\(step): \(current)")
      try expectSound(warehouse)
    }
  }
}
