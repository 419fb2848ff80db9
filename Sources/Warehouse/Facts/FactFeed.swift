import GRDB
import GRDBSQLite

/// Gives SQLite many versions at once: a virtual table that an `INSERT ... SELECT` reads, which costs half of binding
/// and stepping a row.
///
/// The rows lie in memory of the caller; they are read during `insert` only.
public final class FactFeed {
  /// Versions to insert, in the order of their ids.
  public struct Rows {
    /// `derivedWidth` integers a row: the first columns of the table; `Int.min` stands for NULL.
    public var derived: UnsafePointer<Int>
    public var derivedWidth: Int
    /// Index of each row in `own` and `texts`.
    public var places: UnsafePointer<Int32>
    public var count: Int
    /// `ownWidth` integers a place: the columns after the derived ones.
    public var own: UnsafePointer<Int>
    public var ownWidth: Int
    /// UTF-8 of all texts, and `textWidth` ends a place.
    public var text: UnsafePointer<UInt8>?
    public var textEnds: UnsafePointer<Int>?
    public var textWidth: Int

    public init(
      derived: UnsafePointer<Int>, derivedWidth: Int, places: UnsafePointer<Int32>, count: Int,
      own: UnsafePointer<Int>, ownWidth: Int, text: UnsafePointer<UInt8>?, textEnds: UnsafePointer<Int>?, textWidth: Int
    ) {
      self.derived = derived
      self.derivedWidth = derivedWidth
      self.places = places
      self.count = count
      self.own = own
      self.ownWidth = ownWidth
      self.text = text
      self.textEnds = textEnds
      self.textWidth = textWidth
    }
  }

  /// What a cursor reads: plain memory at a fixed address, since it is asked for every cell.
  private struct Layout {
    var rows: Rows?
    let numbers: Int
    /// Slots of the key texts among the texts of a place.
    let keySlots: UnsafeMutablePointer<Int>
    let keys: Int
  }

  private let layout: UnsafeMutablePointer<Layout>
  private let columns: [String]
  private let name: String

