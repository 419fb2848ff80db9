/// Horizontal bars to both sides of a middle line: positive values to the right, negative ones to the left and
/// hatched. A bar's label stands on the free side of the line.
public struct DivergingBarChart: Chart {
  private static let rowHeight = 29.0
  private static let top = 34.0
  private let title: String
  private let summary: String
  private let positive: String
  private let negative: String
  private let bars: [BarChart.Bar]

  /// - Parameters:
  ///   - summary: the text alternative.
  ///   - positive: what a bar to the right means; `negative`: to the left.
  ///   - bars: from the top.
  public init(title: String, summary: String, positive: String, negative: String, bars: [BarChart.Bar]) {
    self.title = title
    self.summary = summary
    self.positive = positive
    self.negative = negative
    self.bars = bars
  }

  /// Draws the chart.
  public func drawing(id: String) -> ChartCanvas {
    let height = DivergingBarChart.top + Double(bars.count) * DivergingBarChart.rowHeight + 6
    var canvas = ChartCanvas(id: id, title: title, summary: summary, height: height)
    canvas.legend([positive, negative], y: 18)
    let middle = ChartCanvas.width / 2
    let most = max(bars.map { abs($0.value) }.max() ?? 0, 1e-9)
    let room = middle - (bars.map { ChartLabel.width(of: $0.text) }.max() ?? 0) - 14
    for (index, bar) in bars.enumerated() {
      let y = DivergingBarChart.top + Double(index) * DivergingBarChart.rowHeight
      let length = abs(bar.value) / most * room
      let isPositive = bar.value >= 0
      let side = isPositive ? 1.0 : -1.0
      canvas.rectangle(
        x: isPositive ? middle : middle - length, y: y + 5, width: length, height: 18, series: isPositive ? 0 : 1)
      canvas.text(
        bar.text, x: middle + side * (length + 7), y: y + 20, anchor: isPositive ? .start : .end, isBold: true)
      canvas.text(
        ChartLabel.fitted(bar.label, middle - 10), x: middle - side * 9, y: y + 20,
        anchor: isPositive ? .end : .start)
    }
    canvas.line(middle, DivergingBarChart.top, middle, height - 4, color: ChartCanvas.axis)
    return canvas
  }
}
