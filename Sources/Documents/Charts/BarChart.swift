/// Horizontal bars with the label above each bar and the value behind it; room for long names on a narrow screen.
public struct BarChart: Chart {
  public struct Bar: Sendable {
    public let label: String
    public let value: Double
    /// The value as printed.
    public let text: String

    public init(label: String, value: Double, text: String) {
      self.label = label
      self.value = value
      self.text = text
    }
  }

  private static let rowHeight = 44.0
  private let title: String
  private let summary: String
  private let bars: [Bar]

  /// - Parameters:
  ///   - summary: the text alternative.
  ///   - bars: from the top; values not negative.
  public init(title: String, summary: String, bars: [Bar]) {
    self.title = title
    self.summary = summary
    self.bars = bars
  }

  /// Draws the chart.
  public func drawing(id: String) -> ChartCanvas {
    var canvas = ChartCanvas(
      id: id, title: title, summary: summary, height: Double(bars.count) * BarChart.rowHeight + 6)
    let most = max(bars.map(\.value).max() ?? 0, 1e-9)
    let room = ChartCanvas.width - (bars.map { ChartLabel.width(of: $0.text) }.max() ?? 0) - 12
    for (index, bar) in bars.enumerated() {
      let y = Double(index) * BarChart.rowHeight
      let length = bar.value / most * room
      canvas.text(ChartLabel.fitted(bar.label, ChartCanvas.width), x: 0, y: y + 17)
      canvas.rectangle(x: 0, y: y + 23, width: length, height: 14, series: 0)
      canvas.text(bar.text, x: length + 8, y: y + 36, isBold: true)
    }
    return canvas
  }
}
