import Warehouse

/// Whether each business key has one current version, and the right one: the newest by `updated_at`, then by arrival.
///
/// The versions of a key are replayed in the order in which they came, by the rules of loading as they are written.
struct VersionCheck {
  private let db: Database
  private let layout: FactLayout

  private struct Version {
    let id: Int
    let file: Int
    let updated: Int
  }

  init(_ db: Database, _ layout: FactLayout) {
    self.db = db
    self.layout = layout
  }

  func run(_ tally: inout VersionTally, _ found: inout Discrepancies) throws {
    let table = layout.table
    let updated = layout.contract.changedAt ?? "NULL"
    let rows = try BulkStatement(
      db,
      """
      SELECT key, key_check, id, file, \(updated), \(table.isCurrent)
      FROM \(table.versions) ORDER BY 1, 2, 3
      """)
    var key = (Int.min, Int.min)
    var newest: Version?
    var current: [Int] = []
    while try rows.step() {
      let version = Version(id: rows.integer(2), file: rows.integer(3), updated: rows.integer(4))
      if (rows.integer(0), rows.integer(1)) != key {
        compare(newest, current, &found)
        key = (rows.integer(0), rows.integer(1))
        newest = nil
        current.removeAll(keepingCapacity: true)
      }
      if rows.integer(5) == 1 { current.append(version.id) }
      let isNewest = newest.map { version.updated >= $0.updated } ?? true
      tally.add(file: version.file, isAccepted: isNewest && newest?.file != version.file)
      if isNewest { newest = version }
    }
    compare(newest, current, &found)
  }

  private func compare(_ newest: Version?, _ current: [Int], _ found: inout Discrepancies) {
    guard let newest, current != [newest.id] else { return }
    let stored = current.isEmpty ? "没有现行版本" : "现行版本 \(current.prefix(5).map { "id=\($0)" }.joined(separator: " "))"
    found.add(.key, layout.table.name, "id=\(newest.id) 的主键", stored: stored, counted: "现行版本 id=\(newest.id)")
  }
}
