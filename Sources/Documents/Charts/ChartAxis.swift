/// A value axis with round ticks.
struct ChartAxis {
  let low: Double
  let high: Double
  let step: Double
  /// Decimals that the tick labels need.
  let decimals: Int

  /// Covers `values` with about `intervals` steps of 1, 2 or 5 times a power of ten.
  init(covering values: [Double], startsAtZero: Bool, intervals: Int = 4) {
    var least = values.min() ?? 0
    var most = values.max() ?? 1
    if startsAtZero {
      least = min(least, 0)
      most = max(most, 0)
    }
    if most - least < 1e-9 { most = least + 1 }
    let (step, decimals) = ChartAxis.roundStep((most - least) / Double(intervals))
    self.step = step
    self.decimals = decimals
    low = (least / step + 1e-9).rounded(.down) * step
    high = (most / step - 1e-9).rounded(.up) * step
  }

  var ticks: [Double] {
    let count = Int(((high - low) / step).rounded())
    return (0...count).map { low + Double($0) * step }
  }

  /// Where `value` lies between `low` (0) and `high` (1).
  func fraction(_ value: Double) -> Double { (value - low) / (high - low) }

  private static func roundStep(_ rough: Double) -> (step: Double, decimals: Int) {
    var power = 1.0
    var decimals = 0
    while power > rough {
      power /= 10
      decimals += 1
    }
    while power * 10 <= rough {
      power *= 10
      decimals = max(0, decimals - 1)
    }
    for factor in [1.0, 2, 5] where factor * power >= rough { return (factor * power, decimals) }
    return (10 * power, max(0, decimals - 1))
  }
}
