/// What makes a row unreadable, so that it has to be refused.
enum Flaw {
  /// A cell too few or too many.
  case columnMissing, columnAdded
  /// A quoted cell with text behind its closing quote.
  case quote
  /// A quote that nothing closes; only as the last row of a file.
  case openQuote
  /// A byte that the encoding does not know.
  case badByte(UInt8)
  case nul
  /// A required cell holds a marker for "no value".
  case missing(column: Int, marker: String)
  case badDate(String)
  case future
  case badOpenings(String)

  /// Id of the rule that refuses the row.
  var rule: String {
    switch self {
    case .columnMissing, .columnAdded: "row.columns"
    case .quote, .openQuote: "row.quote"
    case .badByte: "row.encoding"
    case .nul: "row.nul"
    case .missing: "field.required"
    case .badDate: "date.required"
    case .future: "date.future"
    case .badOpenings: "openings.range"
    }
  }

  /// All kinds that an export of this layout can have, but the one for the end of a file.
  static func all(of layout: ExportLayout) -> [Flaw] {
    var flaws: [Flaw] = [.columnMissing, .quote, .badByte(0xFF), .nul, .columnAdded, .future]
    if layout.encoding == .gb18030 { flaws.append(.badByte(0x80)) }
    for (index, column) in layout.required.enumerated() {
      flaws.append(.missing(column: column, marker: ["", "无", "-", "NULL"][index % 4]))
    }
    flaws += [.badDate("2026-02-30"), .badDate("待定")]
    if layout.openings != nil { flaws += ["0", "-1", "很多", "10000"].map { .badOpenings($0) } }
    return flaws
  }

  /// Puts the flaw into the cells, as far as it lies in a single cell's text.
  func spoil(_ cells: inout [String], _ layout: ExportLayout) {
    switch self {
    case .columnMissing: cells.removeLast(2)
    case .columnAdded: cells.insert("补录", at: layout.text)
    case .nul: cells[layout.text] += "\u{0}"
    case .missing(let column, let marker): cells[column] = marker
    case .badDate(let text): cells[layout.mainDate] = text
    case .future: cells[layout.mainDate] = "2099-01-15"
    case .badOpenings(let text):
      if let column = layout.openings { cells[column] = text }
    // The damage of a quote ends with its line, so the row must be one line without other quotes.
    case .quote, .openQuote: cells = cells.map { cell in cell.filter { !"\n\t\",".contains($0) } }
    case .badByte: break
    }
  }
}
