/// Derivatives of the states of an ETS model by all its parameters, four parameters a vector.
final class ETSStateDerivatives {
  typealias Lanes = SIMD4<Double>

  let level: UnsafeMutablePointer<Lanes>
  let trend: UnsafeMutablePointer<Lanes>
  /// Of level + phi trend before an observation.
  let base: UnsafeMutablePointer<Lanes>
  /// Of the one-step forecast.
  let fit: UnsafeMutablePointer<Lanes>
  /// One row a season.
  let season: UnsafeMutablePointer<Lanes>

  init(maxPeriod: Int) {
    let width = (maxPeriod + 6 + 3) / 4
    (level, trend, base, fit) = (lanes(width), lanes(width), lanes(width), lanes(width))
    season = lanes(maxPeriod * width)
  }

  deinit { for memory in [level, trend, base, fit, season] { memory.deallocate() } }

  /// Derivatives of the initial states: 1 for its own parameter; the last season falls as any other rises.
  func start(_ layout: ETSLayout, _ period: Int, _ lanes: Int) {
    for memory in [level, trend] { memory.update(repeating: .zero, count: lanes) }
    doubles(level)[layout.level] = 1
    if let index = layout.trend { doubles(trend)[index] = 1 }
    guard let first = layout.season else { return }
    season.update(repeating: .zero, count: period * lanes)
    let last = doubles(season + (period - 1) * lanes)
    for i in 0..<(period - 1) {
      doubles(season + i * lanes)[first + i] = 1
      last[first + i] = -1
    }
  }

  /// Carries the derivatives of the states over one observation, but for the parameters' own part.
  @inline(__always)
  func advance(
    _ kind: ETSModel.Season, _ row: UnsafeMutablePointer<Lanes>, _ lanes: Int, alpha: Double, beta: Double,
    gamma: Double, phi: Double, value: Double, base mean: Double, old: Double
  ) {
    if kind == .multiplicative {
      let slope = value / (old * old)
      let other = value / (mean * mean)
      for v in 0..<lanes {
        let change = -slope * row[v] - base[v]
        level[v] = base[v] + alpha * change
        trend[v] = phi * trend[v] + beta * change
        row[v] -= gamma * (other * base[v] + row[v])
      }
    } else {
      for v in 0..<lanes {
        let change = fit[v]
        level[v] = base[v] - alpha * change
        trend[v] = phi * trend[v] - beta * change
      }
      if kind == .additive { for v in 0..<lanes { row[v] -= gamma * fit[v] } }
    }
  }
}
