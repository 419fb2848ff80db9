import Foundation
import GRDB

/// Keeps the long texts of versions out of the hot table: blocks of 128 versions, found by the number of the first.
///
/// A block is the ends of its texts (4 bytes each, little endian, `texts.count` a version), then their UTF-8.
public struct TextBlocks: ~Copyable {
  /// Versions a block.
  public static let rows = 128

  private let insert: BulkStatement
  private let file: Int
  private let slots: [Int]
  private let columns: [UInt8]
  private var first = 0
  private var count = 0
  private var ends: [UInt32] = []
  private var bytes: [UInt8] = []
  private var block: [UInt8] = []

  /// - Parameters:
  ///   - file: ledger id of the file whose versions are kept.
  ///   - slots: where each text of `table` stands among the texts of a row.
  public init(_ db: Database, _ table: FactTable, file: Int, slots: [Int]) throws {
    insert = try BulkStatement(db, "INSERT INTO \(table.name)_text VALUES (?, ?, ?, ?, ?, ?)")
    self.file = file
    self.slots = slots
    columns = Array(table.texts.joined(separator: ",").utf8)
    bytes.reserveCapacity(1 << 17)
  }

  /// Adds the texts of version `id`; ids are consecutive.
  public mutating func add(
    _ id: Int, text: UnsafePointer<UInt8>?, ends: UnsafePointer<Int>?, width: Int, place: Int
  ) throws {
    if count == 0 { first = id }
    if let text, let ends {
      for slot in slots {
        let index = place * width + slot
        let start = index == 0 ? 0 : ends[index - 1]
        bytes.append(contentsOf: UnsafeBufferPointer(start: text + start, count: ends[index] - start))
        self.ends.append(UInt32(truncatingIfNeeded: bytes.count))
      }
    }
    count += 1
    if count == TextBlocks.rows { try flush() }
  }

  /// Writes the block that is not full yet.
  public mutating func flush() throws {
    guard count > 0 else { return }
    block.removeAll(keepingCapacity: true)
    ends.withUnsafeBytes { block.append(contentsOf: $0) }
    block.append(contentsOf: bytes)
    insert.bind(first, 1)
    insert.bind(file, 2)
    insert.bind(count, 3)
    columns.withUnsafeBufferPointer { insert.bind(text: $0, 4) }
    insert.bind(block.count, 5)
    try block.withUnsafeBytes {
      insert.bind(blob: $0, 6)
      try insert.run()
    }
    count = 0
    ends.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// The texts of version `id` of `table`, by column; empty where it has none.
  public static func texts(_ db: Database, _ table: FactTable, id: Int) throws -> [String: String] {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM \(table.name)_text WHERE first <= ? ORDER BY first DESC LIMIT 1", arguments: [id])
    else { return [:] }
    let (first, rows): (Int, Int) = (row["first"], row["rows"])
    let columns = (row["columns"] as String).split(separator: ",").map(String.init)
    let block: [UInt8] = [UInt8](row["data"] as Data)
    guard id < first + rows else { return [:] }
    let base = rows * columns.count * 4
    func end(_ index: Int) -> Int {
      index < 0 ? 0 : (0..<4).reduce(0) { $0 | Int(block[index * 4 + $1]) << ($1 * 8) }
    }
    var result: [String: String] = [:]
    for (offset, column) in columns.enumerated() {
      let index = (id - first) * columns.count + offset
      let text = block[(base + end(index - 1))..<(base + end(index))]
      if !text.isEmpty { result[column] = String(decoding: text, as: UTF8.self) }
    }
    return result
  }
}
