import Domain
import Tables

/// Tables in whose place a page has a sentence: those by something that no source delivered, whose rows would be zeros, and
/// those of a county of which hardly a figure may be shown. Their CSV files have every row.
struct TablesInWords {
  private let undelivered: Set<String>
  private let city: String?

  /// Of so many figures of a county's table that may not be shown, its page has a sentence.
  private static let mostlyHidden = 0.9

  /// - Parameter bulletin: what its city lacks, its counties lack.
  init(_ bulletin: Bulletin) {
    city = bulletin.regions.first?.code
    undelivered = Set(
      (bulletin.regions.first?.tables ?? []).filter { table in
        bulletin.layout(table.id).map { TablesInWords.isEmpty(table, $0) } ?? false
      }.map(\.id))
  }

  /// What is said in the place of a table; nil where it is printed.
  func sentence(_ table: ProtectedTable, of region: String) -> NarrativeText? {
    // A ranking is empty where a side of the market is missing, or hidden, whoever gave occupations.
    if undelivered.contains(table.id) { return table.measures.first?.isText ?? false ? .unranked : .undelivered }
    return region != city && TablesInWords.isMostlyHidden(table) ? .mostlyHidden : nil
  }

  /// What is said in the place of a declared table, of the city or a county: one of which nothing could be computed, and one
  /// of which hardly a figure may be shown.
  static func sentence(inPlaceOf declared: ProtectedTable) -> NarrativeText? {
    let cells = declared.rows.flatMap(\.cells)
    if !cells.contains(where: { $0.value != nil || $0 == .suppressed || $0 == .tooFew }) { return .uncomputed }
    return isMostlyHidden(declared) ? .mostlyHidden : nil
  }

  private static func isMostlyHidden(_ table: ProtectedTable) -> Bool {
    let cells = table.rows.flatMap(\.cells)
    let hidden = cells.count { $0 == .suppressed }
    return hidden > 0 && Double(hidden) >= mostlyHidden * Double(hidden + cells.count { $0.value != nil })
  }

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
