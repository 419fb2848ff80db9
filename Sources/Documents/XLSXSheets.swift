import CXLSXWriter

/// Writes the sheets of a document into a workbook of the library.
final class XLSXSheets {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let title: UnsafeMutablePointer<lxw_format>
  private let soft: UnsafeMutablePointer<lxw_format>
  private let head: UnsafeMutablePointer<lxw_format>
  private let text: UnsafeMutablePointer<lxw_format>
  /// Heads and markers of columns of numbers, which stand on the right as those do.
  private let numberHead: UnsafeMutablePointer<lxw_format>
  private let marker: UnsafeMutablePointer<lxw_format>
  /// Formats of numbers, by decimals.
  private var numbers: [Int: UnsafeMutablePointer<lxw_format>] = [:]

  private static let headRow = 2
  /// Columns wider than this together, in characters, are too small to read on A4.
  private static let widestOnA4 = 180.0

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
    self.workbook = workbook
    func format(_ set: (UnsafeMutablePointer<lxw_format>) -> Void) -> UnsafeMutablePointer<lxw_format> {
      let format = workbook_add_format(workbook)!
      set(format)
      return format
    }
    title = format {
      format_set_bold($0)
      format_set_font_size($0, 14)
    }
    soft = format { format_set_font_color($0, 0x4B5967) }
    func head(_ format: UnsafeMutablePointer<lxw_format>) {
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
      format_set_bg_color(format, 0xF3F6F8)
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
    }
    func right(_ format: UnsafeMutablePointer<lxw_format>) { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    self.head = format(head)
    numberHead = format {
      head($0)
      right($0)
    }
    // Codes are texts to Excel as well: 0501 stays 0501.
    text = format { format_set_num_format($0, "@") }
    marker = format {
      format_set_num_format($0, "@")
      right($0)
    }
  }

  /// - Throws: `XLSXDocument.Failure` for what Excel would not open.
  func add(_ document: XLSXDocument) throws {
    try document.title.withCString { title in
      try document.author.withCString { author in
        var properties = lxw_doc_properties()
        properties.title = UnsafeMutablePointer(mutating: title)
        properties.author = UnsafeMutablePointer(mutating: author)
        properties.created = document.created
        try check(workbook_set_properties(workbook, &properties), "属性")
      }
    }
    for sheet in document.sheets { try add(sheet, footer: document.footer) }
  }

  private func add(_ sheet: XLSXDocument.Sheet, footer: String) throws {
    try check(workbook_validate_sheet_name(workbook, sheet.name), sheet.name)
    // The library would take an empty name for none and number the sheet.
    guard !sheet.name.isEmpty, let own = workbook_add_worksheet(workbook, sheet.name) else {
      throw XLSXDocument.Failure(description: "xlsx: \(sheet.name)")
    }
    let headRow = XLSXSheets.headRow
    let lastColumn = UInt16(max(sheet.head.count, 1) - 1)
    let lastRow = UInt32(headRow + sheet.rows.count)
    try check(worksheet_write_string(own, 0, 0, sheet.title, title), sheet.name)
    if !sheet.remark.isEmpty { try check(worksheet_write_string(own, 1, 0, sheet.remark, soft), sheet.name) }
    let widths = sheet.head.indices.map { width(of: $0, in: sheet) }
    let isNumeric = sheet.head.indices.map { column in
      sheet.rows.contains { row in
        if row.indices.contains(column), case .number = row[column] { true } else { false }
      }
    }
    for (column, label) in sheet.head.enumerated() {
      let format = isNumeric[column] ? numberHead : head
      try check(worksheet_write_string(own, UInt32(headRow), UInt16(column), label, format), sheet.name)
      try check(worksheet_set_column(own, UInt16(column), UInt16(column), widths[column], nil), sheet.name)
    }
    try check(worksheet_set_row(own, UInt32(headRow), headHeight(sheet.head, widths), nil), sheet.name)
    for (number, row) in sheet.rows.enumerated() {
      for (column, cell) in row.enumerated() {
        let format = isNumeric.indices.contains(column) && isNumeric[column] ? marker : text
        try check(write(cell, own, UInt32(headRow + 1 + number), UInt16(column), format), sheet.name)
      }
    }
    for (number, note) in sheet.notes.enumerated() {
      try check(worksheet_write_string(own, lastRow + 2 + UInt32(number), 0, note, soft), sheet.name)
    }
    worksheet_freeze_panes(own, UInt32(headRow + 1), 0)
    try check(worksheet_autofilter(own, UInt32(headRow), 0, lastRow, lastColumn), sheet.name)
    let end = lastRow + UInt32(sheet.notes.isEmpty ? 0 : sheet.notes.count + 1)
    try setPrint(own, end, lastColumn, footer, isWide: widths.reduce(0, +) > XLSXSheets.widestOnA4)
  }

