import Domain

/// A table as its readers may see it: every figure of which a leaf is hidden is `[c]`.
///
/// What publishes takes nothing else, and there is one way to make it, so that no table gets out that forgot to hide
/// something.
public struct ProtectedTable: Hashable, Sendable {
  public let table: StatTable
  /// Who may read it.
  public let audience: Audience

  /// Nil where the table is for the bureau alone and the readers are not of it.
  ///
  /// - Parameter decisions: of all leaves of the table; a leaf that they do not know is hidden.
  public init?(_ draft: DraftTable, _ decisions: LeafDecisions) {
    guard draft.audience == .everybody || decisions.audience == .bureau else { return nil }
    audience = decisions.audience
    let rows = draft.rows.map { row in
      let cells = row.cells.map { $0.shown(by: decisions) }
      return StatRow(
        key: row.key, label: row.label, role: row.role, cells: cells, isLow: row.isLow && !cells.contains(.suppressed))
    }
    // A mark is made of the counts that it stands beside: where one of them is hidden, be it what is of no row, it would
    // tell of that.
    let isTold = !rows.contains {
      [.total, .none, .unknown].contains($0.role) && $0.cells.contains(.suppressed)
    }
    table = StatTable(
      id: draft.id, title: draft.title, measures: draft.measures, rows: rows, note: draft.note,
      isLow: draft.isLow && isTold)
  }

  public var id: String { table.id }
  /// As readers know it, and the tables beside it: `T17` of `T17-title`.
  public var number: String { String(id.prefix { $0 != "-" }) }
  public var measures: [Measure] { table.measures }
  public var rows: [StatRow] { table.rows }

  /// Nil where it has no such row or measure.
  public func cell(_ row: String, _ measure: String) -> Cell? { table.cell(row, measure) }
}
