import Domain

/// Puts `[c]` into the tables of one region, wherever a hidden count is shown or follows from what is shown.
struct TableMask {
  /// Of the period, the one before and that of a year before.
  enum When: CaseIterable { case now, previous, yearBefore }

  let region: String
  let hidden: [When: HiddenCells]
  let limits: CellLimits

  /// Whether T6 or T7 may list a 小类.
  func lists(_ code: String) -> Bool { hidden[.now]?.lists(region, code) ?? false }

  func hides(_ measure: MarketCell.Measure, _ part: String = MarketCell.total, _ when: When = .now) -> Bool {
    hidden[when]?(region, measure, part) ?? false
  }

  /// One of T1 to T12.
  ///
  /// - Parameter unassigned: the row of seekers without an intention, which the ratio of every occupation takes in.
  func applied(to table: StatTable, _ layout: TableLayout, unassigned: String?) -> StatTable {
    let isRanked = table.measures.first?.isText == true
    let rows = table.rows.map { row in
      let cells = zip(row.cells, table.measures).map { cell, measure in
        let isHidden = isRanked ? measure.id == "ratio" && hidesRank(unassigned) : hides(measure.id, row, layout)
        return cell != .notApplicable && isHidden ? Cell.suppressed : cell
      }
      return StatRow(key: row.key, label: row.label, role: row.role, cells: cells)
    }
    return StatTable(id: table.id, title: table.title, measures: table.measures, rows: rows, note: table.note)
  }

  /// T6 and T7 list only what may be shown; their ratio may tell of more.
  private func hidesRank(_ unassigned: String?) -> Bool {
    hides(.demand) || unassigned.map { hides(.seekers, $0) } ?? false
  }

  /// A column is a side (`demand`, `seekers`) or `ratio`, then what is shown of it: `share`, and since when it changed.
  private func hides(_ column: String, _ row: StatRow, _ layout: TableLayout) -> Bool {
    let words = column.split(separator: "_")
    let times: [When] =
      words.contains("qoq") ? [.now, .previous] : words.contains("yoy") ? [.now, .yearBefore] : [.now]
    return times.contains { when in
      switch words[0] {
      case "ratio": return hidesRatio(row.key, layout, when)
      case "demand": return hidesCount(.demand, row.key, layout, words.contains("share"), when)
      default: return hidesCount(.seekers, row.key, layout, words.contains("share"), when)
      }
    }
  }

  private func hidesCount(
    _ side: MarketCell.Measure, _ key: String, _ layout: TableLayout, _ isShare: Bool, _ when: When
  ) -> Bool {
    let row = layout.rows.first { $0.key == key }
    let base = isShare ? row?.parent.map { MarketCell.row(layout.id, $0) } ?? MarketCell.total : nil
    // Whoever knows what was spread over the rows knows the rows, and the other way round.
    let spread = layout.spreadsRest && hides(side, MarketCell.row(layout.id, DimensionParts.spread), when)
    return spread || hides(side, part(key, layout), when) || base.map { hides(side, $0, when) } ?? false
  }

  private func hidesRatio(_ key: String, _ layout: TableLayout, _ when: When) -> Bool {
    let none = layout.rows.first { $0.role == .none && $0.side == (layout.ratio == .f3 ? .seekers : .demand) }
    let unassigned = none.map { hides(layout.ratio == .f3 ? .seekers : .demand, part($0.key, layout), when) } ?? false
    return unassigned
      || [.demand, .seekers].contains { side in
        hides(side, part(key, layout), when) || hides(side, MarketCell.total, when)
      }
  }

  private func part(_ key: String, _ layout: TableLayout) -> String {
    if layout.dimension != nil { return key == MarketCell.total ? key : MarketCell.row(layout.id, key) }
    return key == "valid" ? MarketCell.total : key
  }
}
