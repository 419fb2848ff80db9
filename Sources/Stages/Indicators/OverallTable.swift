import Domain

/// T1: what was valid, carried over and newly registered, with plain differences and growth on the matched panel.
struct OverallTable {
  /// Stocks by reporting unit of one side, in the three periods.
  struct Panel {
    let now: [Int: Stock]
    let previous: [Int: Stock]
    let yearBefore: [Int: Stock]
  }

  let layout: TableLayout
  let demand: Panel
  let seekers: Panel

  func table() -> StatTable {
    let rows = layout.rows.compactMap { row -> StatRow? in
      guard let measure = OverallTable.measures[row.key] else { return nil }
      let isValid = row.key == "valid"
      let ratio = isValid ? self.ratio(\.now) : .notApplicable
      let cells =
        OverallTable.changes(demand, measure) + OverallTable.changes(seekers, measure) + [
          ratio,
          isValid ? Formula.ratioChange(ratio, self.ratio(\.previous)) : .notApplicable,
          isValid ? Formula.ratioChange(ratio, self.ratio(\.yearBefore)) : .notApplicable,
        ]
      return StatRow(key: row.key, label: row.label, role: row.role, cells: cells)
    }
    return StatTable(
      id: layout.id, title: layout.title, measures: TableColumns.overall, rows: rows, note: layout.note)
  }

  /// Number of units that reported in both periods, and in either.
  static func matched(_ now: [Int: Stock], _ before: [Int: Stock]) -> (both: Set<Int>, either: Set<Int>) {
    let current = Set(now.filter { $0.value.registered > 0 }.keys)
    let earlier = Set(before.filter { $0.value.registered > 0 }.keys)
    return (current.intersection(earlier), current.union(earlier))
  }

  static func total(_ stocks: [Int: Stock], _ measure: (Stock) -> Int, in units: Set<Int>? = nil) -> Double {
    Double(stocks.reduce(0) { $0 + (units?.contains($1.key) ?? true ? measure($1.value) : 0) })
  }

  private static let measures: [String: @Sendable (Stock) -> Int] = [
    "valid": { $0.valid }, "carried": { $0.carried }, "new": { $0.registered },
  ]

  private static func changes(_ panel: Panel, _ measure: (Stock) -> Int) -> [Cell] {
    let now = total(panel.now, measure)
    var cells: [Cell] = [.number(now, decimals: 0)]
    for before in [panel.previous, panel.yearBefore] {
      let exists = total(before, { $0.valid }) > 0
      cells.append(exists ? .number(now - total(before, measure), decimals: 0) : .unavailable)
      let units = matched(panel.now, before).both
      cells.append(Formula.growth(total(panel.now, measure, in: units), total(before, measure, in: units)))
    }
    return cells
  }

  private func ratio(_ period: KeyPath<Panel, [Int: Stock]>) -> Cell {
    Formula.ratio(
      OverallTable.total(demand[keyPath: period], { $0.valid }),
      OverallTable.total(seekers[keyPath: period], { $0.valid }))
  }
}
