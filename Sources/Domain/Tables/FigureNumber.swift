/// A figure before rounding, or why there is none.
public enum FigureNumber: Sendable, Hashable {
  case number(Double)
  /// `[x]`
  case unavailable
  /// `[z]`
  case notApplicable
  /// `[low]`
  case tooFew

  public var value: Double? { if case .number(let value) = self { value } else { nil } }

  /// A figure of two; where one is missing, the first of those that are.
  public static func both(_ one: FigureNumber, _ other: FigureNumber, _ make: (Double, Double) -> FigureNumber)
    -> FigureNumber
  {
    guard case .number(let first) = one else { return one }
    guard case .number(let second) = other else { return other }
    return make(first, second)
  }

  public static func sum(_ all: [FigureNumber]) -> FigureNumber {
    all.reduce(.number(0)) { both($0, $1) { .number($0 + $1) } }
  }

  /// `unit` times one by the other; nothing can be said of a part of nothing.
  public static func quotient(_ part: FigureNumber, _ whole: FigureNumber, _ unit: Double) -> FigureNumber {
    both(part, whole) { $1 == 0 ? .unavailable : .number($0 / $1 * unit) }
  }

  /// As it is printed.
  public func cell(decimals: Int) -> Cell {
    switch self {
    case .number(let value): .number(Rounding.round(value, decimals: decimals), decimals: decimals)
    case .unavailable: .unavailable
    case .notApplicable: .notApplicable
    case .tooFew: .tooFew
    }
  }
}
