/// An example of a check: rows for which it must find something, or must not.
public struct CheckExample: Sendable, Hashable {
  public struct Row: Sendable, Hashable {
    public let dataset: String
    /// Values as they would stand in an export; lists with `;`.
    public let fields: [String: String]

    public init(dataset: String, fields: [String: String]) {
      self.dataset = dataset
      self.fields = fields
    }
  }

  /// In the file, from 1.
  public let line: Int
  public let text: String
  /// True where the check must find something.
  public let finds: Bool
  public let rows: [Row]
  /// Values that a line must have, by column of the result.
  public let expected: [String: String]
  /// How many leads there must be.
  public let leads: Int?

  public init(
    line: Int, text: String, finds: Bool, rows: [Row], expected: [String: String] = [:], leads: Int? = nil
  ) {
    self.line = line
    self.text = text
    self.finds = finds
    self.rows = rows
    self.expected = expected
    self.leads = leads
  }
}
