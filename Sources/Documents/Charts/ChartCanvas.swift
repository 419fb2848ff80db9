/// Collects the elements of one chart. All charts are 520 units wide, so that the text of a chart on a telephone is
/// still about 11 pixels high.
public struct ChartCanvas {
  static let width = 520.0
  static let textSize = 16.0
  /// Colours keep 4.5:1 to white as text; the second series also has a pattern, for print and the colour-blind.
  static let ink = "#333f4a"
  static let rule = "#d5dbe1"
  static let axis = "#5b6875"
  static let first = "#1f5a92"
  static let second = "#a8480c"
  /// As the pages have them; a file of its own has to name them.
  private static let fonts = "PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Source Han Sans SC, sans-serif"

  enum Anchor: String { case start, middle, end }

  private let id: String
  private let title: String
  private let summary: String
  private let height: Double
  private var body = ""

  /// - Parameters:
  ///   - id: unique within the page.
  ///   - summary: what a reader who cannot see the chart should know.
  init(id: String, title: String, summary: String, height: Double) {
    self.id = id
    self.title = title
    self.summary = summary
    self.height = height
  }

  /// The fill of series 0 or 1.
  func fill(_ series: Int) -> String { series == 0 ? ChartCanvas.first : "url(#\(id)-hatch)" }

  mutating func text(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, color: String = ChartCanvas.ink, isBold: Bool = false
  ) {
    let weight = isBold ? " font-weight=\"600\"" : ""
    body += "<text x=\"\(n(x))\" y=\"\(n(y))\" text-anchor=\"\(anchor.rawValue)\" fill=\"\(color)\"\(weight)>"
    body += "\(Markup.escaped(text))</text>\n"
  }

  /// A centred text with a white rim, legible across lines.
  mutating func label(_ text: String, x: Double, y: Double, color: String) {
    body += "<text x=\"\(n(x))\" y=\"\(n(y))\" text-anchor=\"middle\" fill=\"#fff\" stroke=\"#fff\" stroke-width=\"4\">"
    body += "\(Markup.escaped(text))</text>\n"
    self.text(text, x: x, y: y, anchor: .middle, color: color)
  }

  mutating func rectangle(x: Double, y: Double, width: Double, height: Double, series: Int) {
    guard width > 0, height > 0 else { return }
    body += "<rect x=\"\(n(x))\" y=\"\(n(y))\" width=\"\(n(width))\" height=\"\(n(height))\" fill=\"\(fill(series))\""
    body += series == 0 ? "/>\n" : " stroke=\"\(ChartCanvas.second)\"/>\n"
  }

  /// A cell in the colour of the first series, as strong as `opacity` says.
  mutating func shade(x: Double, y: Double, width: Double, height: Double, opacity: Double) {
    guard opacity > 0 else { return }
    body += "<rect x=\"\(n(x))\" y=\"\(n(y))\" width=\"\(n(width))\" height=\"\(n(height))\" "
    body += "fill=\"\(ChartCanvas.first)\" fill-opacity=\"\(NumberText.fixed(opacity, decimals: 2))\"/>\n"
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, color: String, isDashed: Bool = false) {
    let dash = isDashed ? " stroke-dasharray=\"6 4\"" : ""
    body += "<line x1=\"\(n(x1))\" y1=\"\(n(y1))\" x2=\"\(n(x2))\" y2=\"\(n(y2))\" stroke=\"\(color)\"\(dash)/>\n"
  }

  mutating func polyline(_ points: [(x: Double, y: Double)], color: String, isDashed: Bool = false) {
    guard points.count > 1 else { return }
    let text = points.map { "\(n($0.x)),\(n($0.y))" }.joined(separator: " ")
    let dash = isDashed ? " stroke-dasharray=\"6 4\"" : ""
    body += "<polyline points=\"\(text)\" fill=\"none\" stroke=\"\(color)\" stroke-width=\"2.5\"\(dash)/>\n"
  }

  /// A filled area without a rim.
  mutating func area(_ points: [(x: Double, y: Double)], color: String) {
    guard points.count > 2 else { return }
    let text = points.map { "\(n($0.x)),\(n($0.y))" }.joined(separator: " ")
    body += "<polygon points=\"\(text)\" fill=\"\(color)\"/>\n"
  }

  mutating func dot(x: Double, y: Double, color: String) {
    body += "<circle cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"4\" fill=\"\(color)\"/>\n"
  }

  /// Names of the series, each beside a sample of its fill.
  mutating func legend(_ names: [String], y: Double) {
    var x = 2.0
    for (series, name) in names.enumerated() {
      rectangle(x: x, y: y - 12, width: 18, height: 13, series: series)
      text(name, x: x + 25, y: y)
      x += 25 + ChartLabel.width(of: name) + 24
    }
  }

  /// The finished element of a page.
  var element: String { svg(title, "class=\"chart\"", body) }

  /// The finished drawing as a document of its own, on white paper.
  func document(_ title: String) -> String {
    let size = "width=\"\(n(ChartCanvas.width))\" height=\"\(n(height))\""
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + svg(title, "\(size) font-family=\"\(ChartCanvas.fonts)\"", "<rect \(size) fill=\"#fff\"/>\n" + body)
  }

  private func svg(_ title: String, _ attributes: String, _ content: String) -> String {
    """
    <svg \(attributes) viewBox="0 0 \(n(ChartCanvas.width)) \(n(height))" role="img" \
    aria-labelledby="\(id)-title \(id)-desc" font-size="\(n(ChartCanvas.textSize))" xmlns="http://www.w3.org/2000/svg">
    <title id="\(id)-title">\(Markup.escaped(title))</title>
    <desc id="\(id)-desc">\(Markup.escaped(summary))</desc>
    <defs><pattern id="\(id)-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
    <rect width="6" height="6" fill="#fbe9dc"/><rect width="3" height="6" fill="\(ChartCanvas.second)"/></pattern></defs>
    \(content)</svg>

    """
  }

  private func n(_ value: Double) -> String {
    let text = NumberText.fixed(value, decimals: 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
