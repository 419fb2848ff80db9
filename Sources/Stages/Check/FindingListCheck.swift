import Documents
import Domain
import Foundation
import Tabular
import Warehouse

/// Whether the lists of findings and rejects, where they are still there, say what the ledger says.
struct FindingListCheck {
  private let db: Database
  private let lists: FindingLists

  /// Both lists are written within moments of each other; one that is this many seconds younger was changed since.
  private static let grace = 60.0

  init(_ db: Database, _ lists: FindingLists) {
    self.db = db
    self.lists = lists
  }

  func run(_ result: inout WarehouseCheck.Result) throws {
    for file in try Ledger.files(db) {
      let base = lists.base(file)
      let (rejects, findings) = (base + FindingsWriter.rejectsEnding, base + FindingsWriter.findingsEnding)
      if FileTree.exists(findings) { try compareFindings(file, findings, &result.found) }
      guard FileTree.exists(rejects) else { continue }
      if FindingListCheck.isYounger(rejects, than: findings) {
        // A clerk may mend it in place.
        result.notes.append("\(rejects): 写出以后改动过, 没有核对行数")
      } else {
        let source = lists.sources.first { $0.id == file.source }
        let counted = try FindingListCheck.records(rejects, source)
        result.found.compare(.lists, rejects, "退回的行", stored: file.rejected, counted: counted)
      }
    }
  }

  /// Compares the findings of each rule and severity.
  private func compareFindings(_ file: LedgerEntry, _ path: String, _ found: inout Discrepancies) throws {
    var listed: [String: Int] = [:]
    try FindingListCheck.eachRecord(path, Dialect(byteOrderMark: 3)) { fields in
      listed[fields.count > 5 ? "\(fields[5]) (\(fields[4]))" : "读不出的行", default: 0] += 1
    }
    let rows = try Row.fetchAll(
      db,
      sql: "SELECT rule, severity, sum(rows) FROM finding_count WHERE file = ? GROUP BY 1, 2", arguments: [file.id])
    var stored: [String: Int] = [:]
    for row in rows where !(Rule(rawValue: row[0])?.isCounted ?? false) {
      let severity = Severity(rawValue: row[1])?.label ?? "\(row[1] as Int)"
      stored["\(row[0] as String) (\(severity))"] = row[2]
    }
    for rule in Set(listed.keys).union(stored.keys).sorted() {
      found.compare(.lists, path, rule, stored: stored[rule] ?? 0, counted: listed[rule] ?? 0)
    }
  }

  /// Rows of a rejects file: it has the dialect of its export.
  private static func records(_ path: String, _ source: SourceSpec?) throws -> Int {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    let sample = [UInt8](try file.read(upToCount: DialectSniffer.sampleSize) ?? Data())
    try file.close()
    var dialect =
      (try? DialectSniffer.sniff(sample, encoding: source?.encoding, delimiter: source?.delimiter)) ?? Dialect()
    RejectList.adjust(&dialect, to: sample)
    dialect.quote = source?.quote ?? dialect.quote
    dialect.escape = source?.escape
    var count = 0
    try eachRecord(path, dialect) { _ in count += 1 }
    return count
  }

  /// Calls `body` with the fields of each record behind the header.
  private static func eachRecord(_ path: String, _ dialect: Dialect, _ body: ([String]) -> Void) throws {
    let reader = try ChunkReader(path: path, dialect: dialect)
    var splitter = FieldSplitter(dialect: dialect)
    while let chunk = try reader.next() {
      chunk.bytes.withUnsafeBufferPointer { bytes in
        for (index, record) in chunk.records.enumerated() where chunk.firstRecord + index > 0 {
          splitter.split(bytes, record)
          body(
            splitter.fields.indices.map { place in
              splitter.withField(place, of: bytes) { String(decoding: $0, as: UTF8.self) }
            })
        }
      }
    }
  }

  private static func isYounger(_ path: String, than other: String) -> Bool {
    func time(_ path: String) -> Double {
      var status = stat()
      return stat(path, &status) == 0 ? Double(status.st_mtim.tv_sec) : .infinity
    }
    return time(path) > time(other) + grace
  }
}
