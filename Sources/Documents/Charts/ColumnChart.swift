/// Columns side by side for one or two series over a common category axis.
public struct ColumnChart: Chart {
  public struct Series: Sendable {
    public let name: String
    /// One value a category; nil leaves a gap.
    public let values: [Double?]

    public init(name: String, values: [Double?]) {
      self.name = name
      self.values = values
    }
  }

  private let title: String
  private let summary: String
  private let categories: [ChartCategory]
  private let series: [Series]

  /// - Parameter summary: the text alternative.
  public init(title: String, summary: String, categories: [ChartCategory], series: [Series]) {
    self.title = title
    self.summary = summary
    self.categories = categories
    self.series = series
  }

  /// Draws the chart.
  public func drawing(id: String) -> ChartCanvas {
    var canvas = ChartCanvas(id: id, title: title, summary: summary, height: ChartFrame.height)
    let axis = ChartAxis(covering: series.flatMap(\.values).compactMap { $0 }, startsAtZero: true)
    let frame = ChartFrame(axis: axis, count: categories.count)
    canvas.legend(series.map(\.name), y: 18)
    frame.draw(on: &canvas, categories)
    let width = frame.slot * 0.72 / Double(max(1, series.count))
    for (number, one) in series.enumerated() {
      for (index, value) in one.values.enumerated() {
        guard let value else { continue }
        let top = frame.y(value)
        let x = frame.center(index) + (Double(number) - Double(series.count) / 2) * width
        canvas.rectangle(
          x: x + 0.75, y: min(top, frame.y(0)), width: width - 1.5, height: abs(frame.y(0) - top), series: number)
      }
    }
    return canvas
  }
}
