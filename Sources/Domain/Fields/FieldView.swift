/// A column of a dataset's view.
public struct ViewColumn: Sendable, Hashable {
  /// How SQL holds the values.
  public enum Storage: Sendable, Hashable {
    case text
    case number
    /// Compared, never shown.
    case opaque
  }

  public let name: String
  public let storage: Storage
  /// Code list of the values; nil where they are free.
  public let list: String?
  /// True of a JSON array of values.
  public let isArray: Bool

  public init(_ name: String, _ storage: Storage, list: String? = nil, isArray: Bool = false) {
    self.name = name
    self.storage = storage
    self.list = list
    self.isArray = isArray
  }
}

/// A column of a dataset's view, and the expression over the fact table's own columns that makes it.
public struct FieldView: Sendable {
  public let column: ViewColumn
  public let sql: String

  public init(_ column: ViewColumn, _ sql: String) {
    self.column = column
    self.sql = sql
  }
}
