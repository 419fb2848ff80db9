import Domain

/// Units and figures of one window: four quarters taken as one period.
struct ShortageWindow {
  /// A unit with its raw figures.
  struct Item {
    let unit: ShortagePartition.Unit
    let figures: ShortageFigures
  }

  let market: ShortageMarket
  let postings: ShortagePostings
  let rules: ShortageRules
  /// Ordinals of its quarters.
  let quarters: ClosedRange<Int>
  let span: DaySpan
  let partition: ShortagePartition
  /// Of all openings of the city, those without an occupation too.
  let city: CityFigures

  init(_ market: ShortageMarket, _ postings: ShortagePostings, rules: ShortageRules, last: Int) {
    self.market = market
    self.postings = postings
    self.rules = rules
    let quarters = (last - 3)...last
    let span = DaySpan(quarters: quarters)
    self.quarters = quarters
    self.span = span
    let all = Array(market.leaves.numbers.indices)
    let present = all.filter {
      market.demand.stock($0, quarters).valid > 0 || market.seekers.stock($0, quarters).valid > 0
    }
    partition = ShortagePartition(market.leaves, present: present) { place in
      let tally = PostingTally(postings.of([place], span), asOf: span.last)
      return tally.openings >= rules.floor.openings && tally.employers.count >= rules.floor.employers
    }
    let totals = market.totals(quarters)
    city = CityFigures(
      demand: totals.demand, unassigned: totals.unassigned,
      duration: PostingTally(postings.of(all, span), asOf: span.last).durationMedian,
      payGrowth: ShortageWindow.growth(
        ShortageWindow.payMedians(all, market, postings, quarters: quarters)))
  }

  /// What units are held against.
  struct CityFigures {
    /// Valid openings, and valid seekers without an occupation (F3).
    let demand: Int
    let unassigned: Int
    /// F10, days.
    let duration: Int?
    /// Percent.
    let payGrowth: Double?
  }

  /// All units, in the order of the codes.
  func items() -> [Item] { partition.units.map { Item(unit: $0, figures: figures($0.places)) } }

  /// Median pay of the postings of the window, and of the one before where that is all within the data.
  static func payMedians(
    _ places: [Int], _ market: ShortageMarket, _ postings: ShortagePostings, quarters: ClosedRange<Int>
  ) -> (now: Double?, before: Double?) {
    func median(_ range: ClosedRange<Int>) -> Double? {
      let span = DaySpan(quarters: range)
      return PostingTally(postings.of(places, span), asOf: span.last).payMedian
    }
    let before = (quarters.lowerBound - 4)...(quarters.upperBound - 4)
    let isKnown = market.firstDemand.map { before.lowerBound >= $0 } ?? false
    return (median(quarters), isKnown ? median(before) : nil)
  }

  /// Percent.
  static func growth(_ pay: (now: Double?, before: Double?)) -> Double? {
    guard let now = pay.now, let before = pay.before, before > 0 else { return nil }
    return (now - before) / before * 100
  }
}
