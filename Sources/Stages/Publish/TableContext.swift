import Domain
import Tables

/// A statistical table as the template sees it.
struct TableContext {
  let texts: Texts
  let language: Language
  /// Code of the region whose tables these are.
  let region: String
  /// Marks the cells that it changed.
  let revision: Revision?

  /// - Parameter isUndelivered: whether a sentence stands in the place of its rows.
  func callAsFunction(_ table: ProtectedTable, isUndelivered: Bool = false) -> [String: Any] {
    let heads = ColumnHeads(table.measures, texts, language)
    let isRanked = isRanked(table)
    return [
      "id": table.id, "undelivered": isUndelivered ? undelivered(table) as Any : false,
      "title": language.text(table.table.title),
      "row_head": texts.rowHead(table.id, language),
      // Short enough to stand on one printed page, a table is not broken.
      "is_long": table.rows.count > 20,
      "two_levels": heads.hasTwoLevels,
      "groups": heads.groups.map(group),
      "columns": heads.groups.flatMap(\.columns).map {
        ["label": $0.label, "unit": optional($0.unit)] as [String: Any]
      },
      "rows": table.rows.indices.map { row(table, $0, isRanked) },
      "note": optional(table.table.note.map(language.text) ?? ""),
      "low": table.table.isLow ? Cell.tooFew.csv as Any : false, "has_low": table.table.hasLow,
    ]
  }

  private func undelivered(_ table: ProtectedTable) -> String {
    let name = "\(texts(.table, language)) \(table.id)" + texts(.tableGap, language) + language.text(table.table.title)
    // A ranking is empty where a side of the market is missing, or hidden, whoever gave occupations.
    guard !isRanked(table) else { return texts.text(NarrativeText.unranked, language, ["table": name]) }
    return texts.text(
      NarrativeText.undelivered, language, ["dimension": texts.rowHead(table.id, language), "table": name])
  }

  private func isRanked(_ table: ProtectedTable) -> Bool { table.measures.first?.isText ?? false }

  /// Mustache sections take `false` for "absent"; a missing key would count as a mistake in the template.
  func optional(_ text: String) -> Any { text.isEmpty ? false : text }

  private func group(_ group: ColumnHeads.Group) -> [String: Any] {
    [
      "label": group.label, "unit": optional(group.unit), "is_single": group.columns.isEmpty,
      "span": group.columns.count,
    ]
  }

  private func row(_ table: ProtectedTable, _ index: Int, _ isRanked: Bool) -> [String: Any] {
    let row = table.rows[index]
    let isFirstOfRun = index == 0 || table.rows[index - 1].role != row.role
    return [
      "label": language.text(row.label),
      "of_which": row.role == .subitem && isFirstOfRun ? texts(.ofWhich, language) : false,
      "rank": isRanked ? row.key : false,
      "kind": row.role.rawValue, "low": row.isLow ? Cell.tooFew.csv as Any : false,
      "cells": zip(row.cells, table.measures).map { cell, measure in
        [
          "value": PrintedCell.text(cell, isSigned: measure.signed),
          "is_revised": revision?.marks(table.id, [region, row.key], measure.id) ?? false,
        ] as [String: Any]
      },
    ]
  }
}
