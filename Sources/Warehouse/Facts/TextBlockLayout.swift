/// Where the texts of an unpacked block stand: lengths first, then the texts, both column by column.
struct TextBlockLayout {
  private let bytes: [UInt8]
  private let rows: Int
  /// Where the texts of each column begin.
  private let starts: [Int]

  init(_ bytes: [UInt8], rows: Int, columns: Int) {
    self.bytes = bytes
    self.rows = rows
    var starts: [Int] = []
    var position = rows * columns * 4
    for column in 0..<columns {
      starts.append(position)
      for row in 0..<rows { position += TextBlockLayout.length(bytes, column * rows + row) }
    }
    self.starts = starts
  }

  /// Calls `body` with the place in `rows` and the text of a column, for ascending rows, where it is not empty.
  func read(_ column: Int, rows wanted: [Int], _ body: (Int, String) -> Void) {
    var position = starts[column]
    var row = 0
    for (place, target) in wanted.enumerated() {
      while row < target {
        position += length(column, row)
        row += 1
      }
      let end = position + length(column, row)
      if end > position { body(place, String(decoding: bytes[position..<end], as: UTF8.self)) }
    }
  }

  private func length(_ column: Int, _ row: Int) -> Int { TextBlockLayout.length(bytes, column * rows + row) }

  private static func length(_ bytes: [UInt8], _ index: Int) -> Int {
    (0..<4).reduce(0) { $0 | Int(bytes[index * 4 + $1]) << ($1 * 8) }
  }
}
