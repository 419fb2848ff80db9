/// Estimates the width of label texts; exact metrics depend on the reader's fonts.
enum ChartLabel {
  /// In chart units, at the common text size.
  static func width(of text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 0.56 : 1) } * ChartCanvas.textSize
  }

  /// `text`, cut with an ellipsis where it is wider than `limit`.
  static func fitted(_ text: String, _ limit: Double) -> String {
    guard width(of: text) > limit else { return text }
    var short = text
    while !short.isEmpty, width(of: short) + ChartCanvas.textSize > limit { short.removeLast() }
    return short + "…"
  }
}
