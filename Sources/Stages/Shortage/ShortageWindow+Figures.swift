import Domain

extension ShortageWindow {
  /// Openings and seekers valid in the window.
  private func stocks(_ places: [Int]) -> (demand: Stock, seekers: Stock) {
    var (demand, seekers) = (Stock(), Stock())
    for place in places {
      demand += market.demand.stock(place, quarters)
      seekers += market.seekers.stock(place, quarters)
    }
    return (demand, seekers)
  }

  /// What is known of some occupation codes together.
  func figures(_ places: [Int]) -> ShortageFigures {
    let (demand, seekers) = stocks(places)
    let tally = PostingTally(postings.of(places, span), asOf: span.last)
    let pay = ShortageWindow.payMedians(places, market, postings, quarters: quarters)
    let before = (quarters.lowerBound - 4)...(quarters.upperBound - 4)
    let isKnownBefore = market.firstKnown.map { before.lowerBound >= $0 } ?? false
    var figures = ShortageFigures(
      demand: demand.valid, seekers: seekers.valid, openings: tally.openings, employers: tally.employers.count,
      values: [:], durationDays: tally.durationMedian, payMedian: pay.now, payMedianBefore: pay.before,
      closed: demand.closed, filled: demand.filled, applicantsPerOpening: tally.applicantsPerOpening,
      demandBefore: isKnownBefore ? places.reduce(0) { $0 + market.demand.stock($1, before).valid } : 0)
    if figures.durationDays == nil { figures.durationAtLeast = tally.longestSpell }
    figures.values[.ratio] = ratio(demand: demand.valid, seekers: seekers.valid)
    if demand.closed > 0 { figures.values[.fillRate] = Double(100 * demand.filled) / Double(demand.closed) }
    figures.values[.duration] = durationRatio(figures)
    figures.values[.applicants] = tally.suitablePerOpening
    if let own = ShortageWindow.growth(pay), let city = city.payGrowth { figures.values[.payGrowth] = own - city }
    figures.values[.persistence] = persistence(places).map(Double.init)
    return figures
  }

  /// F3; nil without any seekers to share.
  private func ratio(demand: Int, seekers: Int) -> Double? {
    guard market.firstSeekers != nil else { return nil }
    let shared = Formula.sharedSeekers(
      demand: Double(demand), seekers: Double(seekers), unassigned: Double(city.unassigned),
      demandTotal: Double(city.demand))
    return shared > 0 ? Double(demand) / shared : nil
  }

  /// A unit without a median has one above its longest spell: a value only where that is worth all points.
  private func durationRatio(_ figures: ShortageFigures) -> Double? {
    guard let city = city.duration, city > 0 else { return nil }
    if let days = figures.durationDays { return Double(days) / Double(city) }
    guard let least = figures.durationAtLeast, let top = rules.cuts[.duration]?.values.last else { return nil }
    let ratio = Double(least) / Double(city)
    return ratio >= top ? ratio : nil
  }

  /// I6: quarters of the last eight with more openings than seekers (F3); nil unless all eight are known.
  private func persistence(_ places: [Int]) -> Int? {
    let eight = (quarters.upperBound - 7)...quarters.upperBound
    guard let known = market.firstKnown, eight.lowerBound >= known else { return nil }
    return eight.count { quarter in
      let totals = market.totals(of: quarter)
      let demand = places.reduce(0) { $0 + market.demand.stock($1, quarter...quarter).valid }
      let seekers = places.reduce(0) { $0 + market.seekers.stock($1, quarter...quarter).valid }
      let shared = Formula.sharedSeekers(
        demand: Double(demand), seekers: Double(seekers), unassigned: Double(totals.unassigned),
        demandTotal: Double(totals.demand))
      return Double(demand) > shared
    }
  }
}
