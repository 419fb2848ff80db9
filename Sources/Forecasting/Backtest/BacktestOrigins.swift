/// From which steps of the past a panel is forecast.
///
/// Half a horizon apart, back to three horizons: errors from one origin are alike across a panel, so that several origins
/// say more of them than many series do.
struct BacktestOrigins {
  private let horizon: Int

  init(horizon: Int) { self.horizon = horizon }

  /// Steps before the end, the oldest first; the last is 0.
  var all: [Int] { (0...6).map(back).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.reversed() }

  /// Those whose forecasts calibrate forecasts from `base` steps before the end: up to two horizons before it.
  func calibrating(_ base: Int) -> ClosedRange<Int> { (base + 1)...(base + 2 * horizon) }

  private func back(_ halves: Int) -> Int { (halves * horizon + 1) / 2 }
}
