import Documents
import Domain
import Tables

/// The first rows of the ranking of shortages as dumbbells: what the message of a region shows of it.
struct ScarcestOccupations {
  private static let count = 5

  private let layout: TableLayout
  private let table: ProtectedTable
  private let texts: Texts
  private let language: Language

  /// Nil for a region without a row to show.
  init?(_ region: RegionReport, _ layouts: [TableLayout], _ texts: Texts, _ language: Language) {
    guard let layout = layouts.first(.ranking(.shortages)),
      let table = region.tables.first(where: { $0.id == layout.id }), !table.rows.isEmpty
    else { return nil }
    (self.layout, self.table, self.texts, self.language) = (layout, table, texts, language)
  }

  /// - Parameter tables: page with the whole ranking.
  func context(tables: String) -> [String: Any]? {
    guard let (demand, seekers, gap) = columns else { return nil }
    func value(_ row: StatRow, _ column: TableLayout.Column) -> Double? {
      table.cell(row.key, column.id)?.value
    }
    // Where seekers without a wish make up for the gap nobody is wanted.
    let rows = table.rows.filter { row in layout.ratioColumn.flatMap { value(row, $0) }.map { $0 > 1 } ?? true }
      .prefix(ScarcestOccupations.count)
    guard !rows.isEmpty else { return nil }
    let greatest = rows.compactMap { value($0, demand) }.max() ?? 0
    return [
      "id": table.id, "tables": tables, "is_partial": table.audience == .everybody,
      "table": "\(texts(.table, language)) \(table.number) \(language.text(table.table.title))",
      "rows": rows.compactMap { row -> [String: Any]? in
        guard let openings = value(row, demand), let own = value(row, seekers) else { return nil }
        let summary =
          "\(texts(.seekers, language)) \(PrintedCell.number(own, 0)), "
          + "\(texts(.demand, language)) \(PrintedCell.number(openings, 0))"
        return [
          "rank": row.key, "name": language.text(row.label),
          "drawing": Dumbbell(from: own, to: openings, greatest: greatest, summary: summary).svg,
          "gap": PrintedCell.text(table.cell(row.key, gap.id) ?? .unavailable, isSigned: true),
          "ratio": layout.ratioColumn.map { PrintedCell.text(table.cell(row.key, $0.id) ?? .unavailable) } ?? "",
        ]
      },
    ]
  }

  private var columns: (demand: TableLayout.Column, seekers: TableLayout.Column, gap: TableLayout.Column)? {
    guard let demand = layout.demand, let seekers = layout.seekers, let gap = layout.gap else { return nil }
    return (demand, seekers, gap)
  }
}
