import Foundation
import Synchronization
import Testing

@testable import Stages

@Suite struct WorkerPoolTests {
  private struct Broken: Error {}

  /// Counts up to `limit`, then ends or fails.
  private final class Counter: @unchecked Sendable {
    // The test looks at it while the pool's threads count on.
    private let counted = Mutex(0)
    private let limit: Int
    private let fails: Bool

    init(limit: Int, fails: Bool = false) {
      self.limit = limit
      self.fails = fails
    }

    var count: Int { counted.withLock { $0 } }

    func next() throws -> Int? {
      try counted.withLock { count in
        guard count < limit else {
          if fails { throw Broken() }
          return nil
        }
        count += 1
        return count - 1
      }
    }
  }

  private func pool(_ counter: Counter, workers: Int) -> WorkerPool<Int, Int> {
    WorkerPool(
      workers: workers, produce: { try counter.next() },
      makeTransform: { _ in
        { input in
          // Later inputs are often done before earlier ones.
          usleep(UInt32(input * 7919 % 5) * 300)
          return input * input
        }
      })
  }

  @Test(arguments: [1, 2, 3, 8]) func resultsComeInOrder(workers: Int) throws {
    let pool = pool(Counter(limit: 60), workers: workers)
    var results: [Int] = []
    while let result = try pool.next() { results.append(result) }
    #expect(results == (0..<60).map { $0 * $0 })
    #expect(try pool.next() == nil)
  }

  @Test(arguments: [1, 3]) func failureComesAfterTheResultsBeforeIt(workers: Int) throws {
    let pool = pool(Counter(limit: 10, fails: true), workers: workers)
    for expected in 0..<10 { #expect(try pool.next() == expected * expected) }
    #expect(throws: Broken.self) { try pool.next() }
    #expect(throws: Broken.self) { try pool.next() }
  }

  @Test func onlyAFewInputsAreInFlight() throws {
    let counter = Counter(limit: 1000)
    let pool = pool(counter, workers: 2)
    _ = try pool.next()
    usleep(50_000)
    #expect(counter.count <= 5)
    pool.stop()
    usleep(50_000)
    #expect(counter.count <= 5)
  }

  @Test func noInputsGiveNoResults() throws {
    #expect(try pool(Counter(limit: 0), workers: 3).next() == nil)
  }
}
