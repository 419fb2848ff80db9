import GRDBSQLite

/// The virtual table through which SQLite reads the rows of a `FactFeed`: columns `c0`, `c1`, … in the order of the
/// fact table.
final class FeedModule {
  /// What a cursor reads: plain memory at a fixed address, since it is asked for every cell.
  private struct Layout {
    var rows: FactFeed.Rows?
    let numbers: Int
    /// Slots of the key texts among the texts of a place.
    let keySlots: UnsafeMutablePointer<Int>
    let keys: Int
  }

  private let layout: UnsafeMutablePointer<Layout>

  /// Makes the table known to the connection, which keeps the module as long as it lives; one of the same name is
  /// replaced.
  init(_ db: Database, name: String, numbers: Int, keySlots: [Int]) throws {
    let slots = UnsafeMutablePointer<Int>.allocate(capacity: keySlots.count)
    slots.initialize(from: keySlots, count: keySlots.count)
    layout = .allocate(capacity: 1)
    layout.initialize(to: Layout(rows: nil, numbers: numbers, keySlots: slots, keys: keySlots.count))
    let client = Unmanaged.passRetained(self).toOpaque()
    let code = sqlite3_create_module_v2(db.connection.sqliteConnection, name, FeedModule.module, client) { client in
      if let client { Unmanaged<FeedModule>.fromOpaque(client).release() }
    }
    guard code == SQLITE_OK else { throw DatabaseError(extendedCode: code, sql: name) }
  }

  deinit {
    layout.pointee.keySlots.deallocate()
    layout.deallocate()
  }

  /// Number of the columns that hold integers; the key texts stand behind them.
  var numbers: Int { layout.pointee.numbers }

  /// The rows that the table has.
  var rows: FactFeed.Rows? {
    get { layout.pointee.rows }
    set { layout.pointee.rows = newValue }
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
    var rows: FactFeed.Rows?
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
      let module = Unmanaged<FeedModule>.fromOpaque(client).takeUnretainedValue()
      let code = sqlite3_declare_vtab(connection, module.declaration)
      let place = UnsafeMutablePointer<Table>.allocate(capacity: 1)
      place.initialize(to: Table(base: sqlite3_vtab(), layout: module.layout))
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
      if let cursor { FeedModule.cursor(cursor).deallocate() }
      return SQLITE_OK
    }
    module.xFilter = { cursor, _, _, _, _ in
      guard let cursor else { return SQLITE_ERROR }
      let layout = UnsafeMutableRawPointer(cursor.pointee.pVtab).assumingMemoryBound(to: Table.self).pointee.layout
      let place = FeedModule.cursor(cursor)
      place.pointee.rows = layout.pointee.rows
      place.pointee.numbers = layout.pointee.numbers
      place.pointee.keySlots = layout.pointee.keySlots
      place.pointee.row = 0
      place.pointee.count = layout.pointee.rows?.count ?? 0
      return SQLITE_OK
    }
    module.xNext = { cursor in
      if let cursor { FeedModule.cursor(cursor).pointee.row += 1 }
      return SQLITE_OK
    }
    module.xEof = { cursor in
      guard let cursor else { return 1 }
      let place = FeedModule.cursor(cursor)
      return place.pointee.row >= place.pointee.count ? 1 : 0
    }
    module.xColumn = { cursor, context, column in
      guard let cursor else { return SQLITE_ERROR }
      FeedModule.cursor(cursor).pointee.give(Int(column), context)
      return SQLITE_OK
    }
    module.xRowid = { cursor, rowid in
      if let cursor { rowid?.pointee = Int64(FeedModule.cursor(cursor).pointee.row) }
      return SQLITE_OK
    }
    let place = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
    place.initialize(to: module)
    return UnsafePointer(place)
  }()
}
