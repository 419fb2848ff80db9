/// What is now, what was in the period before, and a year before.
struct MarketView {
  let now: MarketSlice
  let previous: MarketSlice
  let yearBefore: MarketSlice

  init(_ facts: [MarketFact], region: Int, period: TruthPeriod) {
    now = MarketSlice(facts, region: region, period: period)
    previous = MarketSlice(facts, region: region, period: period.previous)
    yearBefore = MarketSlice(facts, region: region, period: period.yearBefore)
  }
}
