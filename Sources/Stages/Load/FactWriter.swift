import Domain
import GRDB
import Tabular
import Warehouse

/// Writes fact rows and their texts, and moves superseded versions to the history.
struct FactWriter: ~Copyable {
  private let layout: FactLayout
  private let select: BulkStatement
  private let replace: BulkStatement
  private let replaceText: BulkStatement
  private let retire: BulkStatement
  private let retireText: BulkStatement
  private let archive: BulkStatement
  private let archiveText: BulkStatement

  init(_ db: Database, _ layout: FactLayout) throws {
    let name = layout.table.name
    // Columns are named, since those added to an older warehouse stand behind the others.
    let columns = layout.table.columns.joined(separator: ", ")
    let textColumns = (["id"] + layout.table.texts).joined(separator: ", ")
    let marks = FactWriter.marks(layout.table.columns.count)
    let textMarks = FactWriter.marks(layout.texts.count + 1)
    // All are prepared before any is stored: a half-initialised ~Copyable value cannot be thrown away.
    let select = try BulkStatement(db, "SELECT \(columns) FROM \(name) WHERE id = ?")
    let replace = try BulkStatement(db, "REPLACE INTO \(name) (\(columns)) VALUES (\(marks))")
    let replaceText = try BulkStatement(db, "REPLACE INTO \(name)_text (\(textColumns)) VALUES (\(textMarks))")
    let retire = try BulkStatement(
      db, "INSERT INTO \(name)_history (\(columns)) SELECT \(columns) FROM \(name) WHERE id = ?")
    let retireText = try BulkStatement(
      db, "INSERT INTO \(name)_text_history (\(textColumns)) SELECT \(textColumns) FROM \(name)_text WHERE id = ?")
    let archive = try BulkStatement(db, "INSERT INTO \(name)_history (\(columns)) VALUES (\(marks))")
    let archiveText = try BulkStatement(db, "INSERT INTO \(name)_text_history (\(textColumns)) VALUES (\(textMarks))")
    self.layout = layout
    self.select = select
    self.replace = replace
    self.replaceText = replaceText
    self.retire = retire
    self.retireText = retireText
    self.archive = archive
    self.archiveText = archiveText
  }

  /// The current version of a key; nil where there is none.
  func current(_ id: Int) throws -> FactRow? {
    select.bind(id, 1)
    guard try select.step() else { return nil }
    defer { select.reset() }
    return FactRow(values: (0..<layout.table.columns.count).map { select.integer($0) })
  }

  /// Makes `row` the current version.
  func put(_ row: FactRow, texts: RowTexts) throws {
    try FactWriter.write(row, replace)
    try write(row.values[FactRow.id], texts, replaceText)
  }

  /// Copies the current version of `id` to the history.
  func retire(_ id: Int) throws {
    retire.bind(id, 1)
    try retire.run()
    retireText.bind(id, 1)
    try retireText.run()
  }

  /// Puts a version that came too late straight into the history.
  func archive(_ row: FactRow, texts: RowTexts) throws {
    try FactWriter.write(row, archive)
    try write(row.values[FactRow.id], texts, archiveText)
  }

  private static func write(_ row: FactRow, _ statement: borrowing BulkStatement) throws {
    for (index, value) in row.values.enumerated() { statement.bind(value, index + 1) }
    try statement.run()
  }

  private func write(_ id: Int, _ texts: RowTexts, _ statement: borrowing BulkStatement) throws {
    statement.bind(id, 1)
    for (index, text) in layout.texts.enumerated() {
      texts.withText(text.slot) { statement.bind(text: $0, index + 2) }
    }
    try statement.run()
  }

  private static func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }
}

/// The texts of one row of a batch.
struct RowTexts {
  let batch: ConformedBatch
  let row: Int

  /// Calls `body` with the UTF-8 of the text in `slot`; empty where there is none.
  func withText<Result>(_ slot: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    let width = batch.textEnds.count / batch.rows
    let index = row * width + slot
    let start = index == 0 ? 0 : batch.textEnds[index - 1]
    let end = batch.textEnds[index]
    return try batch.text.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }
}
