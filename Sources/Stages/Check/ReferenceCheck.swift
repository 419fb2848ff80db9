import Warehouse

/// Whether the numbers that facts hold stand for something: units, employers, files.
struct ReferenceCheck {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// References of one dataset.
  func run(_ layout: FactLayout, _ found: inout Discrepancies) throws {
    let (name, versions) = (layout.table.name, layout.table.versions)
    for column in ["unit", "employer"] where layout.place(column) != nil {
      try resolve(in: versions, id: "id", column: column, known: "SELECT id FROM \(column)", &found)
    }
    try resolve(
      in: layout.table.superseded, id: "id", column: "id", known: "SELECT id FROM \(versions)", &found)
    // Versions need no look of their own: their files are those of their segments.
    let files = "SELECT id FROM file WHERE dataset = '\(name)'"
    for table in ["\(name)_segment", "\(name)_text"] {
      try resolve(in: table, id: "first", column: "file", known: files, &found)
    }
  }

  /// The dictionaries themselves: a load takes the number of an entry for its place in the table.
  func runDictionaries(_ found: inout Discrepancies) throws {
    for (table, key) in [("unit", "name"), ("employer", "identity")] {
      let twice = try BulkStatement(
        db, "SELECT \(key), min(id), count(*) FROM \(table) GROUP BY \(key) HAVING count(*) > 1 ORDER BY 2")
      while try twice.step() {
        found.add(
          .reference, table, "id=\(twice.integer(1))", stored: "\(key) 出现 \(twice.integer(2)) 次", counted: "一次")
      }
      let extent = try Row.fetchOne(
        db, sql: "SELECT count(*), coalesce(min(id), 1), coalesce(max(id), 0) FROM \(table)")
      let (count, first, last): (Int, Int, Int) = (extent?[0] ?? 0, extent?[1] ?? 1, extent?[2] ?? 0)
      found.compare(.reference, table, "编号", stored: [first, last], counted: [1, count])
    }
  }

  private func resolve(
    in table: String, id: String, column: String, known: String, _ found: inout Discrepancies
  ) throws {
    let rows = try BulkStatement(
      db, "SELECT \(id), \(column) FROM \(table) WHERE \(column) IS NOT NULL AND \(column) NOT IN (\(known)) ORDER BY 1"
    )
    while try rows.step() {
      found.add(
        .reference, table, "\(id)=\(rows.integer(0))", stored: "\(column)=\(rows.integer(1))",
        counted: "\(column) 中没有这一编号")
    }
  }
}
