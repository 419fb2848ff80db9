/// The texts in the blocks of any warehouse, whatever made it and whether it is whole.
public enum PackedTexts {
  /// The tables of `db` that hold blocks.
  public static func tables(_ db: Database) throws -> [String] {
    let names = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    let columns: Set = ["first", "rows", "columns", "size", "data"]
    return try names.filter { $0.hasSuffix("_text") }.filter {
      columns.isSubset(of: try db.columns(in: $0))
    }
  }

  /// Calls `body` with the number of the version, the column and the UTF-8 of each text of `table` that is not empty.
  ///
  /// - Returns: blocks that could not be unpacked.
  public static func read(
    _ db: Database, _ table: String, _ body: (Int, Substring, UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws -> Int {
    let quoted = "\"\(table.replacing("\"", with: "\"\""))\""
    let blocks = try BulkStatement(db, "SELECT first, rows, columns, size, data FROM \(quoted)")
    var broken = 0
    while try blocks.step() {
      let (first, rows, size) = (blocks.integer(0), blocks.integer(1), blocks.integer(3))
      let columns = blocks.text(2).split(separator: ",")
      let bytes = blocks.withBytes(4) { TextBlock.unpacked($0, size: size) }
      guard let bytes, (0...TextBlock.limit).contains(rows), bytes.count >= rows * columns.count * 4 else {
        broken += 1
        continue
      }
      let isWhole = try bytes.withUnsafeBytes { block in
        var start = rows * columns.count * 4
        for index in 0..<rows * columns.count {
          let length = Int(UInt32(littleEndian: block.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)))
          guard length <= block.count - start else { return false }
          if length > 0 {
            let text = UnsafeRawBufferPointer(rebasing: block[start..<start + length]).bindMemory(to: UInt8.self)
            try body(first + index % rows, columns[index / rows], text)
          }
          start += length
        }
        return true
      }
      if !isWhole { broken += 1 }
    }
    return broken
  }
}
