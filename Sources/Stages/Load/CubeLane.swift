import Dispatch
import Warehouse

/// Counts rows into the cubes on a thread of its own, while the loader hands the same rows to SQLite.
///
/// At most one batch is under way, so that memory stays bounded.
final class CubeLane: @unchecked Sendable {
  private let queue = DispatchQueue(label: "cubes")
  private let width: Int
  // Touched on the queue alone.
  private var cubes: CubeUpdate
  /// Superseded rows that wait for company: waking the thread costs more than counting one. Touched by the caller alone.
  private var removed: [FactRow] = []

  /// - Parameter width: derived columns of a fact row.
  init(_ cubes: consuming CubeUpdate, width: Int) {
    self.cubes = cubes
    self.width = width
  }

  /// Adds new rows of a batch, given as `FactWriter` holds them.
  func add(_ batch: ConformedBatch, derived: [Int], places: [Int32]) {
    queue.sync {}
    queue.async { [self, removed] in
      for row in removed { row.withView(width) { cubes.apply($0, sign: -1) } }
      batch.withView { view in
        derived.withUnsafeBufferPointer { derived in
          guard let base = derived.baseAddress else { return }
          for (index, place) in places.enumerated() {
            cubes.apply(
              FactView(derived: base + index * width, own: view.own(Int(place)), firstOwn: width), sign: 1)
          }
        }
      }
    }
    removed.removeAll()
  }

  /// Takes a superseded row away.
  func remove(_ row: FactRow) { removed.append(row) }

  /// Calls `body` with the cubes, after everything before it was counted, on the thread of the caller.
  func settled<Result>(_ body: (inout CubeUpdate) throws -> Result) rethrows -> Result {
    queue.sync {}
    for row in removed { row.withView(width) { cubes.apply($0, sign: -1) } }
    removed.removeAll()
    return try body(&cubes)
  }
}
