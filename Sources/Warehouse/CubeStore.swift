import GRDB

/// One cell of the cube: what it counts, where and when.
public struct CubeKey: Hashable, Sendable, Comparable {
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

  /// One mixed word instead of five: a load looks up thirty cells a row.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(((code << 12 ^ month) << 8 ^ dimension << 4 ^ dataset) ^ region << 40)
  }

  public static func < (left: CubeKey, right: CubeKey) -> Bool {
    (left.dataset, left.dimension, left.month, left.region, left.code)
      < (right.dataset, right.dimension, right.month, right.region, right.code)
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
public struct CubeDeltas {
  private var deltas: [CubeKey: CubeValue] = [:]

  public init() {}

  public var count: Int { deltas.count }

  public mutating func add(_ value: CubeValue, to key: CubeKey) { deltas[key, default: CubeValue()] += value }

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
    for key in deltas.keys.sorted() {
      guard let value = deltas[key], !value.isZero else { continue }
      upsert.bind(key.dataset, 1)
      upsert.bind(key.dimension, 2)
      upsert.bind(key.month, 3)
      upsert.bind(key.region, 4)
      upsert.bind(key.code, 5)
      upsert.bind(value.registered, 6)
      upsert.bind(value.ended, 7)
      upsert.bind(value.closed, 8)
      upsert.bind(value.filled, 9)
      try upsert.run()
    }
    try db.execute(sql: "DELETE FROM cube WHERE registered = 0 AND ended = 0 AND closed = 0 AND filled = 0")
    deltas.removeAll(keepingCapacity: true)
  }
}