  /// - Parameter keySlots: where each key of `table` stands among the texts of a row.
  public init(_ db: Database, _ table: FactTable, keySlots: [Int]) throws {
    let slots = UnsafeMutablePointer<Int>.allocate(capacity: keySlots.count)
    slots.initialize(from: keySlots, count: keySlots.count)
    layout = .allocate(capacity: 1)
    layout.initialize(to: Layout(rows: nil, numbers: table.numbers.count, keySlots: slots, keys: keySlots.count))
    columns = table.numbers + table.keys
    name = table.name
    let module = "\(name)_feed"
    // The module lives as long as the connection; it is told anew where the rows are.
    let client = Unmanaged.passRetained(self).toOpaque()
    let code = sqlite3_create_module_v2(db.sqliteConnection, module, FactFeed.module, client) { client in
      if let client { Unmanaged<FactFeed>.fromOpaque(client).release() }
    }
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code), sql: module) }
  }

  deinit {
    layout.pointee.keySlots.deallocate()
    layout.deallocate()
  }

  /// Appends the rows to the table of current versions.
  public func insert(_ db: Database, _ rows: Rows) throws {
    guard rows.count > 0 else { return }
    layout.pointee.rows = rows
    defer { layout.pointee.rows = nil }
    // An export fills few columns of its contract; the others cost as much where they are named.
    let filled = columns.indices.filter { $0 >= layout.pointee.numbers || isFilled($0, rows) }
    let names = filled.map { columns[$0] }.joined(separator: ", ")
    let sources = filled.map { "c\($0)" }.joined(separator: ", ")
    try BulkStatement(db, "INSERT OR FAIL INTO \(name) (\(names)) SELECT \(sources) FROM \(name)_feed").run()
  }

  private func isFilled(_ column: Int, _ rows: Rows) -> Bool {
    if column < rows.derivedWidth {
      return (0..<rows.count).contains { rows.derived[$0 * rows.derivedWidth + column] != Int.min }
    }
    let own = column - rows.derivedWidth
    return (0..<rows.count).contains { rows.own[Int(rows.places[$0]) * rows.ownWidth + own] != Int.min }
  }

  private var declaration: String {
    let count = layout.pointee.numbers + layout.pointee.keys
    return "CREATE TABLE x(\((0..<count).map { "c\($0)" }.joined(separator: ", ")))"
  }

  private struct Table {
    var base: sqlite3_vtab
    var layout: UnsafeMutablePointer<Layout>
  }

  private struct Cursor {
    var base: sqlite3_vtab_cursor
    var rows: Rows?
    var numbers = 0
    var keySlots: UnsafeMutablePointer<Int>?
    var row = 0
    var count = 0

    /// Gives SQLite a cell of the present row.
    @inline(__always)
    func give(_ column: Int, _ context: OpaquePointer?) {
      guard let rows else { return }
      if column < rows.derivedWidth {
        Cursor.give(rows.derived[row * rows.derivedWidth + column], context)
      } else if column < numbers {
        Cursor.give(rows.own[Int(rows.places[row]) * rows.ownWidth + column - rows.derivedWidth], context)
      } else if let ends = rows.textEnds, let text = rows.text, let keySlots {
        let index = Int(rows.places[row]) * rows.textWidth + keySlots[column - numbers]
        let start = index == 0 ? 0 : ends[index - 1]
        UnsafeRawPointer(text + start).withMemoryRebound(to: CChar.self, capacity: ends[index] - start) {
          // The text stays where it is until the statement has run.
          sqlite3_result_text(context, $0, Int32(ends[index] - start), nil)
        }
      }
    }

    @inline(__always)
    private static func give(_ value: Int, _ context: OpaquePointer?) {
      if value == Int.min { sqlite3_result_null(context) } else { sqlite3_result_int64(context, Int64(value)) }
    }
  }

  private static func cursor(_ base: UnsafeMutablePointer<sqlite3_vtab_cursor>) -> UnsafeMutablePointer<Cursor> {
    UnsafeMutableRawPointer(base).assumingMemoryBound(to: Cursor.self)
  }

  /// The module's functions; SQLite keeps the address, so that it is never freed.
  nonisolated(unsafe) private static let module: UnsafePointer<sqlite3_module> = {
    var module = sqlite3_module()
    module.xConnect = { connection, client, _, _, table, _ in
      guard let client else { return SQLITE_ERROR }
      let feed = Unmanaged<FactFeed>.fromOpaque(client).takeUnretainedValue()
      let code = sqlite3_declare_vtab(connection, feed.declaration)
      let place = UnsafeMutablePointer<Table>.allocate(capacity: 1)
      place.initialize(to: Table(base: sqlite3_vtab(), layout: feed.layout))
      table?.pointee = UnsafeMutableRawPointer(place).assumingMemoryBound(to: sqlite3_vtab.self)
      return code
    }
    module.xDisconnect = { table in
      UnsafeMutableRawPointer(table)?.assumingMemoryBound(to: Table.self).deallocate()
      return SQLITE_OK
    }
    module.xBestIndex = { _, info in
      info?.pointee.estimatedCost = 1
      return SQLITE_OK
    }
    module.xOpen = { _, cursor in
      let place = UnsafeMutablePointer<Cursor>.allocate(capacity: 1)
      place.initialize(to: Cursor(base: sqlite3_vtab_cursor()))
      cursor?.pointee = UnsafeMutableRawPointer(place).assumingMemoryBound(to: sqlite3_vtab_cursor.self)
      return SQLITE_OK
    }
    module.xClose = { cursor in
      if let cursor { FactFeed.cursor(cursor).deallocate() }
      return SQLITE_OK
    }
    module.xFilter = { cursor, _, _, _, _ in
      guard let cursor else { return SQLITE_ERROR }
      let layout = UnsafeMutableRawPointer(cursor.pointee.pVtab).assumingMemoryBound(to: Table.self).pointee.layout
      let place = FactFeed.cursor(cursor)
      place.pointee.rows = layout.pointee.rows
      place.pointee.numbers = layout.pointee.numbers
      place.pointee.keySlots = layout.pointee.keySlots
      place.pointee.row = 0
      place.pointee.count = layout.pointee.rows?.count ?? 0
      return SQLITE_OK
    }
    module.xNext = { cursor in
      if let cursor { FactFeed.cursor(cursor).pointee.row += 1 }
      return SQLITE_OK
    }
    module.xEof = { cursor in
      guard let cursor else { return 1 }
      let place = FactFeed.cursor(cursor)
      return place.pointee.row >= place.pointee.count ? 1 : 0
    }
    module.xColumn = { cursor, context, column in
      guard let cursor else { return SQLITE_ERROR }
      FactFeed.cursor(cursor).pointee.give(Int(column), context)
      return SQLITE_OK
    }
    module.xRowid = { cursor, rowid in
      if let cursor { rowid?.pointee = Int64(FactFeed.cursor(cursor).pointee.row) }
      return SQLITE_OK
    }
    let place = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
    place.initialize(to: module)
    return UnsafePointer(place)
  }()
}
