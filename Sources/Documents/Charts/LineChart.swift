/// One line over a category axis, the points with their values where there is room, and, on request, a dashed line at a value of reference.
public struct LineChart: Chart {
  private let title: String
  private let summary: String
  private let name: String
  private let categories: [ChartCategory]
  private let values: [Double?]
  private let reference: Double?
  private let decimals: Int

  /// - Parameters:
  ///   - summary: the text alternative.
  ///   - name: of the line, as the legend says it.
  ///   - values: one a category, printed with `decimals`; nil breaks the line.
  public init(
    title: String, summary: String, name: String, categories: [ChartCategory], values: [Double?], reference: Double?,
    decimals: Int = 2
  ) {
    self.title = title
    self.summary = summary
    self.name = name
    self.categories = categories
    self.values = values
    self.reference = reference
    self.decimals = decimals
  }

  /// Draws the chart.
  public func drawing(id: String) -> ChartCanvas {
    var canvas = ChartCanvas(id: id, title: title, summary: summary, height: ChartFrame.height)
    let known = values.compactMap { $0 } + [reference].compactMap { $0 }
    let (least, most) = (known.min() ?? 0, known.max() ?? 0)
    // Room for a label below the lowest point.
    let axis = ChartAxis(covering: known + [least - (most - least) / 8], startsAtZero: false)
    let frame = ChartFrame(axis: axis, count: categories.count)
    canvas.legend([name], y: 18)
    frame.draw(on: &canvas, categories)
    if let reference { frame.horizontal(reference, on: &canvas) }
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
    let written = written(slot: frame.slot)
    for (index, value) in values.enumerated() {
      guard let value else { continue }
      let y = frame.y(value)
      canvas.dot(x: frame.center(index), y: y, color: ChartCanvas.first)
      guard written.contains(index) else { continue }
      canvas.label(
        NumberText.fixed(value, decimals: decimals), x: frame.center(index), y: isLow(index) ? y + 22 : y - 10,
        color: ChartCanvas.first)
    }
    return canvas
  }

  /// All values where they fit side by side; else the first, the last, the lowest and the highest.
  private func written(slot: Double) -> Set<Int> {
    let known = values.indices.filter { values[$0] != nil }
    let widest = known.compactMap { values[$0] }.map { ChartLabel.width(of: NumberText.fixed($0, decimals: decimals)) }
    guard (widest.max() ?? 0) > slot, let last = known.last else { return Set(known) }
    let low = known.min { (values[$0] ?? 0) < (values[$1] ?? 0) }
    let high = known.max { (values[$0] ?? 0) < (values[$1] ?? 0) }
    // The last one must not run into one just before it.
    return Set([known.first, low, high].compactMap { $0 }.filter { last - $0 != 1 } + [last])
  }

  /// The line leaves this point upwards, so that a label above it would stand in its way.
  private func isLow(_ index: Int) -> Bool {
    guard let value = values[index] else { return false }
    let neighbours = [index - 1, index + 1].filter(values.indices.contains).compactMap { values[$0] }
    return !neighbours.isEmpty && neighbours.allSatisfy { $0 > value }
  }
}
