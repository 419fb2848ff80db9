/// The weights W of a reconciliation, and what is needed of them.
enum ReconciliationWeights: Sendable {
  /// One a node; nothing of the size nodes x aggregates is built, so that ten thousand series fit.
  case diagonal([Double])
  /// The bottom rows of W C', and C W C', row after row.
  case full(bottom: [Double], system: [Double])

  init(full matrix: [Double], _ hierarchy: Hierarchy) {
    let (count, nodes) = (hierarchy.aggregates.count, hierarchy.nodeCount)
    var spread = [Double](repeating: 0, count: nodes * count)
    for node in 0..<nodes {
      for (column, members) in hierarchy.aggregates.enumerated() {
        spread[node * count + column] = members.reduce(matrix[node * nodes + column]) {
          $0 - matrix[node * nodes + count + $1]
        }
      }
    }
    var system = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      for column in 0..<count {
        system[row * count + column] = hierarchy.aggregates[row].reduce(spread[row * count + column]) {
          $0 - spread[(count + $1) * count + column]
        }
      }
    }
    self = .full(bottom: Array(spread.dropFirst(count * count)), system: system)
  }

  /// C W C'.
  func system(_ hierarchy: Hierarchy) -> [Double] {
    guard case .diagonal(let weights) = self else {
      if case .full(_, let system) = self { return system }
      return []
    }
    let count = hierarchy.aggregates.count
    var result = [Double](repeating: 0, count: count * count)
    for row in 0..<count { result[row * count + row] = weights[row] }
    for (bottom, owners) in hierarchy.owners.enumerated() {
      for row in owners { for column in owners { result[row * count + column] += weights[count + bottom] } }
    }
    return result
  }

  /// The bottom values less W C' times the multipliers.
  func moved(_ bottom: [Double], _ multipliers: [Double], _ hierarchy: Hierarchy) -> [Double] {
    let count = multipliers.count
    switch self {
    case .diagonal(let weights):
      return zip(bottom, hierarchy.owners).enumerated().map { index, pair in
        pair.1.reduce(pair.0) { $0 + weights[count + index] * multipliers[$1] }
      }
    case .full(let spread, _):
      return bottom.indices.map { index in
        (0..<count).reduce(bottom[index]) { $0 - spread[index * count + $1] * multipliers[$1] }
      }
    }
  }
}
