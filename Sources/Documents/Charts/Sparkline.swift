/// A line as high as a line of text: how a figure went, without axes.
public struct Sparkline: Sendable {
  private static let (width, height, margin) = (132.0, 30.0, 3.0)
  private let values: [Double]
  private let summary: String
  private let startsAtZero: Bool

  /// - Parameters:
  ///   - values: the oldest first.
  ///   - summary: the text alternative.
  ///   - startsAtZero: a small change then looks small; else the line runs from the least to the greatest value.
  public init(_ values: [Double], summary: String, startsAtZero: Bool = false) {
    self.values = values
    self.summary = summary
    self.startsAtZero = startsAtZero
  }

  /// The line as an inline SVG element, its last value marked; empty where there are fewer than two.
  public var svg: String {
    guard values.count > 1, let least = values.min(), let high = values.max() else { return "" }
    let low = startsAtZero ? min(least, 0) : least
    let points = values.enumerated().map { index, value in
      let x =
        Sparkline.margin + Double(index) / Double(values.count - 1) * (Sparkline.width - 2 * Sparkline.margin)
      let share = high > low ? (value - low) / (high - low) : 0.5
      return (x: x, y: Sparkline.height - Sparkline.margin - share * (Sparkline.height - 2 * Sparkline.margin))
    }
    func n(_ value: Double) -> String { NumberText.fixed(value, decimals: 1) }
    let line = points.map { "\(n($0.x)),\(n($0.y))" }.joined(separator: " ")
    let last = points[points.count - 1]
    return """
      <svg class="sparkline" role="img" aria-label="\(Markup.escaped(summary))" \
      viewBox="0 0 \(n(Sparkline.width)) \(n(Sparkline.height))" width="\(n(Sparkline.width))" \
      height="\(n(Sparkline.height))"><polyline points="\(line)" fill="none" stroke="\(ChartCanvas.first)" \
      stroke-width="1.5"/><circle cx="\(n(last.x))" cy="\(n(last.y))" r="2.5" fill="\(ChartCanvas.second)"/></svg>
      """
  }
}
