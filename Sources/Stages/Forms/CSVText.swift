import Tabular

/// Whole CSV texts in memory: the tables of an edition and the texts of the templates. No cell is a formula to Excel or
/// WPS: see `CellGuard`.
enum CSVText {
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let quote = UInt8(ascii: "\"")

  /// UTF-8 with a byte order mark and CRLF, so that Excel and WPS open it by a double click.
  static func bytes(_ rows: [[String]]) -> [UInt8] {
    var bytes = mark
    for row in rows {
      bytes += (row.map { FieldQuoting.quoted(CellGuard.inert($0)) }.joined(separator: ",") + "\r\n").utf8
    }
    return bytes
  }

  /// The rows of a CSV text (UTF-8, with or without a byte order mark); blank lines are dropped.
  /// Nil where a quoted field is not closed.
  static func rows(_ bytes: [UInt8]) -> [[String]]? { records(bytes)?.map(\.cells) }

  /// The rows, each with the line that it begins in.
  static func records(_ bytes: [UInt8]) -> [(line: Int, cells: [String])]? {
    var rows: [(line: Int, cells: [String])] = []
    var (line, start) = (1, 1)
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var position = bytes.starts(with: mark) ? mark.count : 0
    func endRow() {
      row.append(CellGuard.plain(String(decoding: field, as: UTF8.self)))
      if row != [""] { rows.append((start, row)) }
      (row, start) = ([], line)
      field = []
    }
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      switch byte {
      case quote where !isQuoted && field.isEmpty: isQuoted = true
      case quote where isQuoted:
        if position < bytes.count, bytes[position] == quote {
          field.append(quote)
          position += 1
        } else {
          isQuoted = false
        }
      case UInt8(ascii: ",") where !isQuoted:
        row.append(CellGuard.plain(String(decoding: field, as: UTF8.self)))
        field = []
      case UInt8(ascii: "\n") where !isQuoted: endRow()
      case UInt8(ascii: "\r") where !isQuoted: continue
      default: field.append(byte)
      }
    }
    guard !isQuoted else { return nil }
    if !field.isEmpty || !row.isEmpty { endRow() }
    return rows
  }
}
