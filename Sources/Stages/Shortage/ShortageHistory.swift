import Domain

/// The last quarters of a unit, for charts.
struct ShortageHistory {
  let market: ShortageMarket
  let postings: ShortagePostings
  /// Ordinals, oldest first: at most twelve that are known.
  let quarters: [Int]

  private static let most = 12

  init(_ market: ShortageMarket, _ postings: ShortagePostings, last: Int) {
    self.market = market
    self.postings = postings
    let first = max(market.firstKnown ?? last + 1, last - ShortageHistory.most + 1)
    quarters = first <= last ? Array(first...last) : []
  }

  func steps(_ places: [Int]) -> [ShortageQuarter] {
    guard let first = quarters.first, let last = quarters.last else { return [] }
    let own = postings.of(places, DaySpan(quarters: (first - 3)...last))
    return quarters.map { quarter in
      let demand = places.reduce(0) { $0 + market.demand.stock($1, quarter...quarter).valid }
      let seekers = places.reduce(0) { $0 + market.seekers.stock($1, quarter...quarter).valid }
      let totals = market.totals(of: quarter)
      let shared = Formula.sharedSeekers(
        demand: Double(demand), seekers: Double(seekers), unassigned: Double(totals.unassigned),
        demandTotal: Double(totals.demand))
      let (year, alone) = (DaySpan(quarters: (quarter - 3)...quarter), DaySpan(quarters: quarter...quarter))
      return ShortageQuarter(
        period: Period(unit: .quarter, ordinal: quarter), demand: demand, seekers: seekers,
        ratio: shared > 0 ? Double(demand) / shared : nil,
        payMedian: OfferedPay.median(own.filter { alone.holds(Int($0.posted)) }),
        durationDays: VacancyDuration.median(
          own.filter { year.holds(Int($0.posted)) }.map { $0.spell(asOf: year.last) }))
    }
  }
}

extension OfferedPay {
  /// P50 of F13, unrounded; nil where nothing is offered.
  static func median(_ postings: [ShortagePosting]) -> Double? {
    quantiles(postings.compactMap { $0.pay < 0 ? nil : (pay: $0.pay, openings: Int($0.openings)) }, [0.5])[0]
  }
}
