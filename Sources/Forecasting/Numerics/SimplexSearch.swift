/// The least of a quadratic form over weights that are not below 0 and sum to 1: two weights at a time, until nothing moves.
enum SimplexSearch {
  /// - Parameters:
  ///   - matrix: symmetric and positive definite, `count` rows of `count`.
  ///   - start: a point of the simplex.
  static func minimum(_ matrix: [Double], _ count: Int, from start: [Double]) -> [Double] {
    var x = start
    for _ in 0..<500 {
      var moved = 0.0
      for i in 0..<count {
        for j in 0..<i {
          var slope = 0.0
          for k in 0..<count { slope += (matrix[i * count + k] - matrix[j * count + k]) * x[k] }
          let bend = matrix[i * count + i] + matrix[j * count + j] - 2 * matrix[i * count + j]
          guard bend > 0 else { continue }
          let step = min(max(-slope / bend, -x[i]), x[j])
          x[i] += step
          x[j] -= step
          moved = max(moved, abs(step))
        }
      }
      if moved < 1e-9 { break }
    }
    return x
  }
}
