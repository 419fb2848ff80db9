import Forecasting
import Testing

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
