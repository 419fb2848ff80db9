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
  private let weights: ReconciliationWeights
  private let solution: Solution

  /// How C W C' is solved.
  private enum Solution: Sendable {
    /// Not at all: the bottom forecasts are kept.
    case bottomUp
    case factor(Cholesky)
    /// Without the matrix, which for thousands of aggregates would not fit the memory.
    case conjugateGradients
  }

  /// Aggregates up to which diagonal weights are solved with a matrix.
  static let mostAggregatesOfMatrix = 400

  /// Solves once for any number of steps.
  public init(_ hierarchy: Hierarchy, _ method: ReconciliationMethod) throws(Failure) {
    self.hierarchy = hierarchy
    let nodes = hierarchy.nodeCount
    switch method {
    case .bottomUp:
      weights = .diagonal([])
      solution = .bottomUp
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
    if case .diagonal(let values) = weights, hierarchy.aggregates.count > Reconciliation.mostAggregatesOfMatrix {
      guard values.allSatisfy({ $0 > 0 && $0.isFinite }) else { throw .singular }
      solution = .conjugateGradients
      return
    }
    guard let factor = Cholesky(weights.system(hierarchy), hierarchy.aggregates.count) else { throw .singular }
    solution = .factor(factor)
  }

  /// - Parameter points: one a node, of one step.
  /// - Returns: values that add up, perhaps below zero.
  public func reconciled(_ points: [Double]) -> [Double] {
    let count = hierarchy.aggregates.count
    let bottom = Array(points.dropFirst(count))
    if case .bottomUp = solution { return hierarchy.summed(bottom) }
    let gaps = hierarchy.aggregates.indices.map { row in
      hierarchy.aggregates[row].reduce(points[row]) { $0 - bottom[$1] }
    }
    // Aggregates are added up, so that they hold to the last bit.
    return hierarchy.summed(weights.moved(bottom, multipliers(gaps), hierarchy))
  }

  private func multipliers(_ gaps: [Double]) -> [Double] {
    if case .factor(let factor) = solution { return factor.solve(gaps) }
    guard case .diagonal(let values) = weights else { return [] }
    let count = gaps.count
    let diagonal = hierarchy.aggregates.indices.map { row in
      hierarchy.aggregates[row].reduce(values[row]) { $0 + values[count + $1] }
    }
    return ConjugateGradients.solve(gaps, diagonal: diagonal) { x in
      let shares = hierarchy.owners.enumerated().map { bottom, owners in
        values[count + bottom] * owners.reduce(0) { $0 + x[$1] }
      }
      return hierarchy.aggregates.indices.map { row in
        hierarchy.aggregates[row].reduce(values[row] * x[row]) { $0 + shares[$1] }
      }
    }
  }

  /// The same, with nothing below zero: bottom values below are raised to zero and all added up again.
  public func reconciledNonNegative(_ points: [Double]) -> [Double] {
    hierarchy.summed(reconciled(points).dropFirst(hierarchy.aggregates.count).map { max($0, 0) })
  }
}
