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
  /// Rows that the examples of checks are tried with, whatever the bureau enters: they count nothing.
  public let samples: [[Value?]]
  /// Whether what final catalogs list is added to what the bureau enters.
  public let takesCatalogs: Bool

  public init(
    id: String, columns: [String], rows: [[Value?]], samples: [[Value?]] = [], takesCatalogs: Bool = false
  ) {
    self.id = id
    self.columns = columns
    self.rows = rows
    self.samples = samples
    self.takesCatalogs = takesCatalogs
  }

  /// Waits for the bureau: checks that read it are not run.
  public var isUnset: Bool { rows.isEmpty }

  /// With what final catalogs list, by the names of the columns.
  public func adding(_ listed: [[String: Value]]) -> RuleList {
    RuleList(id: id, columns: columns, rows: rows + listed.map { row in columns.map { row[$0] } }, samples: samples)
  }

  /// With the rows to try examples with.
  public var forExamples: RuleList { RuleList(id: id, columns: columns, rows: samples.isEmpty ? rows : samples) }

  /// Names that conditions may compare with.
  public var words: [String] {
    (rows + samples).flatMap { $0 }.compactMap { if case .text(let text)? = $0 { text } else { nil } }
  }
}
