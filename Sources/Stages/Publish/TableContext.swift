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

  /// - Parameters:
  ///   - inWords: the sentence in the place of its rows, where there is one.
  ///   - isShort: rows whose first figure is hidden are told in a sentence.
  func callAsFunction(
    _ table: ProtectedTable, inWords: NarrativeText? = nil, isShort: Bool = false
  ) -> [String: Any] {
    let isRanked = table.measures.first?.isText ?? false
    let folding = TableFolding(table, foldsBeheaded: isShort, revised: isRevised(table))
    let (rows, columns) = (folding.rows, folding.columns)
    let heads = ColumnHeads(columns.map { table.measures[$0] }, texts, language)
    let names = ColumnHeads(table.measures, texts, language).inOneRow
    let printed = rows.flatMap { number in columns.map { text(table, number, $0) } }
    return [
      "id": table.id, "number": table.number, "in_words": inWords.map { sentence($0, table) } ?? false,
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
        row(table, number, columns, after: place == 0 ? nil : table.rows[rows[place - 1]].role, isRanked)
      },
      "zeros": optional(list(folding.zeros.map { table.rows[$0].label })),
      "hidden": optional(list(folding.hidden.map { table.rows[$0].label })),
      "beheaded": folding.beheaded.isEmpty ? false : beheaded(table, folding.beheaded),
      "empty": optional(folding.empty.map { names[$0] }.joined(separator: texts(.listGap, language))),
      "legend": optional(TableLegend.text(printed, texts, language) ?? ""),
      "note": optional(table.table.note.map(language.text) ?? ""),
      "low": table.table.isLow ? Cell.tooFew.csv as Any : false, "has_low": table.table.hasLow,
    ]
  }

  /// Rows whose first figure is hidden, each with its name and the figures that are not.
  private func beheaded(_ table: ProtectedTable, _ rows: [Int]) -> String {
    let gap = texts(.listGap, language)
    let told = rows.map { number in
      let row = table.rows[number]
      let figures = zip(table.measures, row.cells).filter { $1.value != nil && $0.change == nil }.map { measure, cell in
        let value = PrintedCell.text(cell, isSigned: measure.signed) + language.text(texts.unit(of: measure))
        return texts.text(NarrativeText.namedFigure, language, ["name": language.text(measure.label), "value": value])
      }
      let name = language.text(row.label)
      return figures.isEmpty
        ? name
        : texts.text(NarrativeText.beheadedRow, language, ["name": name, "figures": figures.joined(separator: gap)])
    }
    return texts.text(
      NarrativeText.beheaded, language,
      ["figure": language.text(table.measures[0].label), "rows": told.joined(separator: gap)])
  }

  private func sentence(_ text: NarrativeText, _ table: ProtectedTable) -> String {
    let name =
      "\(texts(.table, language)) \(table.number)" + texts(.tableGap, language) + language.text(table.table.title)
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

  private func list(_ labels: [Label]) -> String {
    labels.map(language.text).joined(separator: texts(.listGap, language))
  }

  private func isRevised(_ table: ProtectedTable) -> (_ row: Int, _ column: Int) -> Bool {
    { row, column in
      revision?.marks(table.id, [region, table.rows[row].key], table.measures[column].id) ?? false
    }
  }

  private func text(_ table: ProtectedTable, _ row: Int, _ column: Int) -> String {
    PrintedCell.text(table.rows[row].cells[column], isSigned: table.measures[column].signed)
  }

  private func row(
    _ table: ProtectedTable, _ index: Int, _ columns: [Int], after former: StatRow.Role?, _ isRanked: Bool
  ) -> [String: Any] {
    let row = table.rows[index]
    let isFirstOfRun = former != row.role
    return [
      "label": language.text(row.label),
      "of_which": row.role == .subitem && isFirstOfRun ? texts(.ofWhich, language) : false,
      "rank": isRanked ? row.key : false,
      "kind": row.role.rawValue, "low": row.isLow ? Cell.tooFew.csv as Any : false,
      "cells": columns.map { column in
        ["value": text(table, index, column), "is_revised": isRevised(table)(index, column)] as [String: Any]
      },
    ]
  }
}
