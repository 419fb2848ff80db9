import Foundation

/// A small CSV read independently of the program's own reader.
struct EditionTable {
  let header: [String]
  let rows: [[String]]

  init(_ data: Data) throws {
    var lines = EditionTable.parse(String(decoding: data, as: UTF8.self).replacing("\u{FEFF}", with: ""))
    header = lines.isEmpty ? [] : lines.removeFirst()
    rows = lines
  }

  /// The cell of the row whose `region` and `row` are these.
  func cell(_ row: String, _ measure: String, region: String = "450600") -> String? {
    guard let column = header.firstIndex(of: measure), let key = header.firstIndex(of: "row"),
      let place = header.firstIndex(of: "region")
    else { return nil }
    return rows.first { $0[place] == region && $0[key] == row }?[column]
  }

  /// The rows with the columns of `names` only.
  func select(_ names: [String]) -> [[String]] {
    let columns = names.map { header.firstIndex(of: $0) }
    return rows.map { row in columns.map { $0.map { row[$0] } ?? "?" } }
  }

  private static func parse(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if isQuoted {
        if scalar != "\"" {
          field.unicodeScalars.append(scalar)
        } else if index < scalars.count, scalars[index] == "\"" {
          field.append("\"")
          index += 1
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," || scalar == "\n" {
        record.append(field)
        field = ""
        if scalar == "\n" {
          records.append(record)
          record = []
        }
      } else if scalar != "\r" {
        field.unicodeScalars.append(scalar)
      }
    }
    if !field.isEmpty || !record.isEmpty { records.append(record + [field]) }
    return records
  }
}
