import Domain
import Tables

/// Tables by something that no source delivered: a sentence says so in the place of their rows of zeros.
struct UndeliveredTables {
  private let ids: Set<String>

  /// - Parameter bulletin: what its city lacks, its counties lack.
  init(_ bulletin: Bulletin) {
    ids = Set(
      (bulletin.regions.first?.tables ?? []).filter { table in
        bulletin.layout(table.id).map { UndeliveredTables.isEmpty(table, $0) } ?? false
      }.map(\.id))
  }

  func contains(_ table: ProtectedTable) -> Bool { ids.contains(table.id) }

  /// Whether nothing stands in the rows that need what they are called by: all is zero but for totals, and for rows of
  /// what was not given.
  private static func isEmpty(_ table: ProtectedTable, _ layout: TableLayout) -> Bool {
    switch layout.form {
    case .overall, .matching: false
    case .ranking: table.rows.isEmpty
    case .groups, .filling:
      table.rows.filter { row in
        row.role != .total && row.role != .none && row.role != .unknown
          && !(layout.rows.first { $0.key == row.key }?.codes.contains("") ?? false)
      }.allSatisfy { $0.cells.allSatisfy(isNothing) }
    }
  }

  private static func isNothing(_ cell: Cell) -> Bool {
    switch cell {
    case .number(let value, _): value == 0
    case .unavailable, .notApplicable, .text: true
    default: false
    }
  }
}
