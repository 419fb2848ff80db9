import Tabular
import Testing

@Suite struct ParallelTests {
  @Test(arguments: [0, 1, 2, 1000]) func resultsStandInOrder(count: Int) {
    #expect(Parallel.map(count) { $0 * $0 } == (0..<count).map { $0 * $0 })
  }
}
