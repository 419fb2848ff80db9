/// 是/否: 1 or 0.
public struct FlagField: FieldKind {
  public static let name = "flag"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .integers([""]) }
  public var description: String { "是/否" }

  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded {
    switch text.lowercased() {
    case "是", "1", "y", "yes", "true", "有", "已数字化", "已完成": .value(1)
    case "否", "0", "n", "no", "false", "未数字化", "未完成": .value(0)
    default: .problem(.unknownCode)
    }
  }

  public func views(of name: String) -> [FieldView] { [FieldView(.init(name, .number), name)] }
}
