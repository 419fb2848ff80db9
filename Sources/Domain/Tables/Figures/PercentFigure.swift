import Foundation

/// A part of a whole in percent, perhaps with the share of what is known of all, or an interval.
public struct PercentFigure: FigureBody, Hashable {
  public let part: String
  /// Figures that add up to the whole.
  public let of: [String]
  /// Figures that add up to what the whole is the known part of.
  public let coverageOf: [String]
  /// Whether Wilson's interval at 95 % stands beside it.
  public let hasInterval: Bool

  public init(part: String, of: [String], coverageOf: [String] = [], hasInterval: Bool = false) {
    self.part = part
    self.of = of
    self.coverageOf = coverageOf
    self.hasInterval = hasInterval
  }

  var name: String { "percent" }
  var inputs: [String] { [part] + of + coverageOf }

  var readings: [FigureReading] {
    [FigureReading()]
      + (hasInterval
        ? [
          FigureReading("_low", Label(zh: "(区间下限)", en: " (lower limit)")),
          FigureReading("_high", Label(zh: "(区间上限)", en: " (upper limit)")),
        ] : [])
      + (coverageOf.isEmpty
        ? []
        : [FigureReading("_coverage", Label(zh: "(已知占比)", en: " (coverage)"), unit: Label(zh: "%", en: "%"))])
  }

  func formula(_ name: (String) -> Label) -> Label { .quotient(name, [part], of) }

  public func value(_ get: (String) -> FigureNumber) -> FigureNumber {
    .quotient(get(part), .sum(of.map(get)), 100)
  }

  /// One a reading.
  public func values(_ get: (String) -> FigureNumber) -> [FigureNumber] {
    let value = value(get)
    guard case .number = value else { return readings.map { _ in value } }
    let whole = FigureNumber.sum(of.map(get))
    var all = [value]
    if hasInterval, let part = get(part).value, let whole = whole.value {
      let (low, high) = PercentFigure.wilson(part, of: whole)
      all += [.number(low), .number(high)]
    }
    if !coverageOf.isEmpty {
      let coverage = FigureNumber.quotient(whole, .sum(coverageOf.map(get)), 100)
      if case .number = coverage { all.append(coverage) } else { all.append(.unavailable) }
    }
    return all
  }

  /// Wilson, Probable Inference, the Law of Succession, and Statistical Inference, JASA 22 (1927), at 95 %, in percent.
  static func wilson(_ part: Double, of whole: Double) -> (low: Double, high: Double) {
    let z = 1.959964
    let p = part / whole
    let middle = p + z * z / (2 * whole)
    let half = z * (p * (1 - p) / whole + z * z / (4 * whole * whole)).squareRoot()
    let norm = 1 + z * z / whole
    return (100 * (middle - half) / norm, 100 * (middle + half) / norm)
  }
}

extension Label {
  /// 「转递及时率 = 其中按时转出 ÷ 本期到期应转」 without the left side.
  static func quotient(_ name: (String) -> Label, _ part: [String], _ whole: [String]) -> Label {
    let (one, other) = (added(part.map(name)), added(whole.map(name)))
    return Label(zh: "\(one.zh) ÷ \(other.zh)", en: "\(one.en) ÷ \(other.en)")
  }

  private static func added(_ labels: [Label]) -> Label {
    guard labels.count > 1 else { return labels[0] }
    return Label(
      zh: "(\(labels.map(\.zh).joined(separator: " + ")))", en: "(\(labels.map(\.en).joined(separator: " + ")))")
  }
}
