import Domain
import Warehouse

/// Reads the canonical postings, by id: those that are no copies of others. The one place that asks for them.
///
/// Who reads asks for a column once and looks it up in every row:
/// ```
/// var postings = PostingReader(where: "posted_on <= 20000")
/// let openings = postings.column("openings")
/// try postings.each(db) { row in sum += row[openings] ?? 0 }
/// ```
struct PostingReader {
  /// A column that is read.
  struct Column {
    fileprivate let place: Int
  }

  /// One posting; valid until the next.
  struct Row {
    fileprivate let values: UnsafePointer<Int>

    /// Nil where there is no value.
    @inline(__always)
    subscript(column: Column) -> Int? {
      let value = values[column.place]
      return value == RowValues.missing ? nil : value
    }
  }

  private let condition: String
  private var names: [String] = []

  /// - Parameters:
  ///   - condition: in SQL, over the columns of the fact table.
  ///   - region: where the place of work lies; nil: anywhere.
  init(where condition: String, in region: RegionRange? = nil) {
    let place = region.map { " AND region BETWEEN \($0.numbers.lowerBound) AND \($0.numbers.upperBound)" } ?? ""
    self.condition = "is_copy = 0 AND \(condition)\(place)"
  }

  /// Asks for a column.
  mutating func column(_ name: String) -> Column {
    names.append(name)
    return Column(place: names.count - 1)
  }

  /// Calls `body` with every posting.
  func each(_ db: Database, _ body: (Row) throws -> Void) throws {
    let statement = try BulkStatement(
      db, "SELECT \(names.joined(separator: ", ")) FROM postings WHERE \(condition) ORDER BY id")
    try withUnsafeTemporaryAllocation(of: Int.self, capacity: names.count) { values in
      guard let base = values.baseAddress else { return }
      while try statement.step() {
        for place in 0..<names.count { base[place] = statement.integer(place) }
        try body(Row(values: base))
      }
    }
  }
}
