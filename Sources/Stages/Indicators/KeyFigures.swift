import Domain

/// The figures that a page shows first.
enum KeyFigures {
  /// - Parameter mask: what must not be shown of the fill rate; the table is masked already.
  static func figures(
    overall: StatTable, stocks: (now: Stock, previous: Stock, yearBefore: Stock), mask: TableMask? = nil
  ) -> [KeyFigure] {
    [
      count("valid_openings", "demand", Label(zh: "需求人数", en: "Openings"), overall),
      count("valid_seekers", "seekers", Label(zh: "求职人数", en: "Seekers"), overall),
      KeyFigure(
        id: "openings_per_seeker", label: Label(zh: "求人倍率", en: "Openings per seeker"), unit: TableColumns.plain,
        value: cell(overall, "ratio"), qoq: cell(overall, "ratio_qoq"), yoy: cell(overall, "ratio_yoy"),
        changeUnit: TableColumns.plain),
      gap(overall), fillRate(stocks, mask),
    ]
  }

  private static func cell(_ table: StatTable, _ measure: String) -> Cell {
    table.cell("valid", measure) ?? .unavailable
  }

  private static func count(_ id: String, _ side: String, _ label: Label, _ table: StatTable) -> KeyFigure {
    KeyFigure(
      id: id, label: label, unit: TableColumns.persons, value: cell(table, side), qoq: cell(table, "\(side)_qoq_pct"),
      yoy: cell(table, "\(side)_yoy_pct"), changeUnit: TableColumns.percent)
  }

  private static func gap(_ table: StatTable) -> KeyFigure {
    func difference(_ suffix: String) -> Cell {
      let sides = (cell(table, "demand\(suffix)"), cell(table, "seekers\(suffix)"))
      guard let demand = sides.0.value, let seekers = sides.1.value else {
        return sides.0 == .suppressed || sides.1 == .suppressed ? .suppressed : .unavailable
      }
      return .number(demand - seekers, decimals: 0)
    }
    return KeyFigure(
      id: "gap", label: Label(zh: "缺口人数", en: "Gap"), unit: TableColumns.persons, value: difference(""),
      qoq: difference("_qoq"), yoy: difference("_yoy"), changeUnit: TableColumns.persons)
  }

  private static func fillRate(
    _ stocks: (now: Stock, previous: Stock, yearBefore: Stock), _ mask: TableMask?
  ) -> KeyFigure {
    func shown(_ cell: Cell, _ times: TableMask.When...) -> Cell {
      let isHidden = times.contains { when in
        [.closed, .filled].contains { mask?.hides($0, MarketCell.total, when) ?? false }
      }
      return isHidden ? .suppressed : cell
    }
    func share(_ stock: Stock) -> Double? { Formula.share(Double(stock.filled), of: Double(stock.closed)) }
    return KeyFigure(
      id: "fill_rate", label: Label(zh: "满足率", en: "Fill rate"), unit: TableColumns.percent,
      value: shown(Formula.fillRate(stocks.now), .now),
      qoq: shown(Formula.shareChange(share(stocks.now), share(stocks.previous)), .now, .previous),
      yoy: shown(Formula.shareChange(share(stocks.now), share(stocks.yearBefore)), .now, .yearBefore),
      changeUnit: TableColumns.points)
  }
}
