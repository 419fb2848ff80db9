import Foundation
import Warehouse

/// A CSV of the foreign truth.
struct TruthFile {
  let header: [String]
  let lines: [[String]]

  /// Nil where there is no such file.
  init?(_ path: String) {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    var lines = TruthFile.lines(text)
    guard !lines.isEmpty else { return nil }
    header = lines.removeFirst()
    self.lines = lines
  }

  private static func lines(_ text: String) -> [[String]] {
    var lines: [[String]] = []
    var line: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    let bytes = Array(text.utf8)
    var at = 0
    func taken() -> String { String(decoding: field, as: UTF8.self) }
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if at < bytes.count, bytes[at] == byte {
          field.append(byte)
          at += 1
        } else {
          isQuoted = false
        }
      } else if byte == UInt8(ascii: "\"") {
        isQuoted = true
      } else if byte == UInt8(ascii: ",") {
        line.append(taken())
        field = []
      } else if byte == UInt8(ascii: "\n") {
        lines.append(line + [taken()])
        (line, field) = ([], [])
      } else if byte != UInt8(ascii: "\r") {
        field.append(byte)
      }
    }
    if !field.isEmpty || !line.isEmpty { lines.append(line + [taken()]) }
    return lines
  }

  /// A value of `rows-….csv`.
  static func value(_ text: String, kind: String) -> SQLValue {
    if text == "\\N" { return .null }
    if text.hasPrefix("x'"), text.hasSuffix("'"), kind == "blob" {
      let digits = Array(text.dropFirst(2).dropLast())
      return .blob(stride(from: 0, to: digits.count, by: 2).map { UInt8(String(digits[$0...$0 + 1]), radix: 16) ?? 0 })
    }
    if kind == "number" { return Int(text).map(SQLValue.integer) ?? .real(Double(text) ?? .nan) }
    return .text(text)
  }
}
