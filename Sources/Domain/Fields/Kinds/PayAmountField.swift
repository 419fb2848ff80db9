/// One limit of the pay in CNY a month.
public struct PayAmountField: FieldKind {
  public static let name = "pay-amount"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .integers([""]) }
  public var description: String { "元/月" }

  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded {
    guard let pay = PayText.parse(text, assumed: decoding.pay), !pay.isNegotiable else { return .problem(.pay) }
    guard !decoding.isPayDoubtful || PayText.statesPeriod(text) else { return .problem(.payPeriod) }
    guard PayText.statesPeriod(text) || decoding.pay.months != nil || pay.isPlausible else {
      return .problem(.payImplausible)
    }
    return (pay.low ?? pay.high).map { .value($0) } ?? .problem(.pay)
  }

  public func views(of name: String) -> [FieldView] { [FieldView(.init(name, .number), name)] }
}
