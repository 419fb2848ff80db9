/// Values that the bureau enters, and that conditions and checks read as `list_<id>`: a file of `Pipelines/rules/lists`.
public struct RuleList: Sendable {
  public enum Value: Sendable, Hashable {
    case text(String)
    case integer(Int)
    case real(Double)
  }

  /// `minimum-wage`
  public let id: String
  public let columns: [String]
  /// In the order of the columns; nil where a row leaves one out.
  public let rows: [[Value?]]

  public init(id: String, columns: [String], rows: [[Value?]]) {
    self.id = id
    self.columns = columns
    self.rows = rows
  }

  /// Names that conditions may compare with.
  public var words: [String] {
    rows.flatMap { $0 }.compactMap { if case .text(let text)? = $0 { text } else { nil } }
  }
}
