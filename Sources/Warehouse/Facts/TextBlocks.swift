import Foundation

/// Keeps the long texts of versions out of the hot table: packed blocks, found by the number of their first version.
public struct TextBlocks: ~Copyable {
  private let insert: BulkStatement
  private let file: Int
  private let columns: [UInt8]

  /// - Parameter file: ledger id of the file whose versions are kept.
  public init(_ db: Database, _ table: FactTable, file: Int) throws {
    // A dataset without long texts has blocks too, of no columns: what is empty is bound as NULL.
    insert = try BulkStatement(
      db, "INSERT INTO \(table.name)_text VALUES (?, ?, ?, coalesce(?, ''), ?, coalesce(?, x''))")
    self.file = file
    columns = Array(table.texts.joined(separator: ",").utf8)
  }

  /// Stores the texts of the versions `first` and on.
  public func add(_ block: TextBlock, first: Int) throws {
    insert.bind(first, 1)
    insert.bind(file, 2)
    insert.bind(block.rows, 3)
    insert.bind(block.size, 5)
    try columns.withUnsafeBufferPointer { columns in
      insert.bind(staying: columns, 4)
      try block.data.withUnsafeBytes {
        insert.bind(blob: $0, 6)
        try insert.run()
      }
    }
  }

  /// The texts of version `id` of a dataset, by column; empty where it has none.
  public static func texts(_ db: Database, dataset: String, id: Int) throws -> [String: String] {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM \(dataset)_text WHERE first <= ? ORDER BY first DESC LIMIT 1", arguments: [id])
    else { return [:] }
    let (first, rows, size): (Int, Int, Int) = (row["first"], row["rows"], row["size"])
    let columns = (row["columns"] as String).split(separator: ",").map(String.init)
    let bytes = (row["data"] as [UInt8]).withUnsafeBytes { TextBlock.unpacked($0, size: size) }
    guard let bytes, id < first + rows else { return [:] }
    let layout = TextBlockLayout(bytes, rows: rows, columns: columns.count)
    var result: [String: String] = [:]
    for (slot, column) in columns.enumerated() {
      layout.read(slot, rows: [id - first]) { _, text in result[column] = text }
    }
    return result
  }
}
