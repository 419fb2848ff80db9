/// One figure less another.
public struct DifferenceFigure: FigureBody, Hashable {
  public let first: String
  public let second: String

  public init(_ first: String, less second: String) {
    self.first = first
    self.second = second
  }

  var name: String { "difference" }
  var inputs: [String] { [first, second] }

  func formula(_ name: (String) -> Label) -> Label {
    Label(zh: "\(name(first).zh) − \(name(second).zh)", en: "\(name(first).en) − \(name(second).en)")
  }

  /// - Parameter rounds: true of percents and ratios: the difference is that of the printed values.
  public func value(rounds: Bool, _ get: (String) -> FigureNumber) -> FigureNumber {
    .both(get(first), get(second)) { one, other in
      .number(rounds ? Rounding.round(one) - Rounding.round(other) : one - other)
    }
  }
}
