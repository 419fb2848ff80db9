import Domain
import GRDB
import Tabular
import Warehouse

/// Writes fact rows and their texts, and moves superseded versions to the history.
struct FactWriter: ~Copyable {
  private let layout: FactLayout
  private let select: BulkStatement
  private let replace: BulkStatement
  private let retire: BulkStatement
  private let archive: BulkStatement
  private let insert: BulkStatement
  private let append: BulkStatement
  /// Given here and not by SQLite, so that a fact can be written before its texts.
  private var nextText: Int

  init(_ db: Database, _ layout: FactLayout) throws {
    let name = layout.table.name
    let columns = layout.columnList
    let textColumns = layout.table.texts.joined(separator: ", ")
    let marks = FactWriter.marks(layout.table.columns.count)
    // All are prepared before any is stored: a half-initialised ~Copyable value cannot be thrown away.
    let select = try BulkStatement(db, "SELECT \(columns) FROM \(name) WHERE id = ?")
    let replace = try BulkStatement(db, "REPLACE INTO \(name) (\(columns)) VALUES (\(marks))")
    let insert = try BulkStatement(db, "INSERT OR IGNORE INTO \(name) (\(columns)) VALUES (\(marks))")
    let retire = try BulkStatement(
      db, "INSERT INTO \(name)_history (\(columns)) SELECT \(columns) FROM \(name) WHERE id = ?")
    let archive = try BulkStatement(db, "INSERT INTO \(name)_history (\(columns)) VALUES (\(marks))")
    let append = try BulkStatement(
      db, "INSERT INTO \(name)_text (id, \(textColumns)) VALUES (\(FactWriter.marks(layout.texts.count + 1)))")
    let nextText = try Int.fetchOne(db, sql: "SELECT coalesce(max(id), 0) + 1 FROM \(name)_text") ?? 1
    self.layout = layout
    self.select = select
    self.replace = replace
    self.retire = retire
    self.archive = archive
    self.insert = insert
    self.append = append
    self.nextText = nextText
  }

  /// The current version of a key; nil where there is none.
  func current(_ id: Int) throws -> FactRow? {
    select.bind(id, 1)
    guard try select.step() else { return nil }
    defer { select.reset() }
    return layout.row(select)
  }

  /// Adds a row under an id that is free; false, and nothing written, where it is taken. For a new row this is one
  /// descent of the table instead of the two of a look-up and an insert.
  mutating func add(_ row: FactRow, texts: RowTexts) throws -> Bool {
    try write(row, insert)
    guard insert.changes == 1 else { return false }
    try append(texts)
    return true
  }

  /// Makes `row` the current version.
  mutating func put(_ row: FactRow, texts: RowTexts) throws {
    try write(row, replace)
    try append(texts)
  }

  /// Copies the current version of `id` to the history.
  func retire(_ id: Int) throws {
    retire.bind(id, 1)
    try retire.run()
  }

  /// Puts a version that came too late straight into the history.
  mutating func archive(_ row: FactRow, texts: RowTexts) throws {
    try write(row, archive)
    try append(texts)
  }

  private func write(_ row: FactRow, _ statement: borrowing BulkStatement) throws {
    for (index, value) in row.values.enumerated() { statement.bind(value, index + 1) }
    statement.bind(nextText, FactRow.texts + 1)
    try statement.run()
  }

  private mutating func append(_ texts: RowTexts) throws {
    append.bind(nextText, 1)
    for (index, text) in layout.texts.enumerated() {
      texts.withText(text.slot) { append.bind(text: $0, index + 2) }
    }
    try append.run()
    nextText += 1
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
