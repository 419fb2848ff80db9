import Domain

/// A table with all its figures, each beside the leaves that it is made of. Nobody outside may see it: what is published
/// is a `ProtectedTable`.
public struct DraftTable: Sendable {
  /// A figure and what it is made of.
  public struct DraftCell: Sendable, Hashable {
    public let value: Cell
    /// All that whoever sees the figure learns something of; empty for what tells nothing (a code, `[z]`).
    public let leaves: [Leaf]

    public init(_ value: Cell, _ leaves: [Leaf]) {
      self.value = value
      self.leaves = leaves
    }
  }

  public struct Row: Sendable {
    public let key: String
    public let label: Label
    public let role: StatRow.Role
    /// In the order of the table's measures.
    public let cells: [DraftCell]

    public init(key: String, label: Label, role: StatRow.Role, cells: [DraftCell]) {
      self.key = key
      self.label = label
      self.role = role
      self.cells = cells
    }
  }

  public let id: String
  public let title: Label
  public let measures: [Measure]
  public let rows: [Row]
  public let note: Label?
  /// Who may read it at all: the bureau alone where a table's file does not say.
  public let audience: Audience

  public init(
    id: String, title: Label, measures: [Measure], rows: [Row], note: Label? = nil, audience: Audience = .bureau
  ) {
    self.id = id
    self.title = title
    self.measures = measures
    self.rows = rows
    self.note = note
    self.audience = audience
  }
}
