import GRDB

/// One cell of the cube: what it counts, where and when.
public struct CubeKey: Hashable, Sendable {
  public let dataset: Int
  public let dimension: Int
  /// Month ordinal: year * 12 + month - 1.
  public let month: Int
  public let region: Int
  public let code: Int

  public init(dataset: Int, dimension: Int, month: Int, region: Int, code: Int) {
    self.dataset = dataset
    self.dimension = dimension
    self.month = month
    self.region = region
    self.code = code
  }

  /// The two words of the key in a `CellTable`, in the order of the key.
  fileprivate var words: (UInt64, UInt64) {
    (UInt64(dataset) << 60 | UInt64(dimension) << 56 | UInt64(month) << 36 | UInt64(region), UInt64(code))
  }

  fileprivate init(_ high: UInt64, _ low: UInt64) {
    self.init(
      dataset: Int(high >> 60), dimension: Int(high >> 56 & 0xF), month: Int(high >> 36 & 0xFFFFF),
      region: Int(high & 0xF_FFFF_FFFF), code: Int(low))
  }
}

/// The additive measures of a cube cell.
public struct CubeValue: Hashable, Sendable {
  public var registered = 0
  public var ended = 0
  public var closed = 0
  public var filled = 0

  public init(registered: Int = 0, ended: Int = 0, closed: Int = 0, filled: Int = 0) {
    self.registered = registered
    self.ended = ended
    self.closed = closed
    self.filled = filled
  }

  public static func += (left: inout CubeValue, right: CubeValue) {
    left.registered += right.registered
    left.ended += right.ended
    left.closed += right.closed
    left.filled += right.filled
  }

  public var isZero: Bool { self == CubeValue() }
}

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
      INSERT INTO cube VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET registered = registered + excluded.registered, ended = ended + excluded.ended,
        closed = closed + excluded.closed, filled = filled + excluded.filled
      """)
    for cell in cells.sorted() {
      let key = CubeKey(cell.high, cell.low)
      upsert.bind(key.dataset, 1)
      upsert.bind(key.dimension, 2)
      upsert.bind(key.month, 3)
      upsert.bind(key.region, 4)
      upsert.bind(key.code, 5)
      upsert.bind(cell.sums.0, 6)
      upsert.bind(cell.sums.1, 7)
      upsert.bind(cell.sums.2, 8)
      upsert.bind(cell.sums.3, 9)
      try upsert.run()
    }
    try db.execute(sql: "DELETE FROM cube WHERE registered = 0 AND ended = 0 AND closed = 0 AND filled = 0")
    cells.removeAll()
  }
}
