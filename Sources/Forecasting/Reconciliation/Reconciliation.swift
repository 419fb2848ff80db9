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
  /// Of C W C'; nil for bottom-up.
  private let factor: Cholesky?
  private let weights: ReconciliationWeights

  /// Solves once for any number of steps.
  public init(_ hierarchy: Hierarchy, _ method: ReconciliationMethod) throws(Failure) {
    self.hierarchy = hierarchy
    let nodes = hierarchy.nodeCount
    switch method {
    case .bottomUp:
      weights = .diagonal([])
      factor = nil
      return
    case .ols: weights = .diagonal([Double](repeating: 1, count: nodes))
    case .structural:
      let sizes = hierarchy.aggregates.map { Double($0.count) } + [Double](repeating: 1, count: hierarchy.bottomCount)
      weights = .diagonal(sizes)
    case .variance(let variances):
      guard variances.count == nodes else { throw .wrongCount }
      weights = .diagonal(variances)
    case .minimumTrace(let residuals):
      guard residuals.count == nodes else { throw .wrongCount }
      weights = ReconciliationWeights(full: ShrunkenCovariance(residuals).matrix, hierarchy)
    }
    guard let factor = Cholesky(weights.system(hierarchy), hierarchy.aggregates.count) else { throw .singular }
    self.factor = factor
  }

  /// - Parameter points: one a node, of one step.
  /// - Returns: values that add up, perhaps below zero.
  public func reconciled(_ points: [Double]) -> [Double] {
    let count = hierarchy.aggregates.count
    let bottom = Array(points.dropFirst(count))
    guard let factor else { return hierarchy.summed(bottom) }
    let gaps = hierarchy.aggregates.indices.map { row in
      hierarchy.aggregates[row].reduce(points[row]) { $0 - bottom[$1] }
    }
    // Aggregates are added up, so that they hold to the last bit.
    return hierarchy.summed(weights.moved(bottom, factor.solve(gaps), hierarchy))
  }

  /// The same, with nothing below zero: bottom values below are raised to zero and all added up again.
  public func reconciledNonNegative(_ points: [Double]) -> [Double] {
    hierarchy.summed(reconciled(points).dropFirst(hierarchy.aggregates.count).map { max($0, 0) })
  }
}
