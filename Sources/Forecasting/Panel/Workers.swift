import Dispatch

/// Runs independent pieces of work on several threads; results are in order, whatever the number of threads.
enum Workers {
  /// - Parameters:
  ///   - maxPeriod: of the forecaster that each thread has.
  ///   - body: must depend on the index alone.
  static func map<Result: Sendable>(
    _ count: Int, workers: Int, maxPeriod: Int, _ body: @Sendable (Forecaster, Int) -> Result
  ) -> [Result] {
    let threads = max(1, min(workers, count))
    guard threads > 1 else {
      let own = Forecaster(maxPeriod: maxPeriod)
      return (0..<count).map { body(own, $0) }
    }
    let slots = UnsafeMutableBufferPointer<Result?>.allocate(capacity: count)
    slots.initialize(repeating: nil)
    defer {
      slots.deinitialize()
      slots.deallocate()
    }
    // Every slot is written by one thread only.
    nonisolated(unsafe) let shared = slots
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      let own = Forecaster(maxPeriod: maxPeriod)
      for index in stride(from: thread, to: count, by: threads) { shared[index] = body(own, index) }
    }
    return slots.compactMap { $0 }
  }
}
