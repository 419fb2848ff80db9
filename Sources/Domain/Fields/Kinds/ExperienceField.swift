/// Years of experience that are asked for, or that somebody has; 0 none needed.
public struct ExperienceField: FieldKind {
  public static let name = "experience"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .integers([""]) }
  public var description: String { "年限, 如 3-4年" }

  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded {
    if Requirement.isNone(text) { return .value(0) }
    return ExperienceText.parse(text).map { .value($0) } ?? .problem(.experience)
  }

  public func views(of name: String) -> [FieldView] { [FieldView(.init(name, .number), name)] }
}
