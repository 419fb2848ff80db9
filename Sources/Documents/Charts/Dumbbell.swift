/// Two values of a row on a scale that all rows of a table share: a hollow dot, a filled one, and a bar between them. The
/// numbers stand outside the dots.
public struct Dumbbell: Sendable {
  private static let (width, height, margin, radius) = (420.0, 30.0, 44.0, 6.0)
  private let from: Double
  private let to: Double
  private let greatest: Double
  private let summary: String

  /// - Parameters:
  ///   - from: the hollow dot.
  ///   - greatest: value at the right end of the scale, which begins at zero; not below either value.
  ///   - summary: the text alternative.
  public init(from: Double, to: Double, greatest: Double, summary: String) {
    self.from = from
    self.to = to
    self.greatest = greatest
    self.summary = summary
  }

  /// An inline SVG element.
  public var svg: String {
    func x(_ value: Double) -> Double {
      let share = greatest > 0 ? value / greatest : 0
      return Dumbbell.margin + share * (Dumbbell.width - 2 * Dumbbell.margin)
    }
    func n(_ value: Double) -> String { NumberText.fixed(value, decimals: 1) }
    func number(_ value: Double, isLeft: Bool) -> String {
      let place = x(value) + (isLeft ? -1 : 1) * (Dumbbell.radius + 5)
      let text = NumberText.fixed(value, decimals: 0, separator: ",")
      return """
        <text x="\(n(place))" y="\(n(Dumbbell.height / 2 + 5))" text-anchor="\(isLeft ? "end" : "start")" \
        font-size="14" fill="\(ChartCanvas.ink)">\(text)</text>
        """
    }
    let middle = n(Dumbbell.height / 2)
    let (low, high) = (min(from, to), max(from, to))
    return """
      <svg class="chart dumbbell" role="img" aria-label="\(Markup.escaped(summary))" viewBox="0 0 \(n(Dumbbell.width)) \(n(Dumbbell.height))">\
      <line x1="\(n(x(low)))" y1="\(middle)" x2="\(n(x(high)))" y2="\(middle)" stroke="\(FanChart.innerColor)" \
      stroke-width="5"/><circle cx="\(n(x(from)))" cy="\(middle)" r="\(n(Dumbbell.radius - 1))" fill="#fff" \
      stroke="\(ChartCanvas.second)" stroke-width="2"/><circle cx="\(n(x(to)))" cy="\(middle)" \
      r="\(n(Dumbbell.radius))" fill="\(ChartCanvas.first)"/>\(number(from, isLeft: from <= to))\
      \(number(to, isLeft: to < from))</svg>
      """
  }
}
