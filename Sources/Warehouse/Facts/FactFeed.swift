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

  private let source: FeedModule
  private let columns: [String]
  private let table: FactTable
  /// The statement of the last batch: the next one mostly fills the same columns.
  private var insertion: Insertion?

  private final class Insertion {
    let filled: [Bool]
    let statement: BulkStatement

    init(_ filled: [Bool], _ statement: consuming BulkStatement) {
      self.filled = filled
      self.statement = statement
    }
  }

  /// - Parameter keySlots: where each key of `table` stands among the texts of a row.
  public init(_ db: Database, _ table: FactTable, keySlots: [Int]) throws {
    source = try FeedModule(db, name: "\(table.name)_feed", numbers: table.numbers.count, keySlots: keySlots)
    columns = table.numbers + table.keys
    self.table = table
  }

  /// Appends the rows to the table of versions.
  public func insert(_ db: Database, _ rows: Rows) throws {
    guard rows.count > 0 else { return }
    source.rows = rows
    defer { source.rows = nil }
    let filled = columns.indices.map { $0 >= source.numbers || isFilled($0, rows) }
    let insertion = if let last = insertion, last.filled == filled { last } else { try prepare(db, filled) }
    self.insertion = insertion
    try insertion.statement.run()
  }

  /// All columns are named, in their order: then SQLite reads each cell into the place where it packs the row, and
  /// copies none. An export fills few columns of its contract; of the others no cell is asked for.
  private func prepare(_ db: Database, _ filled: [Bool]) throws -> Insertion {
    let names = columns.joined(separator: ", ")
    let sources = filled.enumerated().map { $0.element ? "c\($0.offset)" : "NULL" }.joined(separator: ", ")
    let sql = "INSERT OR FAIL INTO \(table.versions) (\(names)) SELECT \(sources) FROM \(table.name)_feed"
    return Insertion(filled, try BulkStatement(db, sql))
  }

  private func isFilled(_ column: Int, _ rows: Rows) -> Bool {
    if column < rows.derivedWidth {
      return (0..<rows.count).contains { rows.derived[$0 * rows.derivedWidth + column] != Int.min }
    }
    let own = column - rows.derivedWidth
    return (0..<rows.count).contains { rows.own[Int(rows.places[$0]) * rows.ownWidth + own] != Int.min }
  }
}
