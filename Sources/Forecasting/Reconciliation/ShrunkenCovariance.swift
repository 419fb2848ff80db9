/// A covariance matrix shrunk to its diagonal, with the intensity that minimises the expected squared error.
///
/// Source: Schäfer and Strimmer (2005); Wickramasuriya, Athanasopoulos, Hyndman (2019) for its use in MinT.
public struct ShrunkenCovariance: Sendable {
  /// Row after row, as many rows as series.
  public let matrix: [Double]
  /// Between 0 (as observed) and 1 (diagonal).
  public let intensity: Double

  /// - Parameter residuals: `residuals[series][t]`, of equal length.
  public init(_ residuals: [[Double]]) {
    let count = residuals.count
    let n = Double(residuals.first?.count ?? 0)
    let centred = residuals.map { row in
      let mean = row.reduce(0, +) / max(n, 1)
      return row.map { $0 - mean }
    }
    let deviations = centred.map { row in (row.reduce(0) { $0 + $1 * $1 } / max(n, 1)).squareRoot() }
    let scaled = zip(centred, deviations).map { row, deviation in row.map { deviation > 0 ? $0 / deviation : 0 } }
    var covariance = [Double](repeating: 0, count: count * count)
    var (noise, signal) = (0.0, 0.0)
    for i in 0..<count {
      covariance[i * count + i] = deviations[i] * deviations[i]
      for j in 0..<i {
        var (sum, squares) = (0.0, 0.0)
        for t in scaled[i].indices {
          let product = scaled[i][t] * scaled[j][t]
          sum += product
          squares += product * product
        }
        let mean = sum / max(n, 1)
        covariance[i * count + j] = mean * deviations[i] * deviations[j]
        guard n > 1 else { continue }
        noise += n / ((n - 1) * (n - 1) * (n - 1)) * (squares - n * mean * mean)
        signal += mean * n / (n - 1) * (mean * n / (n - 1))
      }
    }
    let intensity = signal > 0 ? min(max(noise / signal, 0), 1) : 1
    for i in 0..<count {
      for j in 0..<i {
        covariance[i * count + j] *= 1 - intensity
        covariance[j * count + i] = covariance[i * count + j]
      }
    }
    matrix = covariance
    self.intensity = intensity
  }
}
