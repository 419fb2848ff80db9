import Testing

@testable import Forecasting

/// Reconciliation of two crossed ways of adding up, against numpy and hierarchicalforecast.
@Suite struct ReconciliationTests {
  struct Vectors: Decodable {
    let summing: [[Double]]
    let points: [[Double]]
    let residuals: [[Double]]
    let intensity: Double
    let ols: [[Double]]
    let structural: [[Double]]
    let variance: [[Double]]
    let minimumTrace: [[Double]]
    let bottomUp: [[Double]]
  }

  static func hierarchy(_ vectors: Vectors) -> Hierarchy {
    let bottomCount = vectors.summing[0].count
    let rows = vectors.summing.dropLast(bottomCount)
    return Hierarchy(aggregates: rows.map { row in row.indices.filter { row[$0] == 1 } }, bottomCount: bottomCount)
  }

  @Test func agree() throws {
    let vectors: Vectors = try Golden.read("reconciliation")
    let hierarchy = ReconciliationTests.hierarchy(vectors)
    let variances = vectors.residuals.map { row in row.reduce(0) { $0 + $1 * $1 } / Double(row.count) }
    let cases: [(ReconciliationMethod, [[Double]])] = [
      (.ols, vectors.ols), (.structural, vectors.structural), (.variance(variances), vectors.variance),
      (.minimumTrace(residuals: vectors.residuals), vectors.minimumTrace), (.bottomUp, vectors.bottomUp),
    ]
    for (method, wanted) in cases {
      let reconciliation = try Reconciliation(hierarchy, method)
      for step in wanted[0].indices {
        let found = reconciliation.reconciled(vectors.points.map { $0[step] })
        #expect(difference(found, wanted.map { $0[step] }) < 1e-7)
        #expect(hierarchy.summed(Array(found.suffix(hierarchy.bottomCount))) == found)
      }
    }
    let shrunken = ShrunkenCovariance(vectors.residuals)
    #expect(difference([shrunken.intensity], [vectors.intensity]) < 1e-9)
  }

  @Test func nothingBelowZero() throws {
    let hierarchy = Hierarchy(aggregates: [[0, 1, 2], [0, 1]], bottomCount: 3)
    let reconciliation = try Reconciliation(hierarchy, .structural)
    let points = [1.0, 9, 8, 1, 2]
    #expect(reconciliation.reconciled(points).contains { $0 < 0 })
    let found = reconciliation.reconciledNonNegative(points)
    #expect(found.allSatisfy { $0 >= 0 })
    #expect(abs(found[0] - found[2] - found[3] - found[4]) < 1e-9 && abs(found[1] - found[2] - found[3]) < 1e-9)
  }

  @Test func whatAddsUpStays() throws {
    let hierarchy = Hierarchy(aggregates: [[0, 1]], bottomCount: 2)
    let found = try Reconciliation(hierarchy, .ols).reconciled([5, 2, 3])
    #expect(difference(found, [5, 2, 3]) < 1e-12)
  }

  @Test func refusesWrongWeights() {
    let hierarchy = Hierarchy(aggregates: [[0, 1]], bottomCount: 2)
    #expect(throws: Reconciliation.Failure.wrongCount) { try Reconciliation(hierarchy, .variance([1, 1])) }
    #expect(throws: Reconciliation.Failure.singular) { try Reconciliation(hierarchy, .variance([0, 0, 0])) }
  }

  /// Thousands of aggregates are solved without a matrix: what comes out adds up, changes nothing that adds up already,
  /// and is what the matrix gives for the same weights.
  @Test func manyAggregates() throws {
    // 25 regions crossed with 20 groups of 40 occupations, in all 545 aggregates over 1000 series.
    let (regions, jobs) = (25, 40)
    func leaf(_ region: Int, _ job: Int) -> Int { region * jobs + job }
    let aggregates =
      [Array(0..<regions * jobs)] + (0..<regions).map { region in (0..<jobs).map { leaf(region, $0) } }
      + (0..<jobs).map { job in (0..<regions).map { leaf($0, job) } }
      + (0..<regions).flatMap { region in (0..<20).map { [leaf(region, 2 * $0), leaf(region, 2 * $0 + 1)] } }
    let hierarchy = Hierarchy(aggregates: aggregates, bottomCount: regions * jobs)
    #expect(aggregates.count > Reconciliation.mostAggregatesOfMatrix)
    let bottom = (0..<regions * jobs).map { Double(($0 * 7919) % 101) }
    let exact = hierarchy.summed(bottom)
    let reconciliation = try Reconciliation(hierarchy, .structural)
    #expect(difference(reconciliation.reconciled(exact), exact) < 1e-9)
    let points = exact.enumerated().map { $0.element * (1 + Double(($0.offset * 31) % 17 - 8) / 100) }
    let found = reconciliation.reconciled(points)
    #expect(hierarchy.summed(Array(found.suffix(hierarchy.bottomCount))) == found)
    // The weighted change is orthogonal to all that adds up.
    let sizes = aggregates.map { Double($0.count) } + [Double](repeating: 1, count: bottom.count)
    for member in stride(from: 0, to: bottom.count, by: 97) {
      var sum = found[aggregates.count + member] - points[aggregates.count + member]
      for (row, members) in aggregates.enumerated() where members.contains(member) {
        sum += (found[row] - points[row]) / sizes[row]
      }
      #expect(abs(sum) < 1e-6)
    }
  }

  /// Two hundred occupations in twenty regions, both ways of adding up crossed.
  @Test func largeCrossedHierarchy() throws {
    let (occupations, regions) = (200, 20)
    let byOccupation = (0..<occupations).map { one in (0..<regions).map { one * regions + $0 } }
    let byRegion = (0..<regions).map { one in (0..<occupations).map { $0 * regions + one } }
    let all = Array(0..<(occupations * regions))
    let hierarchy = Hierarchy(aggregates: [all] + byOccupation + byRegion, bottomCount: all.count)
    let reconciliation = try Reconciliation(hierarchy, .structural)
    let points = (0..<hierarchy.nodeCount).map { node in
      let size = node < hierarchy.aggregates.count ? hierarchy.aggregates[node].count : 1
      return Double(size) * (10 + Double(node * 7919 % 13) / 5)
    }
    let found = reconciliation.reconciled(points)
    for (node, members) in hierarchy.aggregates.enumerated() {
      let sum = members.reduce(0) { $0 + found[hierarchy.aggregates.count + $1] }
      #expect(abs(found[node] - sum) <= 1e-9 * sum)
    }
    // What adds up already is left alone.
    #expect(difference(reconciliation.reconciled(found), found) < 1e-9)
  }
}
