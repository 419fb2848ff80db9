import Domain
import Tabular

/// A sheet: hands out its rows as CSV, one line a row, so that line numbers are those of the sheet (but for cells of
/// several lines).
final class SheetRows: WorkbookPart {
  /// Rows after which the width of the table is known.
  private static let sample = 50
  private static let blockSize = 1 << 18
  private static let widthLimit = 16_384
  /// Rows of the longest sheet.
  private static let rowLimit = 1_048_576

  private let book: Workbook
  private let place: String
  /// Takes text; false where no more is wanted.
  private let put: ([UInt8]) -> Bool
  private var cells: [String] = []
  private var row = 0
  private var column = 0
  private var type = ""
  private var style = 0
  private var value = ""
  private var formula: String?
  private var isReading = false
  /// The first rows, which are written once the widest is known.
  private var held: [[String]] = []
  private var isHeld = true
  private var width = 0
  private var block: [UInt8] = []

  struct Unwanted: Error {}

  init(_ book: Workbook, place: String, put: @escaping ([UInt8]) -> Bool) {
    (self.book, self.place, self.put) = (book, place, put)
    // Marked as UTF-8, and so is the list of rejects, for office programs.
    block = [0xEF, 0xBB, 0xBF]
  }

  override func begin(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "row":
      let number = attributes["r"].flatMap { Int($0) } ?? row + 1
      guard number > row, number <= SheetRows.rowLimit else { return stop(damage("行号不对")) }
      while row + 1 < number { finishRow() }
      column = 0
    case "c":
      column = attributes["r"].map(SheetRows.column) ?? column + 1
      guard (1...SheetRows.widthLimit).contains(column) else { return stop(damage("列号不对")) }
      type = attributes["t"] ?? "n"
      style = attributes["s"].flatMap { Int($0) } ?? 0
      value = ""
      formula = nil
    case "rPh": isReading = true
    case "f": collect()
    case "v", "t": if !isReading { collect() }
    default: break
    }
  }

  override func end(_ element: String, _ text: String) {
    switch element {
    case "f": formula = text
    case "v":
      value += text
      // An empty text is a result of a formula, an empty number is none.
      if !text.isEmpty || type == "str" { formula = nil }
    case "t": value += text
    case "rPh": isReading = false
    case "c":
      // What nobody has computed yet is not empty.
      let text = formula.map { "=\($0)" } ?? (value.isEmpty ? "" : self.text)
      guard !text.isEmpty else { return }
      while cells.count < column { cells.append("") }
      cells[column - 1] = text
    case "row": finishRow()
    case "sheetData": finish()
    default: break
    }
  }

  /// The text of a cell as it is shown.
  private var text: String {
    switch type {
    case "s":
      guard let index = Int(value), book.texts.indices.contains(index) else {
        stop(damage("没有第 \(value) 号文字"))
        return ""
      }
      return book.texts[index]
    case "b": return value == "1" ? "TRUE" : "FALSE"
    case "n":
      let format = book.formats.indices.contains(style) ? book.formats[style] : .plain
      return format.text(value, isFrom1904: book.isFrom1904)
    default: return value
    }
  }

  private func finishRow() {
    row += 1
    if isHeld {
      held.append(cells)
      width = max(width, cells.count)
      if held.count == SheetRows.sample { release() }
    } else {
      write(cells)
    }
    cells.removeAll(keepingCapacity: true)
  }

  private func release() {
    isHeld = false
    for cells in held { write(cells) }
    held = []
  }

  private func finish() {
    release()
    if !block.isEmpty { _ = put(block) }
    block = []
  }

  private func write(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { block.append(UInt8(ascii: ",")) }
      block += FieldQuoting.quoted(cell).utf8
    }
    // A sheet leaves empty cells out; an empty row stays an empty line.
    if !cells.isEmpty { for _ in 0..<max(width - cells.count, 0) { block.append(UInt8(ascii: ",")) } }
    block.append(0x0A)
    guard block.count > SheetRows.blockSize else { return }
    if !put(block) { stop(Unwanted()) }
    block = []
  }

  private func damage(_ what: String) -> PipelineError {
    PipelineError(
      .damagedWorkbook, .data, at: place, "表格文件已损坏: 第 \(row + 1) 行\(what)",
      remedy: "用 WPS 或 Excel 打开后重新保存, 或另存为 CSV UTF-8")
  }

  /// Number of the column of `AB12`, from 1; 0 where there is none.
  private static func column(_ reference: String) -> Int {
    var number = 0
    for byte in reference.utf8 {
      guard (0x41...0x5A).contains(byte), number < 1 << 20 else { break }
      number = number * 26 + Int(byte) - 0x40
    }
    return number
  }
}
