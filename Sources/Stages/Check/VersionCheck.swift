import Warehouse

/// Whether each business key has one current version, and the right one: the newest by `updated_at`, then by arrival, of
/// those that are not withdrawn; none where all are.
///
/// The versions of a key are replayed in the order in which they came, by the rules of loading as they are written.
struct VersionCheck {
  private let db: Database
  private let layout: FactLayout

  private struct Version {
    let id: Int
    let file: Int
    let updated: Int
    /// The file with whose load it was withdrawn; `Int.min` where it was not.
    let withdrawn: Int

    /// Whether it counted when a row of `file` came: a file withdraws after all its rows.
    func counts(for file: Int) -> Bool { withdrawn == Int.min || withdrawn >= file }
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
      SELECT v.key, v.key_check, v.id, v.file, \(updated), v.\(table.isCurrent), w.file
      FROM \(table.versions) v LEFT JOIN \(table.withdrawn) w ON w.id = v.id ORDER BY 1, 2, 3
      """)
    var key = (Int.min, Int.min)
    var versions: [Version] = []
    var current: [Int] = []
    while try rows.step() {
      if (rows.integer(0), rows.integer(1)) != key {
        compare(newest(of: versions, for: Int.max), current, &found)
        key = (rows.integer(0), rows.integer(1))
        versions.removeAll(keepingCapacity: true)
        current.removeAll(keepingCapacity: true)
      }
      let version = Version(
        id: rows.integer(2), file: rows.integer(3), updated: rows.integer(4), withdrawn: rows.integer(6))
      if rows.integer(5) == 1 { current.append(version.id) }
      let before = newest(of: versions, for: version.file)
      let isNewest = before.map { version.updated >= $0.updated } ?? true
      tally.add(file: version.file, isAccepted: isNewest && before?.file != version.file)
      versions.append(version)
    }
    compare(newest(of: versions, for: Int.max), current, &found)
  }

  /// The newest of `versions` that count for a row of `file`; of those that are equally new the last.
  private func newest(of versions: [Version], for file: Int) -> Version? {
    versions.lazy.filter { $0.counts(for: file) }.reduce(nil) { newest, version in
      newest.map { version.updated >= $0.updated } ?? true ? version : newest
    }
  }

  private func compare(_ newest: Version?, _ current: [Int], _ found: inout Discrepancies) {
    guard current != newest.map({ [$0.id] }) ?? [] else { return }
    let stored = current.isEmpty ? "没有现行版本" : "现行版本 \(current.prefix(5).map { "id=\($0)" }.joined(separator: " "))"
    let counted = newest.map { "现行版本 id=\($0.id)" } ?? "没有现行版本"
    let id = newest?.id ?? current.first ?? 0
    found.add(.key, layout.table.name, "id=\(id) 的主键", stored: stored, counted: counted)
  }
}
