/// The plotting area of column and line charts: grid lines, value labels on the left, category labels below.
struct ChartFrame {
  static let height = 270.0
  private static let top = 40.0
  /// Two lines of labels stand below.
  private static let bottom = height - 52
  private static let right = ChartCanvas.width - 6

  let axis: ChartAxis
  /// Width of one category.
  let slot: Double
  private let left: Double

  init(axis: ChartAxis, count: Int) {
    self.axis = axis
    let labels = axis.ticks.map { NumberText.fixed($0, decimals: axis.decimals, separator: ",") }
    left = (labels.map(ChartLabel.width).max() ?? 0) + 10
    slot = (ChartFrame.right - left) / Double(max(1, count))
  }

  func center(_ index: Int) -> Double { left + (Double(index) + 0.5) * slot }

  func y(_ value: Double) -> Double {
    ChartFrame.bottom - axis.fraction(value) * (ChartFrame.bottom - ChartFrame.top)
  }

  func draw(on canvas: inout ChartCanvas, _ categories: [ChartCategory]) {
    for tick in axis.ticks {
      let isBase = tick == axis.low
      canvas.line(left, y(tick), ChartFrame.right, y(tick), color: isBase ? ChartCanvas.axis : ChartCanvas.rule)
      canvas.text(
        NumberText.fixed(tick, decimals: axis.decimals, separator: ","), x: left - 7, y: y(tick) + 5.5, anchor: .end)
    }
    for (index, category) in categories.enumerated() { label(category, at: index, on: &canvas) }
  }

  /// Writes a category below the axis; one at the right edge is moved inwards, so that it is whole.
  func label(_ category: ChartCategory, at index: Int, on canvas: inout ChartCanvas) {
    let half = max(ChartLabel.width(of: category.label), ChartLabel.width(of: category.group)) / 2
    let x = min(center(index), ChartCanvas.width - half)
    canvas.text(category.label, x: x, y: ChartFrame.bottom + 21, anchor: .middle)
    canvas.text(category.group, x: x, y: ChartFrame.bottom + 42, anchor: .middle)
  }

  /// A line at zero, where values lie on both sides of it.
  func zero(on canvas: inout ChartCanvas) {
    guard axis.low < 0, axis.high > 0 else { return }
    canvas.line(left, y(0), ChartFrame.right, y(0), color: ChartCanvas.axis)
  }

  func horizontal(_ value: Double, on canvas: inout ChartCanvas) {
    canvas.line(left, y(value), ChartFrame.right, y(value), color: ChartCanvas.axis, isDashed: true)
  }
}
