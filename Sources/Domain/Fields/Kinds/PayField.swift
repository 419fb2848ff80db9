/// A pay text; becomes `<name>_low`, `<name>_high` (CNY a month), `<name>_state` (1 明示, 2 面议), `<name>_months`.
public struct PayField: FieldKind {
  public static let name = "pay"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .integers(["_low", "_high", "_state", "_months"]) }
  public var description: String { "薪酬, 如 4500-6000、1-1.5万/月、200元/天、面议" }

  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded {
    guard let pay = PayText.parse(text, assumed: decoding.pay) else { return .problem(.pay) }
    guard pay.isNegotiable || !decoding.isPayDoubtful || PayText.statesPeriod(text) else { return .problem(.payPeriod) }
    guard pay.isNegotiable || PayText.statesPeriod(text) || decoding.pay.months != nil || pay.isPlausible else {
      return .problem(.payImplausible)
    }
    let state = pay.isNegotiable ? PayState.negotiable : PayState.stated
    return .values(pay.low, pay.high, state.rawValue, pay.monthsPerYear)
  }

  public func views(of name: String) -> [FieldView] {
    ["_low", "_high", "_months"].map { FieldView(.init(name + $0, .number), name + $0) } + [
      FieldView(.init("\(name)_state", .text), "CASE \(name)_state WHEN 1 THEN '明示' WHEN 2 THEN '面议' END")
    ]
  }
}

/// Whether a pay was stated; 面议 is a state of its own, not a missing value.
public enum PayState: Int, Sendable {
  case stated = 1
  case negotiable = 2
}
