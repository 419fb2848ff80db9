import Domain
import Warehouse

/// What was valid in each period (F1) per region and occupation: the series that forecasts start from.
struct MarketHistory {
  /// One region and occupation code as the cube has them.
  struct Leaf {
    let region: Int
    /// Number of the occupation; 0 where a row names none.
    let occupation: Int
    /// Persons a period.
    var demand: [Double]
    var seekers: [Double]
  }

  /// In the order of (region, occupation).
  let leaves: [Leaf]
  let first: Period
  let last: Period

  /// Periods that a forecast needs.
  private static let leastPeriods = 2

  /// Months without any registration that end a history: what lies before is a stray date, not a market.
  private static let silence = 12

  /// Nil where openings or seekers are missing altogether, nothing was registered in the last period, or there are too
  /// few periods.
  init?(_ db: Database, region: RegionRange, last: Period) throws {
    let sides = try [MarketDataset.postings, MarketDataset.seekers].map { dataset in
      var cells: [CubeReader.Cell] = []
      try CubeReader(db).each(
        of: dataset, Dimension.occupation.name, in: region.numbers, through: last.months.upperBound
      ) { cells.append($0) }
      return cells
    }
    let months = sides.map { cells in Set(cells.lazy.filter { $0.value.registered != 0 }.map(\.month)).sorted() }
    guard let demand = MarketHistory.start(months[0]), let seekers = MarketHistory.start(months[1]),
      months.joined().contains(where: last.months.contains)
    else { return nil }
    // Nothing is carried over into the first period that has data, so that it says too little.
    let first = Period(unit: last.unit, ordinal: max(demand, seekers) / last.unit.rawValue + 1)
    guard last.ordinal - first.ordinal + 1 >= MarketHistory.leastPeriods else { return nil }
    self.first = first
    self.last = last
    var places: [Key: Int] = [:]
    var grids = sides.map { _ in StockGrid(last.unit, periods: first.ordinal...last.ordinal) }
    for (side, cells) in sides.enumerated() {
      for cell in cells {
        let key = Key(region: cell.region, occupation: cell.code)
        let place = places[key] ?? places.count
        if place == places.count { places[key] = place }
        grids[side].add(cell.value, place, month: cell.month)
      }
    }
    let ordered = places.sorted { ($0.key.region, $0.key.occupation) < ($1.key.region, $1.key.occupation) }
    leaves = ordered.map { key, place in
      Leaf(
        region: key.region, occupation: key.occupation, demand: grids[0].valid(place).map(Double.init),
        seekers: grids[1].valid(place).map(Double.init))
    }.filter { $0.demand.contains { $0 != 0 } || $0.seekers.contains { $0 != 0 } }
  }

  private struct Key: Hashable {
    let region: Int
    let occupation: Int
  }

  /// The first month after the last long silence.
  static func start(_ months: [Int]) -> Int? {
    guard var start = months.last else { return nil }
    for month in months.reversed() {
      if start - month > silence { break }
      start = month
    }
    return start
  }
}
