/// Collects differences and adds them to the stored cube in key order.
public struct CubeDeltas: ~Copyable {
  private var cells = CellTable()

  public init() {}

  public var count: Int { cells.count }

  @inline(__always)
  public mutating func add(_ value: CubeValue, to key: CubeKey) {
    let (high, low) = key.words
    cells.add(high, low, (value.registered, value.ended, value.closed, value.filled))
  }

  /// Adds all differences to the cube and forgets them. Cells that become zero are removed, so that the same facts
  /// always leave the same cube.
  public mutating func flush(_ db: Database) throws {
    let upsert = try BulkStatement(
      db,
      """
      INSERT INTO cube VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET registered = registered + excluded.registered, ended = ended + excluded.ended,
        closed = closed + excluded.closed, filled = filled + excluded.filled
      """)
    for cell in cells.sorted() {
      guard let key = CubeKey(cell.high, cell.low) else { preconditionFailure("a cell of no axis") }
      upsert.bind(key.axis.value, 1)
      upsert.bind(key.place.month, 2)
      upsert.bind(key.place.region, 3)
      upsert.bind(key.code, 4)
      upsert.bind(cell.sums.0, 5)
      upsert.bind(cell.sums.1, 6)
      upsert.bind(cell.sums.2, 7)
      upsert.bind(cell.sums.3, 8)
      try upsert.run()
    }
    try db.execute(sql: "DELETE FROM cube WHERE registered = 0 AND ended = 0 AND closed = 0 AND filled = 0")
    cells.removeAll()
  }
}
