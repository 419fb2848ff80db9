/// Makes forecasts of all nodes add up, changing them as little as their errors' weights allow.
///
/// With C y = 0 saying that every aggregate is the sum of its parts, the result is y - W C' (C W C')^-1 C y; so the
/// system has one row an aggregate, however many bottom series there are.
///
/// Source: Hyndman et al. (2011) and (2016), Wickramasuriya et al. (2019).
public struct Reconciliation: Sendable {
  /// Why forecasts cannot be reconciled.
  public enum Failure: Error, Sendable, Equatable {
    /// Variances or residuals for another number of nodes.
    case wrongCount
    /// Variances or covariances that are not positive.
    case singular
  }

  private let hierarchy: Hierarchy
  private let isBottomUp: Bool
  /// W C', aggregates within nodes; empty for bottom-up and for weights alone.
  private let spread: [Double]
  private let factor: Cholesky?
  /// One a node, where W is diagonal and there are many aggregates: then the system is solved without its matrix.
  private let weights: [Double]
  /// For each bottom series the aggregates it is in; filled where `weights` are.
  private let holders: [[Int]]

  /// Aggregates up to which the system is solved with its matrix.
  static let mostAggregatesOfMatrix = 400

  /// Solves once for any number of steps.
  public init(_ hierarchy: Hierarchy, _ method: ReconciliationMethod) throws(Failure) {
    self.hierarchy = hierarchy
    let nodes = hierarchy.nodeCount
    if case .bottomUp = method {
      (isBottomUp, spread, factor, weights, holders) = (true, [], nil, [], [])
      return
    }
    if let diagonal = try Reconciliation.diagonal(hierarchy, method) {
      if hierarchy.aggregates.count > Reconciliation.mostAggregatesOfMatrix {
        guard diagonal.allSatisfy({ $0 > 0 && $0.isFinite }) else { throw .singular }
        (isBottomUp, spread, factor, weights) = (false, [], nil, diagonal)
        holders = Reconciliation.holders(hierarchy)
        return
      }
      spread = Reconciliation.spread(hierarchy, diagonal: diagonal)
    } else if case .minimumTrace(let residuals) = method {
      guard residuals.count == nodes else { throw .wrongCount }
      spread = Reconciliation.spread(hierarchy, full: ShrunkenCovariance(residuals).matrix)
    } else {
      spread = []
    }
    (weights, holders) = ([], [])
    isBottomUp = false
    let count = hierarchy.aggregates.count
    var system = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      for column in 0..<count {
        var sum = spread[row * count + column]
        for member in hierarchy.aggregates[row] { sum -= spread[(count + member) * count + column] }
        system[row * count + column] = sum
      }
    }
    guard let factor = Cholesky(system, count) else { throw .singular }
    self.factor = factor
  }

  /// - Parameter points: one a node, of one step.
  /// - Returns: values that add up, perhaps below zero.
  public func reconciled(_ points: [Double]) -> [Double] {
    let count = hierarchy.aggregates.count
    guard !isBottomUp else { return hierarchy.summed(Array(points.dropFirst(count))) }
    let gaps = hierarchy.aggregates.indices.map { row in
      hierarchy.aggregates[row].reduce(points[row]) { $0 - points[count + $1] }
    }
    guard let factor else { return hierarchy.summed(bottom(points, gaps)) }
    let multipliers = factor.solve(gaps)
    let bottom = (count..<hierarchy.nodeCount).map { node in
      (0..<count).reduce(points[node]) { $0 - spread[node * count + $1] * multipliers[$1] }
    }
    // Aggregates are added up, so that they hold to the last bit.
    return hierarchy.summed(bottom)
  }

  /// The bottom series, by conjugate gradients.
  private func bottom(_ points: [Double], _ gaps: [Double]) -> [Double] {
    let count = hierarchy.aggregates.count
    func shares(_ multipliers: [Double]) -> [Double] {
      holders.indices.map { member in
        weights[count + member] * holders[member].reduce(0) { $0 + multipliers[$1] }
      }
    }
    let diagonal = hierarchy.aggregates.indices.map { row in
      hierarchy.aggregates[row].reduce(weights[row]) { $0 + weights[count + $1] }
    }
    let multipliers = ConjugateGradients.solve(gaps, diagonal: diagonal) { x in
      let own = shares(x)
      return hierarchy.aggregates.indices.map { row in
        hierarchy.aggregates[row].reduce(weights[row] * x[row]) { $0 + own[$1] }
      }
    }
    return zip(points.dropFirst(count), shares(multipliers)).map { $0 + $1 }
  }

  /// The diagonal of W; nil where it is a full matrix.
  private static func diagonal(_ hierarchy: Hierarchy, _ method: ReconciliationMethod) throws(Failure) -> [Double]? {
    switch method {
    case .ols: return [Double](repeating: 1, count: hierarchy.nodeCount)
    case .structural:
      return hierarchy.aggregates.map { Double($0.count) } + [Double](repeating: 1, count: hierarchy.bottomCount)
    case .variance(let variances):
      guard variances.count == hierarchy.nodeCount else { throw .wrongCount }
      return variances
    case .bottomUp, .minimumTrace: return nil
    }
  }

  private static func holders(_ hierarchy: Hierarchy) -> [[Int]] {
    var holders = [[Int]](repeating: [], count: hierarchy.bottomCount)
    for (row, members) in hierarchy.aggregates.enumerated() { for member in members { holders[member].append(row) } }
    return holders
  }

  /// The same, with nothing below zero: bottom values below are raised to zero and all added up again.
  public func reconciledNonNegative(_ points: [Double]) -> [Double] {
    hierarchy.summed(reconciled(points).dropFirst(hierarchy.aggregates.count).map { max($0, 0) })
  }

  private static func spread(_ hierarchy: Hierarchy, diagonal: [Double]) -> [Double] {
    let count = hierarchy.aggregates.count
    var result = [Double](repeating: 0, count: hierarchy.nodeCount * count)
    for (column, members) in hierarchy.aggregates.enumerated() {
      result[column * count + column] = diagonal[column]
      for member in members { result[(count + member) * count + column] = -diagonal[count + member] }
    }
    return result
  }

  private static func spread(_ hierarchy: Hierarchy, full: [Double]) -> [Double] {
    let (count, nodes) = (hierarchy.aggregates.count, hierarchy.nodeCount)
    var result = [Double](repeating: 0, count: nodes * count)
    for node in 0..<nodes {
      for (column, members) in hierarchy.aggregates.enumerated() {
        result[node * count + column] = members.reduce(full[node * nodes + column]) {
          $0 - full[node * nodes + count + $1]
        }
      }
    }
    return result
  }
}
