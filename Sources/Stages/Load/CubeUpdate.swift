import Warehouse

/// The differences that rows make to all cubes, gathered until they are written.
struct CubeUpdate: ~Copyable {
  private let contribution: CubeContribution?
  private let cross: CrossContribution
  private var deltas = CubeDeltas()
  private var crossDeltas = CellTable()
  /// What is being merged already.
  private var merge: CrossMerge?

  /// Cells held before they are written, to bound the memory.
  private static let limit = 2_000_000

  /// - Parameters:
  ///   - axes: those of the cube that are counted.
  ///   - homeRegion: 6-digit code whose province keeps its counties in the cube.
  /// - Throws: `PipelineError` TF760 where an axis does not fit the dataset.
  init(_ layout: FactLayout, axes: CubeAxes, homeRegion: String?, crossTables: CrossTables) throws {
    contribution = try CubeContribution(layout, axes: axes, homeRegion: homeRegion)
    cross = CrossContribution(layout, crossTables)
  }

  /// Adds a row (`sign` 1) or takes it away (-1).
  @inline(__always)
  mutating func apply(_ row: FactView, sign: Int) {
    applyToCube(row, sign: sign)
    cross.apply(row, sign: sign, to: &crossDeltas)
  }

  /// As `apply`, for a change that cross tables do not see: whether a row is a copy.
  mutating func applyToCube(_ row: FactView, sign: Int) { contribution?.apply(row, sign: sign, to: &deltas) }

  mutating func flushIfLarge(_ db: Database) throws {
    if deltas.count + crossDeltas.count > CubeUpdate.limit { try flush(db) }
  }

  /// Begins to merge the cross tables on other threads: to be called when all rows are counted and the caller still has
  /// other things to do before `flush`.
  mutating func beginMerge(_ db: Database) throws {
    try storeMerged(db)
    merge = try cross.merge(&crossDeltas, db)
  }

  mutating func flush(_ db: Database) throws {
    try deltas.flush(db)
    try beginMerge(db)
    try storeMerged(db)
  }

  private mutating func storeMerged(_ db: Database) throws {
    try merge?.store(db)
    merge = nil
  }
}
