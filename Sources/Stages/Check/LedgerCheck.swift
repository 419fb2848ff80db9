import Warehouse

/// Whether the ledger's counts hold together, and agree with the versions in the warehouse.
///
/// What a file's counts say of its versions: every accepted row became a version, and of the duplicates those whose
/// content was another one; so accepted <= versions <= accepted + duplicate, always. Where no source was ever erased,
/// replaying the versions gives the number of accepted rows exactly.
struct LedgerCheck {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func run(_ tally: VersionTally, _ found: inout Discrepancies) throws {
    let files = try Ledger.files(db)
    // Numbers of files are never given again, so that a gap tells of an erased source.
    let isComplete = try files.count == Ledger.vintage(db)
    for file in files {
      let (key, counts) = (
        "id=\(file.id) \(file.name)", [file.accepted, file.rejected, file.duplicate, file.unchanged, file.skipped]
      )
      found.compare(.ledger, "file", "\(key) 的行数", stored: file.rows, counted: counts.reduce(0, +))
      if let negative = counts.first(where: { $0 < 0 }) {
        found.add(.ledger, "file", key, stored: "\(negative)", counted: "不小于 0")
      }
      let versions = tally.files[file.id] ?? VersionTally.Count()
      if versions.versions < file.accepted || versions.versions > file.accepted + file.duplicate {
        found.add(
          .ledger, "file", "\(key) 的版本数", stored: "接收 \(file.accepted), 重复 \(file.duplicate)",
          counted: "\(versions.versions)")
      } else if isComplete {
        found.compare(.ledger, "file", "\(key) 的接收数", stored: file.accepted, counted: versions.accepted)
      }
    }
    let known = Set(files.map(\.id))
    for (file, count) in tally.files.sorted(by: { $0.key < $1.key }) where !known.contains(file) {
      found.add(.ledger, "file", "id=\(file)", stored: "没有登记", counted: "\(count.versions) 个版本")
    }
    try compareFindings(files, &found)
    try compareCoded(files, &found)
  }

  /// Given, coded and uncoded rows add up to the accepted ones, field by field.
  private func compareCoded(_ files: [LedgerEntry], _ found: inout Discrepancies) throws {
    let coded = try CodedRows.byFile(db)
    for file in files {
      for (field, counts) in Dictionary(grouping: coded[file.id] ?? [], by: \.field).sorted(by: { $0.key < $1.key }) {
        found.compare(
          .ledger, "file_coded", "id=\(file.id) \(file.name) 的 \(field)", stored: counts.reduce(0) { $0 + $1.rows },
          counted: file.accepted)
      }
    }
  }

  /// Each rejected row has at least one finding that rejects it, and no other row has.
  private func compareFindings(_ files: [LedgerEntry], _ found: inout Discrepancies) throws {
    let rows = try Row.fetchAll(db, sql: "SELECT file, sum(rows) FROM finding_count WHERE severity = 3 GROUP BY file")
    let findings = Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as Int, $0[1] as Int) })
    for file in files {
      let count = findings[file.id] ?? 0
      guard count < file.rejected || (file.rejected == 0 && count > 0) else { continue }
      found.add(
        .ledger, "finding_count", "id=\(file.id) \(file.name)", stored: "退回 \(count) 处",
        counted: "退回 \(file.rejected) 行")
    }
  }
}
