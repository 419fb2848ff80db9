import Foundation

/// Figures of forecasts as text, of any size, the same in every locale.
enum FigureText {
  static func fixed(_ value: Double, _ decimals: Int) -> String { String(format: "%.\(decimals)f", value) }

  /// Six digits, without an exponent where it reads well.
  static func short(_ value: Double) -> String {
    let size = abs(value)
    if size == 0 { return "0" }
    guard (1e-3..<1e9).contains(size) else { return String(format: "%.5g", value) }
    return fixed(value, size >= 10_000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 4)
  }

  static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
