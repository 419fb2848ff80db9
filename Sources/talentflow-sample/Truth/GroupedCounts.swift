/// Weights of the rows of a grouped table in one region and period.
struct GroupedCounts {
  /// By row key; a row has no count on a side that it does not take part in.
  private let demand: [String: Double]
  private let seekers: [String: Double]

  init(_ form: TableForm, _ slice: MarketSlice) {
    demand = GroupedCounts.sums(form, slice, .demand)
    seekers = GroupedCounts.sums(form, slice, .seekers)
  }

  func count(_ key: String, _ side: MarketFact.Side) -> Double { (side == .demand ? demand : seekers)[key] ?? 0 }

  private static func sums(_ form: TableForm, _ slice: MarketSlice, _ side: MarketFact.Side) -> [String: Double] {
    let rows = form.rows.filter { $0.side == nil || $0.side == side }
    var sums = Array(repeating: 0, count: rows.count)
    for fact in slice.rows(side) {
      for (index, row) in rows.enumerated() where row.holds(fact) { sums[index] += fact.weight }
    }
    var factor = 1.0
    if form.spreads {
      let known = slice.sum(side) { !$0.section.isEmpty }
      if known > 0 { factor = Double(slice.total(side)) / Double(known) }
    }
    let counts = zip(rows, sums).map { ($0.key, Double($1) * ($0.key == "total" ? 1 : factor)) }
    return Dictionary(uniqueKeysWithValues: counts)
  }
}

/// Ratios of openings to seekers.
enum Ratio {
  /// Seekers without an intended occupation are shared out by openings (F3).
  static func sharingSeekers(
    _ demand: Double, _ seekers: Double, unassigned: Double, demandTotal: Double
  ) -> Double? {
    let shared = demandTotal == 0 ? 0 : unassigned * demand / demandTotal
    return seekers + shared == 0 ? nil : Figure.rounded(demand / (seekers + shared))
  }
}
