/// Local regression on equally spaced points, with the tricube kernel.
///
/// Source: Cleveland, Cleveland, McRae, Terpenning (1990), STL; the edge rule follows its Fortran.
enum Loess {
  /// The value at position `x` (0 is the first point; may lie outside) of the local fit over the `width` nearest points.
  ///
  /// - Parameters:
  ///   - degree: 0 constant, 1 line.
  ///   - weights: of robustness, or nil.
  /// - Returns: nil where all weights vanish.
  static func value(
    _ y: [Double], at x: Int, left: Int, right: Int, width: Int, degree: Int, weights: [Double]?
  ) -> Double? {
    let n = y.count
    var reach = Double(max(x - left, right - x))
    if width > n { reach += Double((width - n) / 2) }
    var kernel = [Double](repeating: 0, count: right - left + 1)
    var total = 0.0
    for j in left...right {
      let distance = Double(abs(x - j))
      guard distance <= 0.999 * reach else { continue }
      var weight = 1.0
      if distance > 0.001 * reach {
        let ratio = distance / reach
        let cube = 1 - ratio * ratio * ratio
        weight = cube * cube * cube
      }
      if let weights { weight *= weights[j] }
      kernel[j - left] = weight
      total += weight
    }
    guard total > 0 else { return nil }
    for j in kernel.indices { kernel[j] /= total }
    if reach > 0, degree > 0 {
      var centre = 0.0
      for j in kernel.indices { centre += kernel[j] * Double(left + j) }
      var spread = 0.0
      for j in kernel.indices {
        let distance = Double(left + j) - centre
        spread += kernel[j] * distance * distance
      }
      if spread.squareRoot() > 0.001 * Double(n - 1) {
        let slope = (Double(x) - centre) / spread
        for j in kernel.indices { kernel[j] *= slope * (Double(left + j) - centre) + 1 }
      }
    }
    return kernel.indices.reduce(0) { $0 + kernel[$1] * y[left + $1] }
  }

  /// The smooth at every point.
  static func smooth(_ y: [Double], width: Int, degree: Int, weights: [Double]?) -> [Double] {
    let n = y.count
    guard n > 1 else { return y }
    let inner = min(width, n)
    return y.indices.map { x in
      let left = min(max(x - (width - 1) / 2, 0), n - inner)
      let found = value(y, at: x, left: left, right: left + inner - 1, width: width, degree: degree, weights: weights)
      return found ?? y[x]
    }
  }
}
