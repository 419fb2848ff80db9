/// Reads the cube: the one place that asks for its cells.
public struct CubeReader {
  /// One cell of an axis.
  public struct Cell: Hashable, Sendable {
    /// Month ordinal: year * 12 + month - 1.
    public let month: Int
    public let region: Int
    public let code: Int
    public let value: CubeValue
  }

  public let db: Database

  public init(_ db: Database) { self.db = db }

  /// Calls `body` with the cells of an axis, in the order of month, region and code.
  ///
  /// - Parameters:
  ///   - regions: numbers of regions; nil: all.
  ///   - last: the last month that is read; nil: all.
  /// - Throws: `DatabaseError`, also where the warehouse has no such axis.
  public func each(
    of dataset: String, _ axis: String, in regions: ClosedRange<Int>? = nil, through last: Int? = nil,
    _ body: (Cell) throws -> Void
  ) throws {
    guard let number = try CubeAxisStore.number(db, dataset: dataset, name: axis) else {
      throw DatabaseError(.error, message: "the cube has no axis \(dataset) \(axis)")
    }
    let rows = try BulkStatement(
      db,
      """
      SELECT month, region, code, registered, ended, closed, filled FROM cube
      WHERE axis = :axis AND month <= :last AND region BETWEEN :low AND :high ORDER BY month, region, code
      """)
    rows.bind(number, named: ":axis")
    rows.bind(last ?? Int.max, named: ":last")
    rows.bind(regions?.lowerBound ?? 0, named: ":low")
    rows.bind(regions?.upperBound ?? Int.max, named: ":high")
    while try rows.step() {
      try body(
        Cell(
          month: rows.integer(0), region: rows.integer(1), code: rows.integer(2),
          value: CubeValue(
            registered: rows.integer(3), ended: rows.integer(4), closed: rows.integer(5), filled: rows.integer(6))))
    }
  }

  /// The first and the last month in which something was registered; parameters as for `each`. Nil where nothing was.
  public func registeredMonths(
    of dataset: String, _ axis: String, in regions: ClosedRange<Int>? = nil, through last: Int? = nil
  ) throws -> ClosedRange<Int>? {
    var found: ClosedRange<Int>?
    try each(of: dataset, axis, in: regions, through: last) { cell in
      if cell.value.registered > 0 { found = (found?.lowerBound ?? cell.month)...cell.month }
    }
    return found
  }
}
