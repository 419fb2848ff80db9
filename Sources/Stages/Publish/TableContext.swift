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

  /// - Parameter inWords: the sentence in the place of its rows, where there is one.
  func callAsFunction(_ table: ProtectedTable, inWords: NarrativeText? = nil) -> [String: Any] {
    let heads = ColumnHeads(table.measures, texts, language)
    let isRanked = table.measures.first?.isText ?? false
    let zeros = zeros(of: table)
    let rows = table.rows.indices.filter { !zeros.contains($0) }
    let printed = rows.flatMap { number in
      zip(table.rows[number].cells, table.measures).map { PrintedCell.text($0, isSigned: $1.signed) }
    }
    return [
      "id": table.id, "in_words": inWords.map { sentence($0, table) } ?? false,
      "title": language.text(table.table.title),
      "row_head": texts.rowHead(table.id, language),
      // Short enough to stand on one printed page, a table is not broken.
      "is_long": rows.count > 20,
      "two_levels": heads.hasTwoLevels,
      "groups": heads.groups.map(group),
      "columns": heads.groups.flatMap(\.columns).map {
        ["label": $0.label, "unit": optional($0.unit)] as [String: Any]
      },
      "rows": rows.enumerated().map { place, number in
        row(table, number, after: place == 0 ? nil : table.rows[rows[place - 1]].role, isRanked)
      },
      "zeros": optional(
        zeros.map { language.text(table.rows[$0].label) }.joined(separator: texts(.listGap, language))),
      "legend": optional(TableLegend.text(printed, texts, language) ?? ""),
      "note": optional(table.table.note.map(language.text) ?? ""),
      "low": table.table.isLow ? Cell.tooFew.csv as Any : false, "has_low": table.table.hasLow,
    ]
  }

  private func sentence(_ text: NarrativeText, _ table: ProtectedTable) -> String {
    let name =
      "\(texts(.table, language)) \(table.id)" + texts(.tableGap, language) + language.text(table.table.title)
    let dimension = text == .undelivered ? ["dimension": texts.rowHead(table.id, language)] : [:]
    return texts.text(text, language, dimension.merging(["table": name]) { own, _ in own })
  }

  /// Mustache sections take `false` for "absent"; a missing key would count as a mistake in the template.
  func optional(_ text: String) -> Any { text.isEmpty ? false : text }

  private func group(_ group: ColumnHeads.Group) -> [String: Any] {
    [
      "label": group.label, "unit": optional(group.unit), "is_single": group.columns.isEmpty,
      "span": group.columns.count,
    ]
  }

  /// Rows of nothing but zeros, which a sentence names; their table keeps a row, and what was revised is printed.
  private func zeros(of table: ProtectedTable) -> [Int] {
    let own = table.rows.indices.filter { number in
      let row = table.rows[number]
      return (row.role == .item || row.role == .subitem) && row.cells.contains { $0.value != nil }
        && row.cells.allSatisfy { $0.value == 0 || $0 == .unavailable || $0 == .notApplicable }
        && !table.measures.contains { revision?.marks(table.id, [region, row.key], $0.id) ?? false }
    }
    return own.count < table.rows.count ? own : []
  }

  private func row(
    _ table: ProtectedTable, _ index: Int, after former: StatRow.Role?, _ isRanked: Bool
  ) -> [String: Any] {
    let row = table.rows[index]
    let isFirstOfRun = former != row.role
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
