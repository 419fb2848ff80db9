/// A whole number within a range.
public struct IntegerField: FieldKind {
  public static let name = "integer"
  public static let parameters = ["from", "to"]
  private let range: ClosedRange<Int>

  public init(_ parameters: Parameters) throws(DeclarationProblem) {
    let (from, to) = (try parameters.integer("from"), try parameters.integer("to"))
    guard from <= to else { throw DeclarationProblem("from 大于 to", "对调两者") }
    range = from...to
  }

  public var storage: FieldStorage { .integers([""]) }
  public var description: String { "整数 \(range.lowerBound)-\(range.upperBound)" }
  public var schemaType: String { "integer" }

  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded {
    guard let value = Int(TextFold.fold(text)), range.contains(value) else { return .problem(.integer) }
    return .value(value)
  }

  public func views(of name: String) -> [FieldView] { [FieldView(.init(name, .number), name)] }
}
