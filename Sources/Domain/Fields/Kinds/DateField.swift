/// A day.
public struct DateField: FieldKind {
  public static let name = "date"
  public static let parameters = ["ahead"]
  /// Whether it may lie behind the days that the file speaks of, as a deadline does.
  public let isAhead: Bool

  public init(_ parameters: Parameters) throws(DeclarationProblem) { isAhead = try parameters.flag("ahead") }

  public var storage: FieldStorage { .integers([""], .date) }
  public var description: String { "日期, 如 2026-03-05" }

  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded {
    if let day = DateText.parse(text) { return .value(day.ordinal) }
    guard let date = LooseDate(text, within: decoding.days, ahead: isAhead) else { return .problem(.date) }
    switch date.kind {
    case .full: return .value(date.day.ordinal)
    case .byFile: return .value(date.day.ordinal, problem: .dateYear)
    case .serial: return .value(date.day.ordinal, problem: .dateSerial)
    }
  }

  public func views(of name: String) -> [FieldView] { [FieldView(.init(name, .text), "tf_day(\(name))")] }
}
