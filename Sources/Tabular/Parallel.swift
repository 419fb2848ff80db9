import Dispatch
import Synchronization

/// Work that falls into independent parts, done on all cores.
public enum Parallel {
  /// The results of `body` for 0, 1, … `count` - 1, in that order.
  public static func map<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = body(index)
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}