  private func write(
    _ cell: XLSXDocument.Cell, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16,
    _ words: UnsafeMutablePointer<lxw_format>
  ) -> lxw_error {
    switch cell {
    case .text(""): LXW_NO_ERROR
    case .text(let value): worksheet_write_string(sheet, row, column, value, words)
    case .number(let value, let decimals): worksheet_write_number(sheet, row, column, value, number(decimals))
    case .sheet(let name): worksheet_write_url_opt(sheet, row, column, "internal:'\(name)'!A1", nil, name, nil)
    }
  }

  private func number(_ decimals: Int) -> UnsafeMutablePointer<lxw_format> {
    if let known = numbers[decimals] { return known }
    let format = workbook_add_format(workbook)!
    format_set_num_format(format, decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals))
    numbers[decimals] = format
    return format
  }

  private func setPrint(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ lastRow: UInt32, _ lastColumn: UInt16, _ footer: String,
    isWide: Bool
  ) throws {
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, isWide ? 8 : 9)  // A3, A4
    worksheet_fit_to_pages(sheet, 1, 0)
    try check(worksheet_repeat_rows(sheet, UInt32(XLSXSheets.headRow), UInt32(XLSXSheets.headRow)), footer)
    try check(worksheet_print_area(sheet, 0, 0, lastRow, lastColumn), footer)
    try check(worksheet_set_footer(sheet, "&L\(footer.replacing("&", with: "&&"))&R&P / &N"), footer)
  }

  /// In characters of Latin; Chinese ones are twice as wide.
  private static func wide(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) } }

  /// High enough for the head with the most lines, in points: programs do not all find it by themselves.
  private func headHeight(_ head: [String], _ widths: [Double]) -> Double {
    // Bold letters are wider.
    let lines = zip(head, widths).map { (Double(XLSXSheets.wide($0)) * 1.2 / $1).rounded(.up) }
    return max(lines.max() ?? 1, 1) * 16 + 4
  }

  /// Heads up to so many characters have one line.
  private static let shortHead = 16

  /// Wide enough for nearly all cells and a short head; a longer one may have two lines.
  private func width(of column: Int, in sheet: XLSXDocument.Sheet) -> Double {
    let cells = sheet.rows.lazy.compactMap { row -> Int? in
      guard row.indices.contains(column) else { return nil }
      switch row[column] {
      case .text(let value), .sheet(let value): return XLSXSheets.wide(value)
      case .number(let value, let decimals):
        return "\(Int(value.rounded()))".count + (decimals > 0 ? decimals + 1 : 0)
      }
    }
    let head = XLSXSheets.wide(sheet.head[column])
    let longest = max(cells.max() ?? 0, head > XLSXSheets.shortHead ? (head + 1) / 2 : head)
    return Double(min(max(longest, 6), 40) + 2)
  }

  private func check(_ status: lxw_error, _ place: String) throws {
    guard status != LXW_NO_ERROR else { return }
    throw XLSXDocument.Failure(description: "xlsx: \(place): \(String(cString: lxw_strerror(status)))")
  }
}
