/// 招聘人数: 1...9999, with 若干 and 招N人.
public struct OpeningsField: FieldKind {
  public static let name = "openings"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .integers([""]) }
  public var description: String { "人数, 可写 招5人、若干" }

  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded {
    guard let count = CountText.parse(text), (1...9999).contains(count.value) else { return .problem(.openings) }
    if count.isApproximate { return .value(count.value, problem: .openingsApproximate) }
    return .value(count.value, problem: count.value > 999 ? .openingsLarge : nil)
  }

  public func views(of name: String) -> [FieldView] { [FieldView(.init(name, .number), name)] }
}
