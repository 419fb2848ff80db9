/// Where the values of a dataset's fields stand in a decoded row: its integers and its texts, each by slot.
public struct RowLayout: Sendable {
  public let fields: [Field]
  /// Integer columns in slot order.
  public let integerColumns: [String]
  /// Text fields in slot order.
  public let textColumns: [String]
  /// Place of each integer column in a decoded row.
  public let integerSlots: [String: Int]
  /// Place of each text field in a decoded row.
  public let textSlots: [String: Int]

  public init(_ fields: [Field]) {
    self.fields = fields
    integerColumns = fields.flatMap(\.columns)
    textColumns = fields.filter { $0.kind.text != nil }.map(\.name)
    integerSlots = Dictionary(uniqueKeysWithValues: integerColumns.enumerated().map { ($0.element, $0.offset) })
    textSlots = Dictionary(uniqueKeysWithValues: textColumns.enumerated().map { ($0.element, $0.offset) })
  }

  public func field(_ name: String) -> Field? { fields.first { $0.name == name } }

  /// Integer columns that a field becomes.
  public func columns(of name: String) -> [String] { field(name)?.columns ?? [] }
}
