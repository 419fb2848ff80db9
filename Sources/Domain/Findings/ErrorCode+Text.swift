extension ErrorCode: CustomStringConvertible {
  /// `TF413`
  public var description: String { "TF\(rawValue)" }

  /// The code that `413`, `tf413` or `TF413` names; nil where it names none.
  public init?(_ text: String) {
    guard let number = ErrorCode.number(text) else { return nil }
    self.init(rawValue: number)
  }

  /// The number in a text of the form of a code, whether there is such a code or not.
  public static func number(_ text: String) -> Int? {
    let digits = text.uppercased().hasPrefix("TF") ? text.dropFirst(2) : text[...]
    guard digits.count == 3, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    return Int(digits)
  }

  /// The codes whose numbers are nearest to one that is none, the nearest first.
  public static func nearest(_ number: Int) -> [ErrorCode] {
    Array(allCases.sorted { abs($0.rawValue - number) < abs($1.rawValue - number) }.prefix(3))
  }
}
