import Testing

@testable import Stages

@Suite struct OccupationTreeTests {
  private let tree = OccupationTree([
    (region: 1, occupation: "4-02-05-01"), (region: 1, occupation: "4-02-05-02"), (region: 1, occupation: "4-02"),
    (region: 2, occupation: "4-02-05-01"), (region: 2, occupation: ""), (region: 2, occupation: "6-01-01-01"),
  ])

  private func members(_ region: Int, _ occupation: String) -> [Int]? {
    guard let node = tree.nodes.first(where: { $0.region == region && $0.occupation == occupation }) else { return nil }
    let count = tree.hierarchy.aggregates.count
    return node.series < count ? tree.hierarchy.aggregates[node.series] : [node.series - count]
  }

  @Test func groupsOfTheCityAndOfItsRegions() {
    #expect(members(0, "") == [0, 1, 2, 3, 4, 5])
    #expect(members(0, "4") == [0, 1, 2, 3])
    #expect(members(0, "4-02") == [0, 1, 2, 3])
    #expect(members(0, "4-02-05") == [0, 1, 3])
    #expect(members(0, "4-02-05-01") == [0, 3])
    #expect(members(1, "4-02-05") == [0, 1])
    #expect(members(1, "4-02-05-02") == [1])
    #expect(members(2, "") == [3, 4, 5])
    #expect(members(2, "4") == [3])
    #expect(members(1, "6") == nil)
  }

  @Test func sameLeavesAreOneSeries() {
    #expect(Set(tree.hierarchy.aggregates).count == tree.hierarchy.aggregates.count)
    #expect(tree.hierarchy.aggregates.allSatisfy { $0.count > 1 })
  }

  @Test func everySeriesButTheTopHasALargerOneAboveIt() {
    let aggregates = tree.hierarchy.aggregates
    func members(_ series: Int) -> Set<Int> {
      series < aggregates.count ? Set(aggregates[series]) : [series - aggregates.count]
    }
    for (series, parent) in tree.parents.enumerated() {
      if members(series).count == 6 {
        #expect(parent == nil)
      } else if let parent {
        #expect(members(series).isStrictSubset(of: members(parent)), "\(series)")
      } else {
        Issue.record("series \(series) has nothing above it")
      }
    }
  }
}
