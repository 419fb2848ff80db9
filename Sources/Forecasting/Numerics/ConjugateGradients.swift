/// Solves a symmetric positive definite system that is known only by what it makes of a vector: for reconciliation of
/// thousands of aggregates, whose matrix would not fit the memory.
///
/// Source: Hestenes and Stiefel (1952), preconditioned with the diagonal.
struct ConjugateGradients {
  /// Of the right-hand side's length.
  private static let tolerance = 1e-13
  private static let mostSteps = 2000

  /// - Parameters:
  ///   - diagonal: of the matrix, all above 0.
  ///   - apply: the matrix times a vector.
  static func solve(_ right: [Double], diagonal: [Double], _ apply: ([Double]) -> [Double]) -> [Double] {
    func dot(_ left: [Double], _ other: [Double]) -> Double {
      var sum = 0.0
      for index in left.indices { sum += left[index] * other[index] }
      return sum
    }
    var solution = [Double](repeating: 0, count: right.count)
    var rest = right
    var scaled = zip(rest, diagonal).map { $0 / $1 }
    var direction = scaled
    var length = dot(rest, scaled)
    let goal = dot(right, right) * tolerance * tolerance
    for _ in 0..<mostSteps where dot(rest, rest) > goal {
      let image = apply(direction)
      let step = length / dot(direction, image)
      for index in solution.indices {
        solution[index] += step * direction[index]
        rest[index] -= step * image[index]
        scaled[index] = rest[index] / diagonal[index]
      }
      let next = dot(rest, scaled)
      for index in direction.indices { direction[index] = scaled[index] + next / length * direction[index] }
      length = next
    }
    return solution
  }
}
