import Warehouse

/// Whether the segments hold the hashes of exactly the versions that there are, so that a load finds each by its key.
struct SegmentCheck {
  private let db: Database
  private let layout: FactLayout
  private var table: String { "\(layout.table.name)_segment" }

  init(_ db: Database, _ layout: FactLayout) {
    self.db = db
    self.layout = layout
  }

  func run(_ found: inout Discrepancies) throws {
    let before = found.count(of: .segment)
    try compare(&found)
    // A directory of segments that are wrong in themselves would say nothing new.
    if found.count(of: .segment) == before { try lookUp(&found) }
  }

  private func compare(_ found: inout Discrepancies) throws {
    let segments = try BulkStatement(db, "SELECT first, file, rows, keys, groups FROM \(table) ORDER BY first")
    var versions = try VersionCursor(db, layout)
    var end = 1
    while try segments.step() {
      let (first, file, rows) = (segments.integer(0), segments.integer(1), segments.integer(2))
      try skip(&versions, to: first, &found)
      let (keys, groups) = (SegmentCheck.hashes(segments, 3), SegmentCheck.hashes(segments, 4))
      found.compare(.segment, table, "first=\(first) 的散列数", stored: [keys.count, groups.count], counted: [rows, rows])
      if first < end { found.add(.segment, table, "first=\(first)", stored: "与前段重叠", counted: "从 \(end) 起") }
      end = max(end, first + max(rows, 0))
      for offset in 0..<min(max(rows, 0), keys.count, groups.count) {
        guard let version = versions.peek, version.id == first + offset else {
          found.add(.segment, table, "id=\(first + offset)", stored: "有散列", counted: "没有这一版本")
          continue
        }
        _ = try versions.next()
        compare(version, key: keys[offset], group: groups[offset], file: file, &found)
      }
    }
    try skip(&versions, to: .max, &found)
  }

  private func skip(_ versions: inout VersionCursor, to id: Int, _ found: inout Discrepancies) throws {
    try versions.skip(to: id) {
      found.add(.segment, table, "id=\($0.id)", stored: "没有散列", counted: $0.isCurrent ? "现行版本" : "历史版本")
    }
  }

  private func compare(
    _ version: VersionCursor.Version, key: UInt64, group: UInt64, file: Int, _ found: inout Discrepancies
  ) {
    found.compare(.segment, table, "id=\(version.id) 的文件", stored: file, counted: version.file)
    // What its own file superseded is never looked for again.
    if !version.isCurrent, key == 0, group == 0 { return }
    found.compare(
      .segment, table, "id=\(version.id) 的主键散列", stored: key, counted: UInt64(bitPattern: Int64(version.key)) << 1)
    let wanted = version.group == Int.min ? 0 : UInt64(bitPattern: Int64(version.group))
    found.compare(.segment, table, "id=\(version.id) 的转载组散列", stored: group, counted: wanted)
  }

  /// Every current version is found through the directory that a load builds.
  private func lookUp(_ found: inout Discrepancies) throws {
    let directory = try FactSegments(db, layout.table).directory()
    let current = try BulkStatement(db, "SELECT id, key FROM \(layout.table.name)")
    while try current.step() {
      let id = current.integer(0)
      var probe = directory.probe(UInt64(bitPattern: Int64(current.integer(1))) << 1)
      var candidate = directory.next(&probe)
      while let other = candidate, other != id { candidate = directory.next(&probe) }
      if candidate == nil { found.add(.segment, table, "id=\(id)", stored: "主键目录中找不到", counted: "现行版本") }
    }
  }

  private static func hashes(_ rows: borrowing BulkStatement, _ column: Int) -> [UInt64] {
    rows.withBytes(column) { bytes in
      (0..<bytes.count / 8).map { bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
    }
  }
}
