/// A line that goes on as a forecast, with two intervals that open like a fan.
public struct FanChart: Chart {
  /// A step ahead.
  public struct Step: Sendable {
    public let point: Double
    /// Ends of the narrow interval, within those of the wide one.
    public let inner: ClosedRange<Double>
    public let outer: ClosedRange<Double>

    public init(point: Double, inner: ClosedRange<Double>, outer: ClosedRange<Double>) {
      self.point = point
      self.inner = inner
      self.outer = outer
    }
  }

  /// Words of the legend.
  public struct Names: Sendable {
    public let history: String
    public let point: String
    public let inner: String
    public let outer: String

    public init(history: String, point: String, inner: String, outer: String) {
      self.history = history
      self.point = point
      self.inner = inner
      self.outer = outer
    }
  }

  // Both keep apart in grey print; the text colours' contrast is not needed for areas.
  static let innerColor = "#9dbfdf"
  private static let outerColor = "#d6e4f1"
  /// Labels that fit side by side.
  private static let mostLabels = 8
  private static let labelGap = 6.0

  private let title: String
  private let summary: String
  private let names: Names
  private let categories: [ChartCategory]
  private let history: [Double?]
  private let steps: [Step]

  /// - Parameters:
  ///   - summary: the text alternative.
  ///   - categories: one a value of `history`, then one a step; some are written.
  ///   - history: nil breaks the line.
  public init(
    title: String, summary: String, names: Names, categories: [ChartCategory], history: [Double?], steps: [Step]
  ) {
    self.title = title
    self.summary = summary
    self.names = names
    self.categories = categories
    self.history = history
    self.steps = steps
  }

  /// Draws the chart.
  public func drawing(id: String) -> ChartCanvas {
    var canvas = ChartCanvas(id: id, title: title, summary: summary, height: ChartFrame.height)
    let values = history.compactMap { $0 } + steps.flatMap { [$0.outer.lowerBound, $0.outer.upperBound, $0.point] }
    let axis = ChartAxis(covering: values, startsAtZero: values.allSatisfy { $0 >= 0 })
    let frame = ChartFrame(axis: axis, count: categories.count)
    legend(on: &canvas)
    frame.draw(on: &canvas, [])
    frame.zero(on: &canvas)
    let every = spacing(frame)
    for index in stride(from: (categories.count - 1) % every, to: categories.count, by: every) {
      frame.label(categories[index], at: index, on: &canvas)
    }
    area(\.outer, FanChart.outerColor, frame, &canvas)
    area(\.inner, FanChart.innerColor, frame, &canvas)
    var run: [(x: Double, y: Double)] = []
    for (index, value) in history.enumerated() {
      if let value { run.append((frame.center(index), frame.y(value))) }
      if value == nil || index == history.count - 1 {
        if run.count == 1 { canvas.dot(x: run[0].x, y: run[0].y, color: ChartCanvas.first) }
        canvas.polyline(run, color: ChartCanvas.first)
        run = []
      }
    }
    let ahead = steps.enumerated().map { (x: frame.center(history.count + $0), y: frame.y($1.point)) }
    canvas.polyline(start(frame) + ahead, color: ChartCanvas.second, isDashed: true)
    return canvas
  }

  /// Every how many categories there is a label: as few as fit, the last of which may be moved inwards.
  private func spacing(_ frame: ChartFrame) -> Int {
    let widest = categories.reduce(0) { max($0, ChartLabel.width(of: $1.label), ChartLabel.width(of: $1.group)) }
    let overhang = max(0, frame.center(categories.count - 1) + widest / 2 - ChartCanvas.width)
    let room = (widest + overhang + FanChart.labelGap) / frame.slot
    let most = (categories.count + FanChart.mostLabels - 1) / FanChart.mostLabels
    return max(1, most, Int(room.rounded(.up)))
  }

  /// The last known value, where the fan begins.
  private func start(_ frame: ChartFrame) -> [(x: Double, y: Double)] {
    guard let last = history.last, let value = last else { return [] }
    return [(frame.center(history.count - 1), frame.y(value))]
  }

  private func area(
    _ interval: KeyPath<Step, ClosedRange<Double>>, _ color: String, _ frame: ChartFrame, _ canvas: inout ChartCanvas
  ) {
    let upper = steps.enumerated().map { index, step in
      (x: frame.center(history.count + index), y: frame.y(step[keyPath: interval].upperBound))
    }
    let lower = steps.enumerated().map { index, step in
      (x: frame.center(history.count + index), y: frame.y(step[keyPath: interval].lowerBound))
    }
    canvas.area(start(frame) + upper + lower.reversed(), color: color)
  }

  private func legend(on canvas: inout ChartCanvas) {
    var x = 2.0
    let samples: [(String, String, Bool)] = [
      (names.history, ChartCanvas.first, true), (names.point, ChartCanvas.second, true),
      (names.inner, FanChart.innerColor, false), (names.outer, FanChart.outerColor, false),
    ]
    for (name, color, isLine) in samples {
      if isLine {
        canvas.polyline([(x, 12), (x + 18, 12)], color: color, isDashed: color == ChartCanvas.second)
      } else {
        canvas.area([(x, 6), (x + 18, 6), (x + 18, 19), (x, 19)], color: color)
      }
      canvas.text(name, x: x + 25, y: 18)
      x += 25 + ChartLabel.width(of: name) + 18
    }
  }
}
