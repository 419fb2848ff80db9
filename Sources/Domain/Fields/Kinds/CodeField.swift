/// A code of a code list; `none: true`: 不限, 无要求 are a value (0).
public struct CodeField: FieldKind {
  public static let name = "code"
  public static let parameters = ["list", "none"]
  private let id: String
  private let allowsNone: Bool

  public init(_ parameters: Parameters) throws(DeclarationProblem) {
    id = try parameters.text("list")
    allowsNone = try parameters.flag("none")
  }

  public var storage: FieldStorage { .integers([""]) }
  public var list: String? { id }
  public var description: String { "代码或名称, 见 codelists/\(id).csv" + (allowsNone ? "; 可写 不限" : "") }

  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded {
    if allowsNone, Requirement.isNone(text) { return .value(0) }
    guard let list = decoding.list(id) else { return .problem(.unknownCode) }
    if let number = CodeNumber.find(text, in: list) ?? CodeNumber.find(LevelText.strip(text), in: list) {
      return .value(number)
    }
    if id == "ownership", let other = CodeNumber.number("90") { return .value(other, problem: .unknownOther) }
    return .problem(.unknownCode)
  }

  public func views(of name: String) -> [FieldView] {
    [FieldView(.init(name, .text, list: id), "tf_code('\(id)', \(name))")]
  }
}
