/// The valid rows of one region and one period.
struct MarketSlice {
  let demand: [MarketFact]
  let seekers: [MarketFact]
  let first: SampleDay
  /// The units with new rows anywhere in the city.
  private let reporting: [MarketFact.Side: Set<String>]

  init(_ facts: [MarketFact], region: Int, period: TruthPeriod) {
    first = period.first
    let valid = facts.filter {
      MarketSlice.lies($0.region, in: region) && $0.start < period.end
        && ($0.start >= period.first || $0.ends >= period.first)
    }
    let new = facts.filter {
      MarketSlice.lies($0.region, in: Place.city.code) && $0.start >= period.first && $0.start < period.end
    }
    reporting = Dictionary(grouping: new, by: \.side).mapValues { Set($0.map(\.unit)) }
    demand = valid.filter { $0.side == .demand }
    seekers = valid.filter { $0.side == .seekers }
  }

  func rows(_ side: MarketFact.Side) -> [MarketFact] { side == .demand ? demand : seekers }

  /// The units that reported in the period.
  func units(_ side: MarketFact.Side) -> Set<String> { reporting[side] ?? [] }

  func total(_ side: MarketFact.Side) -> Int { sum(side) { _ in true } }

  /// Weight of the rows of a side that `isTaken` takes.
  func sum(_ side: MarketFact.Side, where isTaken: (MarketFact) -> Bool) -> Int {
    rows(side).reduce(0) { sum, fact in isTaken(fact) ? sum + fact.weight : sum }
  }

  /// The city holds all of its counties.
  private static func lies(_ code: Int, in region: Int) -> Bool {
    region == Place.city.code ? code / 100 == region / 100 : code == region
  }
}
