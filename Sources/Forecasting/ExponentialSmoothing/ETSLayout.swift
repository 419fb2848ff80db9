/// Where the parameters of one model stand in the vector that is optimised: smoothing first, then initial states.
///
/// beta and gamma are kept as fractions of their largest value in the usual region (beta = alpha B,
/// gamma = (1 - alpha) G), so that the region is a box.
struct ETSLayout {
  let hasTrend: Bool
  /// Of B; nil without trend.
  let beta: Int?
  let phi: Int?
  let gamma: Int?
  let level: Int
  let trend: Int?
  /// Of the first of `period - 1` seasonal states; the last follows from the others.
  let season: Int?
  let count: Int

  init(_ model: ETSModel, period: Int) {
    var next = 1
    func take(_ wanted: Bool, _ width: Int = 1) -> Int? {
      guard wanted else { return nil }
      defer { next += width }
      return next
    }
    hasTrend = model.trend != .none
    beta = take(hasTrend)
    phi = take(model.trend == .damped)
    gamma = take(model.season != .none)
    level = next
    next += 1
    trend = take(hasTrend)
    season = take(model.season != .none, period - 1)
    count = next
  }

  /// The box of the usual region.
  func bounds(_ index: Int) -> (lower: Double, upper: Double) {
    if index == 0 { return (1e-4, 0.9999) }
    if index == beta || index == gamma { return (1e-4, 0.9999) }
    if index == phi { return (0.8, 0.98) }
    return (-.infinity, .infinity)
  }
}
