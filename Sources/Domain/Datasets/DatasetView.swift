/// A dataset as conditions, tables and checks see it: a view of this name with these columns.
///
/// Dates are ISO text (`2026-07-01`), months `2026-07`, flags 0 and 1, list fields JSON text (`["网上","窗口"]`). A code
/// of a list is the entry's name, of one with three levels or more its code (`6-18-01-02`, `450602`). Persons and homes are BLOBs:
/// they can be compared, and never shown.
public struct DatasetView: Sendable {
  public typealias Column = ViewColumn

  /// Who contributes to figures of the dataset.
  public enum ContributorKind: Sendable, Hashable {
    case person
    /// An employer, an agency, an office.
    case unit
    case nobody
  }

  public let name: String
  public let title: Label
  /// `entry` first: the business key as one text, its parts joined by `/`.
  public let columns: [Column]
  public let roles: Roles
  /// Nil where the role is missing: then no public table may use the dataset.
  public let contributor: ContributorKind?
  /// The SELECT that a derived dataset is; nil where it is one of exports.
  public let select: Select?
  /// Rows for which this condition holds are in no view that a public table reads.
  public let neverPublic: Condition?

  /// A SELECT, and where it stands.
  public struct Select: Sendable, Hashable {
    public let sql: String
    public let path: String

    public init(sql: String, path: String) {
      self.sql = sql
      self.path = path
    }
  }

  public init(
    name: String, title: Label, columns: [Column], roles: Roles, contributor: ContributorKind?, select: Select? = nil,
    neverPublic: Condition? = nil
  ) {
    self.name = name
    self.title = title
    self.columns = columns
    self.roles = roles
    self.contributor = contributor
    self.select = select
    self.neverPublic = neverPublic
  }

  public func column(_ name: String) -> Column? { columns.first { $0.name == name } }
}

/// An SQL expression of a YAML file and the place of its first character, so that what is wrong in it can be told.
public struct Condition: Sendable, Hashable {
  public let sql: String
  public let path: String
  /// From 1, as editors count.
  public let line: Int
  public let column: Int

  public init(_ sql: String, path: String, line: Int, column: Int) {
    self.sql = sql
    self.path = path
    self.line = line
    self.column = column
  }
}
