/// How nodes add up: aggregates, each the sum of some bottom series; several ways of summing (region, occupation) may
/// cross. Nodes are numbered aggregates first, then the bottom series.
public struct Hierarchy: Sendable {
  /// For each aggregate the bottom series it is the sum of, from 0.
  public let aggregates: [[Int]]
  public let bottomCount: Int
  /// For each bottom series the aggregates that it is in.
  let owners: [[Int]]

  /// - Parameter aggregates: every number below `bottomCount`, none twice in an aggregate.
  public init(aggregates: [[Int]], bottomCount: Int) {
    precondition(aggregates.allSatisfy { Set($0).count == $0.count && $0.allSatisfy((0..<bottomCount).contains) })
    self.aggregates = aggregates
    self.bottomCount = bottomCount
    var owners = [[Int]](repeating: [], count: bottomCount)
    for (number, members) in aggregates.enumerated() {
      for member in members { owners[member].append(number) }
    }
    self.owners = owners
  }

  public var nodeCount: Int { aggregates.count + bottomCount }

  /// All nodes from the bottom ones.
  public func summed(_ bottom: [Double]) -> [Double] {
    aggregates.map { members in members.reduce(0) { $0 + bottom[$1] } } + bottom
  }
}
