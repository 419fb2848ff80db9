/// Several numbers of other rows in a cell, separated by semicolons: kept as a JSON array.
public struct KeysField: FieldKind {
  public static let name = "keys"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .text(.plain) }
  public var limit: Int { 4000 }
  public var description: String { "一个或几个编号, 用分号隔开" }

  public func canonical(_ text: String, _ decoding: FieldDecoding) -> CanonicalText? {
    .text(ListText.json(ListText.parts(text)))
  }

  public func views(of name: String) -> [FieldView] { [FieldView(.init(name, .text, isArray: true), name)] }
}
