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

  /// - Parameter width: derived columns of a fact row.
  init(_ cubes: consuming CubeUpdate, width: Int) {
    self.cubes = cubes
    self.width = width
  }

  /// Adds new rows of a batch, given as `FactWriter` holds them.
  func add(_ batch: ConformedBatch, derived: [Int], places: [Int32]) {
    queue.sync {}
    queue.async { [self] in
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
  }

  /// Takes a superseded row away.
  func remove(_ row: FactRow) {
    queue.async { [self] in row.withView(width) { cubes.apply($0, sign: -1) } }
  }

  /// Calls `body` with the cubes, after everything before it was counted, on the thread of the caller.
  func settled<Result>(_ body: (inout CubeUpdate) throws -> Result) rethrows -> Result {
    queue.sync {}
    return try body(&cubes)
  }
}
