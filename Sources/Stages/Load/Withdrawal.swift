import Domain
import Warehouse

/// What becomes of rows that a file no longer holds, where its source brings everything each time.
///
/// A row stays as long as the last content of any file holds it: with a version of its own, or unchanged (see
/// `HeldVersions`). Of the versions of a key that are held the newest is current; all that were newer are withdrawn, so
/// that a source that is erased later does not bring them back.
struct Withdrawal {
  private let db: Database
  private let layout: FactLayout
  private let file: Int
  /// Contents that their files no longer have.
  private let outdated: Set<Int>
  /// What the other files hold unchanged.
  private let held: VersionRuns

  /// Rows that go, and older versions of other files that are current again.
  struct Rows {
    var leaving: [FactRow] = []
    var returning: [FactRow] = []
    /// Those of `leaving` that nothing else stands for.
    var withdrawn = 0
  }

  /// - Parameters:
  ///   - file: whose new content is being loaded.
  ///   - former: the contents that it had before.
  ///   - all: what files hold beside their own versions, of the dataset.
  init(_ db: Database, _ layout: FactLayout, file: Int, former: [Int], held all: [Int: VersionRuns]) throws {
    self.db = db
    self.layout = layout
    self.file = file
    let replaced = try Int.fetchAll(
      db,
      sql: """
        SELECT id FROM file f WHERE EXISTS (
          SELECT 1 FROM file g WHERE g.source = f.source AND g.name = f.name AND g.id > f.id)
        """)
    // Files of which it is not known what they held bring back nothing, and lose nothing.
    outdated = Set(replaced.filter { all[$0] != nil } + former)
    let outdated = outdated
    held = VersionRuns(all.filter { !outdated.contains($0.key) }.flatMap { $0.value.ranges })
  }

  /// Withdraws `gone`; the caller makes the rows that leave superseded, and those that return current.
  func rows(_ gone: [Int]) throws -> Rows {
    var result = Rows()
    let columns = layout.table.columnList
    let one = try BulkStatement(db, "SELECT \(columns) FROM \(layout.table.versions) WHERE id = ?")
    for id in gone {
      one.bind(id, 1)
      guard try one.step() else { continue }
      let row = layout.row(one)
      if !isHeld(row) { result.leaving.append(row) }
      one.reset()
    }
    guard !result.leaving.isEmpty else { return result }
    let history = try KeyHistory(db, layout, of: result.leaving)
    let mark = try BulkStatement(db, "INSERT INTO \(layout.table.withdrawn) VALUES (?, ?)")
    for row in result.leaving {
      let all = history[row]
      let heir = all.firstIndex(where: isHeld)
      if let heir { result.returning.append(all[heir]) } else { result.withdrawn += 1 }
      for version in [row] + all[..<(heir ?? all.count)] {
        mark.bind(version.values[FactRow.id], 1)
        mark.bind(file, 2)
        try mark.run()
      }
    }
    return result
  }

  /// Whether the last content of a file holds a version.
  private func isHeld(_ row: FactRow) -> Bool {
    !outdated.contains(row.values[FactRow.file]) || held.contains(row.values[FactRow.id])
  }
}
