import TestSupport
import Testing

@testable import Stages

@Suite struct OccupationGapsTests {
  @Test func countsAtTheThirdLevel() {
    let pairs = OccupationGaps.pairs(
      demand: ["4-01-02-01": 3, "4-01-02": 2, "4-01": 9, "": 7], seekers: ["4-01-02-01": 1, "4-01-03": 4, "4": 5])
    #expect(Set(pairs.keys) == ["4-01-02", "4-01-03"])
    #expect(pairs["4-01-02"].map { [$0.demand, $0.seekers] } == [5, 1])
    #expect(pairs["4-01-03"].map { [$0.demand, $0.seekers] } == [0, 4])
  }
}
