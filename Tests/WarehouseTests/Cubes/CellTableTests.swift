import Testing
import Warehouse

@Suite struct CellTableTests {
  @Test func sumsAreThoseOfADictionary() {
    var cells = CellTable()
    var expected: [[UInt64]: [Int]] = [:]
    var state: UInt64 = 1
    for step in 0..<30_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let (high, low) = (state >> 60, state >> 33 & 0xFFF)
      cells.add(high, low, (1, step, -1, 0))
      let old = expected[[high, low]] ?? [0, 0, 0]
      expected[[high, low]] = [old[0] + 1, old[1] + step, old[2] - 1]
    }
    let sorted = cells.sorted()
    #expect(cells.count == expected.count && sorted.count == expected.count)
    #expect(sorted.allSatisfy { expected[[$0.high, $0.low]] == [$0.sums.0, $0.sums.1, $0.sums.2] })
    #expect(zip(sorted, sorted.dropFirst()).allSatisfy { ($0.high, $0.low) < ($1.high, $1.low) })
  }

  @Test func cellsThatCancelAreLeftOut() {
    var cells = CellTable()
    cells.add(1, 2, (3, 0, 0, 1))
    cells.add(1, 2, (-3, 0, 0, -1))
    #expect(cells.sorted().isEmpty)
    cells.add(1, 3, (1, 0, 0, 0))
    cells.removeAll()
    #expect(cells.count == 0 && cells.sorted().isEmpty)
  }
}
