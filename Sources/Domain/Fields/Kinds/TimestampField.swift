/// Date and time of the last change, in seconds; where a row states none it is as old as its start.
public struct TimestampField: FieldKind {
  public static let name = "timestamp"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .integers([""], .timestamp) }
  public var description: String { "时间, 如 2026-03-05 12:30" }
  // Days are what conditions compare.
  public func views(of name: String) -> [FieldView] { [FieldView(.init(name, .text), "tf_day(\(name) / 86400)")] }
}
