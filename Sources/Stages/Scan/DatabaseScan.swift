import Domain
import Warehouse

/// Scans what is stored in an SQLite file: its values, and the texts that a warehouse keeps packed.
struct DatabaseScan {
  /// Numbers and names found, so that they are not told once more for the bytes of the file.
  private(set) var values: Set<String> = []
  private static let mostValues = 100_000
  private var scanner: PersonalDataScanner
  private let check: () throws -> Void

  init(_ scanner: PersonalDataScanner, check: @escaping () throws -> Void) {
    self.scanner = scanner
    self.check = check
  }

  /// Calls `found` with the place (table, row or version, column) of each leak.
  ///
  /// - Returns: what could not be looked at, in Chinese; empty where all was.
  /// - Throws: `DatabaseError` where it is no database that can be read.
  mutating func run(_ path: String, _ found: (String, PersonalDatum) -> Void) throws -> [String] {
    try Warehouse(readOnly: path).queue.read { db in
      var broken: [String] = []
      for table in try StoredValues.tables(db) { try scan(db, table, found) }
      for table in try PackedTexts.tables(db) {
        let count = try PackedTexts.read(db, table) { version, column, text in
          try note(text, found) { "\(table) 版本 \(version) \(column)" }
        }
        if count > 0 { broken.append("\(table) 有 \(count) 个文字块解不开") }
      }
      return broken
    }
  }

  private mutating func scan(_ db: Database, _ table: String, _ found: (String, PersonalDatum) -> Void) throws {
    let columns = try db.columns(in: table)
    func place(_ row: Int, _ column: Int) -> String {
      "\(table) 第 \(row) 行 \(column < columns.count ? columns[column] : "")"
    }
    var integers: [Int: IntegerColumn] = [:]
    try StoredValues.read(db, table) { row, column, value in
      if row % 4096 == 0, column == 0 { try check() }
      switch value {
      case .text(let text): try note(text, found) { place(row, column) }
      case .integer(let number):
        guard IntegerColumn.mayHold(number) else { return }
        let text = Array("\(number)".utf8)
        let leak = text.withUnsafeBufferPointer { scanner.leaks(in: $0) }.first
        integers[column, default: IntegerColumn()].add(leak, row)
      }
    }
    for (column, seen) in integers.sorted(by: { $0.key < $1.key }) {
      for (row, leak) in seen.leaks { add(leak, place(row, column), found) }
    }
  }

  private mutating func note(
    _ text: UnsafeBufferPointer<UInt8>, _ found: (String, PersonalDatum) -> Void, _ place: () -> String
  ) throws {
    guard text.count > 3 else { return }
    for leak in scanner.leaks(in: text) { add(leak, place(), found) }
  }

  private mutating func add(_ leak: PersonalDatum, _ place: String, _ found: (String, PersonalDatum) -> Void) {
    if values.count < DatabaseScan.mostValues { values.insert(leak.value) }
    found(place, leak)
  }
}

/// The large integers of a column. Hashes and pseudonyms are large at random, and one in a million looks like a number
/// of a person; where a column holds such numbers, they are not one in a thousand, and not a single one of many.
private struct IntegerColumn {
  private var count = 0
  private var seen: [(row: Int, leak: PersonalDatum)] = []
  private var hits = 0
  private static let most = 10_000

  static func mayHold(_ number: Int) -> Bool { number >= 13_000_000_000 }

  mutating func add(_ leak: PersonalDatum?, _ row: Int) {
    count += 1
    guard let leak else { return }
    hits += 1
    if seen.count < IntegerColumn.most { seen.append((row, leak)) }
  }

  var leaks: [(row: Int, leak: PersonalDatum)] { hits * 1000 > count && (hits > 1 || count < 200) ? seen : [] }
}
