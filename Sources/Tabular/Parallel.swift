import Dispatch

/// Work that falls into independent parts, done on all cores.
public enum Parallel {
  /// The results of `body` for 0, 1, … `count` - 1, in that order.
  public static func map<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    guard count > 0 else { return [] }
    return [Result](unsafeUninitializedCapacity: count) { room, filled in
      // Each part has a place of its own, so that no lock is needed; all are filled when `concurrentPerform` returns.
      nonisolated(unsafe) let places = room
      DispatchQueue.concurrentPerform(iterations: count) { (places.baseAddress! + $0).initialize(to: body($0)) }
      filled = count
    }
  }
}
