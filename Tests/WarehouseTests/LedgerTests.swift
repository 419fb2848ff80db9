import Testing
import Warehouse

@Suite struct LedgerTests {
  private let queue: DatabaseQueue
  private let entry = LedgerEntry(
    id: 1, run: 1, source: "fcg-public", dataset: "postings", name: "2026Q3.csv", sha256: "ab", bytes: 100,
    encoding: "utf-8", recipe: "cd", rows: 10, accepted: 4, rejected: 3, duplicate: 2, unchanged: 1)

  init() throws {
    queue = try Warehouse.inMemory().queue
    _ = try queue.write { try Ledger.startRun($0, pipeline: "nightly", at: "2026-10-08 02:00:00") }
  }

  @Test func entryReadsBack() throws {
    let counts = [FindingCount(rule: "row.quote", field: "", severity: 3, rows: 3)]
    #expect(try queue.read(Ledger.nextFile) == 1)
    try queue.write { try Ledger.add($0, entry, findings: counts) }
    #expect(try queue.read(Ledger.files) == [entry])
    #expect(try queue.read(Ledger.vintage) == 1)
    #expect(try queue.read(Ledger.nextFile) == 2)
    for (source, isTaken) in [("fcg-public", true), ("gx-rencai", false)] {
      #expect(
        try queue.read { try Ledger.hasTaken($0, source: source, sha256: "ab", name: "2026Q3.csv") } == isTaken)
    }
    let row = try #require(try queue.read { try Row.fetchOne($0, sql: "SELECT * FROM finding_count") })
    #expect(row["rule"] == "row.quote")
    #expect(row["rows"] == 3)
  }

  @Test(arguments: [(5, 3, 2, 1), (3, 3, 2, 1), (4, 3, 2, 0), (4, 2, 2, 1)]) func accountingMustAddUp(
    accepted: Int, rejected: Int, duplicate: Int, unchanged: Int
  ) throws {
    var wrong = entry
    (wrong.accepted, wrong.rejected, wrong.duplicate, wrong.unchanged) = (accepted, rejected, duplicate, unchanged)
    let error = try #require(throws: DatabaseError.self) {
      try queue.write { try Ledger.add($0, wrong, findings: []) }
    }
    #expect(error.code == .constraint)
    #expect(try queue.read(Ledger.files).isEmpty)
  }

  @Test func contentIsTakenOnceASource() throws {
    try queue.write { try Ledger.add($0, entry, findings: []) }
    func isTaken(_ sha256: String, as name: String) throws -> Bool {
      try queue.read { try Ledger.hasTaken($0, source: "fcg-public", sha256: sha256, name: name) }
    }
    #expect(try isTaken("ab", as: "2026Q3.csv") && isTaken("ab", as: "old.csv"))
    var changed = entry
    (changed.id, changed.sha256) = (2, "cd")
    try queue.write { [changed] in try Ledger.add($0, changed, findings: []) }
    // The first content under this name has been replaced; should it come back, it counts as changed.
    #expect(try !isTaken("ab", as: "2026Q3.csv") && isTaken("cd", as: "2026Q3.csv"))
    // Not so where it lies under another name, to make room for the new content.
    #expect(try isTaken("ab", as: "old.csv"))
    (changed.id, changed.sha256) = (3, "ab")
    try queue.write { [changed] in try Ledger.add($0, changed, findings: []) }
    #expect(try isTaken("ab", as: "2026Q3.csv") && !isTaken("cd", as: "2026Q3.csv"))
  }

  /// Members of an archive are known by its digest and their numbers, until it has brought another content.
  @Test func membersOfAnArchiveAreTakenOnce() throws {
    var id = 0
    func add(_ name: String, _ sha256: String, _ source: String = "fcg-public") throws {
      id += 1
      var member = entry
      (member.id, member.name, member.sha256, member.source) = (id, name, sha256, source)
      try queue.write { [member] in try Ledger.add($0, member, findings: []) }
    }
    func taken(_ archive: String, as name: String = "x.zip") throws -> Set<String> {
      try queue.read { try Ledger.takenMembers($0, source: "fcg-public", archive: archive, name: name) }
    }
    try add("x.zip#1", "ab#1")
    try add("x.zip#12", "ab#12")
    try add("y.zip#1", "abc#1")
    try add("x.zip#2", "ab#2", "gx-rencai")
    #expect(try taken("ab") == ["ab#1", "ab#12"])
    #expect(try taken("abc") == ["abc#1"])
    #expect(try taken("a") == [])
    // Another content in but one of its members: all of the archive is another.
    try add("x.zip#1", "cd#1")
    #expect(try taken("ab") == [] && taken("cd") == ["cd#1"])
    #expect(try taken("ab", as: "x-old.zip") == ["ab#1", "ab#12"])
    // Put back to what it was, a member at a time.
    try add("x.zip#1", "ab#1")
    #expect(try taken("ab") == ["ab#1"] && taken("cd") == [])
  }

  @Test func settingsKeepTheirFirstValue() throws {
    #expect(try queue.write { try Ledger.setting($0, "key", default: "a") } == "a")
    #expect(try queue.write { try Ledger.setting($0, "key", default: "b") } == "a")
  }

  @Test func runsAreNumberedAndEnded() throws {
    let run = try queue.write { try Ledger.startRun($0, pipeline: "nightly", at: "2026-10-09 02:00:00") }
    #expect(run == 2)
    try queue.write { try Ledger.endRun($0, run: run, outcome: "完成", at: "2026-10-09 02:01:00") }
    let outcomes = try queue.read {
      try Row.fetchAll($0, sql: "SELECT outcome FROM run ORDER BY id").map { $0[0] as String? }
    }
    #expect(outcomes == [nil, "完成"])
  }
}
