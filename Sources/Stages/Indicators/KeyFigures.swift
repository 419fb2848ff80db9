import Domain

/// The figures that a page shows first.
enum KeyFigures {
  static func figures(overall: StatTable, stocks: (now: Stock, previous: Stock, yearBefore: Stock)) -> [KeyFigure] {
    [
      count("valid_openings", "demand", Label(zh: "需求人数", en: "Openings"), overall),
      count("valid_seekers", "seekers", Label(zh: "求职人数", en: "Seekers"), overall),
      KeyFigure(
        id: "openings_per_seeker", label: Label(zh: "求人倍率", en: "Openings per seeker"), unit: TableColumns.plain,
        value: cell(overall, "ratio"), qoq: cell(overall, "ratio_qoq"), yoy: cell(overall, "ratio_yoy"),
        changeUnit: TableColumns.plain),
      gap(overall), fillRate(stocks),
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
      guard let demand = cell(table, "demand\(suffix)").value, let seekers = cell(table, "seekers\(suffix)").value
      else {
        return .unavailable
      }
      return .number(demand - seekers, decimals: 0)
    }
    return KeyFigure(
      id: "gap", label: Label(zh: "缺口人数", en: "Gap"), unit: TableColumns.persons, value: difference(""),
      qoq: difference("_qoq"), yoy: difference("_yoy"), changeUnit: TableColumns.persons)
  }

  private static func fillRate(_ stocks: (now: Stock, previous: Stock, yearBefore: Stock)) -> KeyFigure {
    func share(_ stock: Stock) -> Double? { Formula.share(Double(stock.filled), of: Double(stock.closed)) }
    return KeyFigure(
      id: "fill_rate", label: Label(zh: "满足率", en: "Fill rate"), unit: TableColumns.percent,
      value: Formula.fillRate(stocks.now), qoq: Formula.shareChange(share(stocks.now), share(stocks.previous)),
      yoy: Formula.shareChange(share(stocks.now), share(stocks.yearBefore)), changeUnit: TableColumns.points)
  }
}
