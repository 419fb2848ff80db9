import Foundation

/// Reads texts of many versions in one pass over their blocks.
public struct TextSweep {
  private let db: Database
  private let dataset: String

  public init(_ db: Database, dataset: String) {
    self.db = db
    self.dataset = dataset
  }

  /// Calls `body` with the place in `ids`, the place in `columns` and the text, where it is not empty.
  ///
  /// - Parameter ids: versions, ascending.
  public func read(_ columns: [String], of ids: [Int], _ body: (Int, Int, String) -> Void) throws {
    guard let low = ids.first, let high = ids.last else { return }
    let blocks = try BulkStatement(
      db,
      """
      SELECT first, rows, columns, size, data FROM \(dataset)_text
      WHERE first BETWEEN (SELECT coalesce(max(first), 0) FROM \(dataset)_text WHERE first <= \(low)) AND \(high)
      ORDER BY first
      """)
    var next = 0
    while try blocks.step() {
      let (first, rows) = (blocks.integer(0), blocks.integer(1))
      while next < ids.count, ids[next] < first { next += 1 }
      var end = next
      while end < ids.count, ids[end] < first + rows { end += 1 }
      guard next < end else { continue }
      let names = blocks.text(2).split(separator: ",").map(String.init)
      let size = blocks.integer(3)
      guard let bytes = blocks.withBytes(4, { TextBlock.unpacked($0, size: size) }) else { continue }
      let layout = TextBlockLayout(bytes, rows: rows, columns: names.count)
      for (column, name) in columns.enumerated() {
        guard let slot = names.firstIndex(of: name) else { continue }
        layout.read(slot, rows: ids[next..<end].map { $0 - first }) { offset, text in
          body(next + offset, column, text)
        }
      }
      next = end
    }
  }
}
