import Foundation

/// Runs a transformation on several threads and hands the results out in the order of the inputs, a bounded number of
/// them in flight; so the outcome does not depend on the number of workers.
final class WorkerPool<Input: Sendable, Output: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private let window: Int
  private let produce: () throws -> Input?
  // All of the state below is guarded by `condition`.
  private var produced = 0
  private var consumed = 0
  private var isExhausted = false
  private var isStopped = false
  private var failure: (any Error)?
  private var results: [Int: Output] = [:]

  /// - Parameters:
  ///   - workers: number of threads.
  ///   - produce: gives the next input, nil at the end; called by one thread at a time.
  ///   - makeTransform: called once on each thread, with the thread's number.
  init(
    workers: Int, produce: @escaping () throws -> Input?,
    makeTransform: @escaping @Sendable (Int) -> (Input) -> Output
  ) {
    self.produce = produce
    window = workers + 2
    for number in 0..<max(workers, 1) {
      let thread = Thread { [self] in work(makeTransform(number)) }
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  /// The next result in order; nil after the last.
  func next() throws -> Output? {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let result = results.removeValue(forKey: consumed) {
        consumed += 1
        condition.broadcast()
        return result
      }
      if consumed == produced {
        if let failure { throw failure }
        if isExhausted { return nil }
      }
      condition.wait()
    }
  }

  /// Makes the threads end; to be called when no more results are wanted.
  func stop() {
    condition.lock()
    isStopped = true
    condition.broadcast()
    condition.unlock()
  }

  private func work(_ transform: (Input) -> Output) {
    while let (index, input) = take() {
      let result = transform(input)
      condition.lock()
      results[index] = result
      condition.broadcast()
      condition.unlock()
    }
  }

  private func take() -> (Int, Input)? {
    condition.lock()
    defer { condition.unlock() }
    while !isStopped, !isExhausted, produced - consumed >= window { condition.wait() }
    guard !isStopped, !isExhausted else { return nil }
    do {
      guard let input = try produce() else {
        isExhausted = true
        condition.broadcast()
        return nil
      }
      produced += 1
      return (produced - 1, input)
    } catch {
      failure = error
      isExhausted = true
      condition.broadcast()
      return nil
    }
  }
}
