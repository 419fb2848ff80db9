/// Minimises a function of one variable: a grid, then golden sections around its best point.
enum UnitSearch {
  /// - Parameters:
  ///   - points: of the grid, ends included; at least 3.
  ///   - tolerance: of the place.
  static func minimum(
    from lower: Double, to upper: Double, points: Int, tolerance: Double, _ value: (Double) -> Double
  ) -> Double {
    let step = (upper - lower) / Double(points - 1)
    var (best, least) = (lower, Double.infinity)
    for i in 0..<points {
      let place = i == points - 1 ? upper : lower + Double(i) * step
      let found = value(place)
      if found < least { (best, least) = (place, found) }
    }
    let ratio = 0.618_033_988_749_894_9
    var (low, high) = (max(lower, best - step), min(upper, best + step))
    var (left, right) = (high - ratio * (high - low), low + ratio * (high - low))
    var (atLeft, atRight) = (value(left), value(right))
    while high - low > tolerance {
      if atLeft <= atRight {
        (high, right, atRight) = (right, left, atLeft)
        left = high - ratio * (high - low)
        atLeft = value(left)
      } else {
        (low, left, atLeft) = (left, right, atRight)
        right = low + ratio * (high - low)
        atRight = value(right)
      }
    }
    for (place, found) in [(left, atLeft), (right, atRight)] where found < least { (best, least) = (place, found) }
    return best
  }
}
