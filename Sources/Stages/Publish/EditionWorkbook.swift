import Documents
import Domain

/// The tables of an edition as one Excel workbook, `bulletin-2026Q3.xlsx`: a sheet a table with the cells of its CSV, under
/// the names and units that readers know, behind a sheet that lists them.
struct EditionWorkbook: EditionCompanion {
  /// Rows above those of a table: title, remark, head.
  static let rowsAbove = 3

  let path: String
  let title: String
  let bytes: [UInt8]
  let name = "workbook"
  let format = "xlsx"
  let mediatype = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  /// - Parameters:
  ///   - path: file name within the edition.
  ///   - period: as readers are told.
  /// - Throws: `XLSXDocument.Failure`.
  init(
    of tables: [EditionTable], path: String, title: String, publisher: String, period: String, dataUntil: Day,
    _ texts: Texts, _ language: Language
  ) throws {
    self.path = path
    self.title = title
    let remark = "\(period)  \(texts.text(TextKey.sheetUntil, language, ["day": dataUntil.iso]))"
    let index = XLSXDocument.Sheet(
      name: texts(.sheetIndex, language), title: title, remark: "\(publisher)  \(remark)",
      head: [texts(.sheetName, language), texts(.sheetTitle, language), texts(.rows, language)],
      rows: tables.map { [.sheet($0.name), .text($0.title), .number(Double($0.rows.count), decimals: 0)] }, notes: [])
    let sheets = tables.map { table in
      XLSXDocument.Sheet(
        name: table.name, title: table.title, remark: remark,
        head: table.fields.map { $0.unit.isEmpty ? $0.title : "\($0.title) (\($0.unit))" },
        rows: table.rows.map { row in zip(row, table.fields).map(EditionWorkbook.cell) },
        notes: EditionWorkbook.notes(of: table, texts, language))
    }
    bytes = try XLSXDocument(
      title: "\(title) \(period)", author: publisher, created: max(dataUntil.ordinal * 86_400, 1), footer: title,
      sheets: [index] + sheets
    ).bytes()
  }

  /// A number where the column has numbers and the text is one, as long as it is printed; a sign for a figure that is not
  /// told stays a text, and so does every code.
  private static func cell(_ text: String, _ field: EditionTable.Field) -> XLSXDocument.Cell {
    guard field.kind != .string, let value = Double(text) else { return .text(text) }
    return .number(value, decimals: text.firstIndex(of: ".").map { text[$0...].count - 1 } ?? 0)
  }

  private static func notes(of table: EditionTable, _ texts: Texts, _ language: Language) -> [String] {
    let signs = Set(DataPackage.Schema.signs)
    let hasSigns = table.rows.contains { $0.contains(where: signs.contains) }
    return (table.note.isEmpty ? [] : [table.note])
      + (hasSigns ? [texts(.sheetSigns, language)] : [])
  }
}
