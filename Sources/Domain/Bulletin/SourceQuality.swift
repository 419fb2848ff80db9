/// What came in from one source over all its files, and how good it was.
public struct SourceQuality: Sendable {
  public let source: String
  public let title: String
  public let dataset: String
  public let files: Int
  public let rows: Int
  public let accepted: Int
  public let rejected: Int
  public let duplicate: Int
  public let unchanged: Int
  /// Rows that are no records.
  public let skipped: Int
  /// Copies by an agency or a second platform among the accepted ones; nil where the dataset has none.
  public let copies: Int?
  /// Rows whose place is unknown: they count in no region.
  public let placeless: Int
  /// The most frequent problems: Chinese name of the rule, number of rows.
  public let problems: [(name: String, rows: Int)]

  public init(
    source: String, title: String, dataset: String, files: Int, rows: Int, accepted: Int, rejected: Int,
    duplicate: Int, unchanged: Int, skipped: Int, copies: Int?, placeless: Int = 0,
    problems: [(name: String, rows: Int)]
  ) {
    self.source = source
    self.title = title
    self.dataset = dataset
    self.files = files
    self.rows = rows
    self.accepted = accepted
    self.rejected = rejected
    self.duplicate = duplicate
    self.unchanged = unchanged
    self.skipped = skipped
    self.copies = copies
    self.placeless = placeless
    self.problems = problems
  }
}
