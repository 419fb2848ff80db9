/// One limit of the pay in CNY a month.
public struct PayAmountField: FieldKind {
  public static let name = "pay-amount"
  public static let parameters = PayRange.parameters
  private let range: PayRange

  public init(_ parameters: Parameters) throws(DeclarationProblem) { range = try PayRange(parameters) }

  public var storage: FieldStorage { .integers([""]) }
  public var description: String { "元/月\(range.description)" }

  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded {
    guard let pay = PayText.parse(text, assumed: decoding.pay), !pay.isNegotiable else { return .problem(.pay) }
    guard !decoding.isPayDoubtful || PayText.statesPeriod(text) else { return .problem(.payPeriod) }
    guard range.allows(pay, text, decoding) else { return .problem(.payImplausible) }
    return (pay.low ?? pay.high).map { .value($0) } ?? .problem(.pay)
  }

  public func views(of name: String) -> [FieldView] { [FieldView(.init(name, .number), name)] }
}
