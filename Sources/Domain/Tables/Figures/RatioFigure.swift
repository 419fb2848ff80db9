/// One figure by another, that it need not be a part of.
public struct RatioFigure: FigureBody, Hashable {
  public let part: String
  /// Figures that add up to the denominator.
  public let of: [String]
  /// Per so many of the denominator.
  public let per: Double

  public init(part: String, of: [String], per: Double = 1) {
    self.part = part
    self.of = of
    self.per = per
  }

  var name: String { "ratio" }
  var inputs: [String] { [part] + of }

  func formula(_ name: (String) -> Label) -> Label {
    let quotient = Label.quotient(name, [part], of)
    guard per != 1 else { return quotient }
    let times = per == per.rounded() ? "\(Int(per))" : "\(per)"
    return Label(zh: "\(quotient.zh) × \(times)", en: "\(quotient.en) × \(times)")
  }

  public func value(_ get: (String) -> FigureNumber) -> FigureNumber {
    .quotient(get(part), .sum(of.map(get)), per)
  }
}
