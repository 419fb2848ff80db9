import Foundation

/// Turns rows into the bytes of an export.
struct RowEncoder {
  let layout: ExportLayout

  private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

  /// The byte order mark, where there is one, and the header line.
  var header: [UInt8] {
    let mark: [UInt8] = layout.encoding == .utf8WithMark ? [0xEF, 0xBB, 0xBF] : []
    return mark + encode(line(layout.headers))
  }

  func encode(_ row: SampleRow) -> [UInt8] {
    var bytes = encode(line(row.cells, flaw: row.flaw))
    if case .badByte(let byte)? = row.flaw, let place = bytes.firstIndex(of: layout.delimiter.asciiValue ?? 0) {
      bytes.insert(byte, at: place + 1)
    }
    return bytes
  }

  private func line(_ cells: [String], flaw: Flaw? = nil) -> String {
    var texts = cells.map(quoted)
    switch flaw {
    case .quote?: texts[layout.text] = "\"\(cells[layout.text])\"急聘"
    case .openQuote?: texts[layout.text] = "\"\(cells[layout.text])"
    default: break
    }
    return texts.joined(separator: String(layout.delimiter)) + layout.newline
  }

  private func quoted(_ text: String) -> String {
    guard text.contains(where: { $0 == layout.delimiter || $0 == "\"" || $0 == "\n" }) else { return text }
    return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  private func encode(_ text: String) -> [UInt8] {
    guard layout.encoding == .gb18030 else { return Array(text.utf8) }
    guard let data = text.data(using: RowEncoder.gb18030) else { preconditionFailure("not in GB18030: \(text)") }
    return [UInt8](data)
  }
}
