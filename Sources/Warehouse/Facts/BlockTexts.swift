/// The texts of a block, by row, without a copy of any.
public struct BlockTexts: Sendable {
  private let bytes: [UInt8]
  private let rows: Int
  /// Where each text begins, column by column; one more for the end.
  private let starts: [Int]

  /// - Parameters:
  ///   - data: the block as it is stored.
  ///   - size: bytes of it unpacked.
  /// - Returns: nil where it is no such block.
  public init?(_ data: [UInt8], size: Int, rows: Int, columns: Int) {
    guard let bytes = data.withUnsafeBytes({ TextBlock.unpacked($0, size: size) }),
      (0...TextBlock.limit).contains(rows),
      bytes.count >= rows * columns * 4
    else { return nil }
    var starts = [rows * columns * 4]
    starts.reserveCapacity(rows * columns + 1)
    for index in 0..<rows * columns {
      let length = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self).littleEndian }
      starts.append(starts[index] + Int(length))
    }
    guard starts[rows * columns] <= bytes.count else { return nil }
    (self.bytes, self.rows, self.starts) = (bytes, rows, starts)
  }

  /// Whether any row has a text in a column.
  public func hasAny(_ column: Int) -> Bool { starts[column * rows] < starts[(column + 1) * rows] }

  /// Calls `body` with the UTF-8 of the texts of a row in `columns`; nil stands for a column that the block has not.
  public func with<Result>(
    row: Int, _ columns: [Int?], _ body: ([UnsafeBufferPointer<UInt8>]) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { all in
      try body(
        columns.map { column in
          guard let column else { return UnsafeBufferPointer(start: nil, count: 0) }
          let index = column * rows + row
          return UnsafeBufferPointer(rebasing: all[starts[index]..<starts[index + 1]])
        })
    }
  }
}
