/// A pay text; becomes `<name>_low`, `<name>_high` (CNY a month), `<name>_state` (1 明示, 2 面议), `<name>_months`.
public struct PayField: FieldKind {
  public static let name = "pay"
  public static let parameters = PayRange.parameters
  private let range: PayRange

  public init(_ parameters: Parameters) throws(DeclarationProblem) { range = try PayRange(parameters) }

  public var storage: FieldStorage { .integers(["_low", "_high", "_state", "_months"]) }
  public var description: String { "薪酬, 如 4500-6000、1-1.5万/月、200元/天、面议\(range.description)" }

  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded {
    guard let pay = PayText.parse(text, assumed: decoding.pay) else { return .problem(.pay) }
    guard pay.isNegotiable || !decoding.isPayDoubtful || PayText.statesPeriod(text) else { return .problem(.payPeriod) }
    guard pay.isNegotiable || range.allows(pay, text, decoding) else { return .problem(.payImplausible) }
    let state = pay.isNegotiable ? PayState.negotiable : PayState.stated
    return .values(pay.low, pay.high, state.rawValue, pay.monthsPerYear)
  }

  public func views(of name: String) -> [FieldView] {
    ["_low", "_high", "_months"].map { FieldView(.init(name + $0, .number), name + $0) } + [
      FieldView(.init("\(name)_state", .text), "CASE \(name)_state WHEN 1 THEN '明示' WHEN 2 THEN '面议' END")
    ]
  }
}

/// What a pay may be where neither its text nor its source says of what period it is: beyond, it is no month's.
struct PayRange {
  static let parameters = ["from", "to"]
  /// Nil: anything.
  private let range: ClosedRange<Int>?

  /// - Throws: `DeclarationProblem`.
  init(_ parameters: Parameters) throws(DeclarationProblem) {
    guard PayRange.parameters.contains(where: { parameters.optionalText($0) != nil }) else {
      range = nil
      return
    }
    let (from, to) = (try parameters.integer("from"), try parameters.integer("to"))
    guard from <= to else { throw DeclarationProblem("from 大于 to", "对调两者") }
    range = from...to
  }

  var description: String { range.map { ", 没有写明时间的应为 \($0.lowerBound)-\($0.upperBound)" } ?? "" }

  func allows(_ pay: Pay, _ text: String, _ decoding: FieldDecoding) -> Bool {
    // Most lie within: the text is looked at for few.
    range.map { pay.lies(in: $0) } ?? true || decoding.pay.months != nil || PayText.statesPeriod(text)
  }
}

/// Whether a pay was stated; 面议 is a state of its own, not a missing value.
public enum PayState: Int, Sendable {
  case stated = 1
  case negotiable = 2
}
