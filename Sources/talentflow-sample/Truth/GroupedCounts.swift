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
    let known = form.spreads ? slice.sum(side) { !$0.section.isEmpty } : 0
    let total = slice.total(side)
    let counts = zip(rows, sums).map { row, sum in
      let isSpread = known > 0 && row.key != "total"
      return (row.key, isSpread ? Double(sum * total) / Double(known) : Double(sum))
    }
    return Dictionary(uniqueKeysWithValues: counts)
  }
}
