/// One line over a category axis, every point with its value, and a dashed line at a value of reference.
public struct LineChart: Sendable {
  private let title: String
  private let summary: String
  private let name: String
  private let categories: [ChartCategory]
  private let values: [Double?]
  private let reference: Double

  /// - Parameters:
  ///   - summary: the text alternative.
  ///   - name: of the line, as the legend says it.
  ///   - values: one a category, printed with two decimals; nil breaks the line.
  public init(
    title: String, summary: String, name: String, categories: [ChartCategory], values: [Double?], reference: Double
  ) {
    self.title = title
    self.summary = summary
    self.name = name
    self.categories = categories
    self.values = values
    self.reference = reference
  }

  /// The chart as an inline SVG element.
  ///
  /// - Parameter id: unique within the page; prefix of the ids inside.
  public func svg(id: String) -> String {
    var canvas = ChartCanvas(id: id, title: title, summary: summary, height: ChartFrame.height)
    let axis = ChartAxis(covering: values.compactMap { $0 } + [reference], startsAtZero: false)
    let frame = ChartFrame(axis: axis, count: categories.count)
    canvas.legend([name], y: 18)
    frame.draw(on: &canvas, categories)
    frame.horizontal(reference, on: &canvas)
    var run: [(x: Double, y: Double)] = []
    for (index, value) in values.enumerated() {
      guard let value else {
        canvas.polyline(run, color: ChartCanvas.first)
        run = []
        continue
      }
      run.append((frame.center(index), frame.y(value)))
    }
    canvas.polyline(run, color: ChartCanvas.first)
    for (index, value) in values.enumerated() {
      guard let value else { continue }
      let y = frame.y(value)
      canvas.dot(x: frame.center(index), y: y, color: ChartCanvas.first)
      canvas.text(
        NumberText.fixed(value, decimals: 2), x: frame.center(index), y: y - 10, anchor: .middle,
        color: ChartCanvas.first)
    }
    return canvas.svg
  }
}
