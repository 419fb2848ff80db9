/// T1: totals, growth on the units that reported in both periods, and the ratio of openings to seekers.
enum TotalsTable {
  static let measures = [
    "demand", "demand_qoq", "demand_qoq_pct", "demand_yoy", "demand_yoy_pct", "seekers", "seekers_qoq",
    "seekers_qoq_pct", "seekers_yoy", "seekers_yoy_pct", "ratio", "ratio_qoq", "ratio_yoy",
  ]

  private enum Row: String, CaseIterable {
    case valid, carried, new

    func holds(_ fact: MarketFact, _ slice: MarketSlice) -> Bool {
      switch self {
      case .valid: true
      case .carried: fact.start < slice.first
      case .new: fact.start >= slice.first
      }
    }
  }

  static func rows(_ view: MarketView) -> [[String]] {
    Row.allCases.map { row in
      [row.rawValue] + side(.demand, row, view) + side(.seekers, row, view) + ratios(row, view)
    }
  }

  private static func side(_ side: MarketFact.Side, _ row: Row, _ view: MarketView) -> [String] {
    let count = sum(view.now, side, row) { _ in true }
    return ["\(count)"]
      + [view.previous, view.yearBefore].flatMap { before in
        guard before.total(side) > 0 else { return [Figure.unavailable, growth(side, row, view.now, before)] }
        return ["\(count - sum(before, side, row) { _ in true })", growth(side, row, view.now, before)]
      }
  }

  /// Percent, on the units with new rows in both periods, anywhere in the city.
  private static func growth(
    _ side: MarketFact.Side, _ row: Row, _ now: MarketSlice, _ before: MarketSlice
  ) -> String {
    let units = now.units(side).intersection(before.units(side))
    let base = sum(before, side, row) { units.contains($0.unit) }
    guard base > 0 else { return Figure.unavailable }
    let count = sum(now, side, row) { units.contains($0.unit) }
    return Figure.two(Double(count - base) / Double(base) * 100)
  }

  private static func sum(
    _ slice: MarketSlice, _ side: MarketFact.Side, _ row: Row, where isTaken: (MarketFact) -> Bool
  ) -> Int {
    slice.sum(side) { row.holds($0, slice) && isTaken($0) }
  }

  private static func ratios(_ row: Row, _ view: MarketView) -> [String] {
    guard row == .valid else { return Array(repeating: Figure.notApplicable, count: 3) }
    let now = ratio(view.now)
    return [
      Figure.two(now), Figure.two(Figure.difference(now, ratio(view.previous))),
      Figure.two(Figure.difference(now, ratio(view.yearBefore))),
    ]
  }

  /// Rounded; nil without seekers.
  private static func ratio(_ slice: MarketSlice) -> Double? {
    let seekers = slice.total(.seekers)
    return seekers == 0 ? nil : Figure.rounded(Double(slice.total(.demand)) / Double(seekers))
  }
}
