import Domain

/// A table with all its figures, each beside the leaves that it is made of. Nobody outside may see it: what is published
/// is a `ProtectedTable`.
public struct DraftTable: Sendable {
  /// A figure and what it is made of.
  public struct DraftCell: Sendable, Hashable {
    public let value: Cell
    /// All that whoever sees the figure learns something of; empty for what tells nothing (a word, `[x]`, `[z]`).
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
    /// As `StatRow.isLow`.
    public let isLow: Bool

    public init(key: String, label: Label, role: StatRow.Role, cells: [DraftCell], isLow: Bool = false) {
      self.key = key
      self.label = label
      self.role = role
      self.cells = cells
      self.isLow = isLow
    }
  }

  public let id: String
  public let title: Label
  public let measures: [Measure]
  public let rows: [Row]
  public let note: Label?
  /// Who may read it at all: the bureau alone where a table's file does not say.
  public let audience: Audience
  /// As `StatTable.isLow`.
  public let isLow: Bool

  public init(
    id: String, title: Label, measures: [Measure], rows: [Row], note: Label? = nil, audience: Audience = .bureau,
    isLow: Bool = false
  ) {
    self.id = id
    self.title = title
    self.measures = measures
    self.rows = rows
    self.note = note
    self.audience = audience
    self.isLow = isLow
  }

  /// Nil where it has no such row or measure.
  public func cell(_ row: String, _ measure: String) -> DraftCell? {
    guard let column = measures.firstIndex(where: { $0.id == measure }) else { return nil }
    return rows.first { $0.key == row }?.cells[column]
  }

  /// The table with other cells in some places.
  ///
  /// - Parameter change: gets each row, measure and cell.
  public func mapCells(_ change: (Row, Measure, DraftCell) -> DraftCell) -> DraftTable {
    let rows = rows.map { row in
      Row(
        key: row.key, label: row.label, role: row.role,
        cells: zip(measures, row.cells).map { change(row, $0, $1) }, isLow: row.isLow)
    }
    return DraftTable(
      id: id, title: title, measures: measures, rows: rows, note: note, audience: audience, isLow: isLow)
  }
}
