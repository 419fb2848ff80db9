import Domain
import Warehouse

/// What was valid in each period (F1), by county and occupation and for the whole city, from the cube.
struct MarketCells {
  struct Cell {
    let region: String
    let occupation: String
    /// Persons by period.
    let demand: [Period: Double]
    let seekers: [Period: Double]
  }

  /// The newest period that is over and whose last month has data of both sides.
  let period: Period
  /// In the order of region and occupation.
  let cells: [Cell]

  private struct Key: Hashable {
    let region: Int
    let occupation: Int
  }

  /// Nil where there is no such period.
  init?(_ scope: MonitorScope, _ rules: MonitorRules.Market) throws {
    guard let home = RegionRange(scope.homeRegion) else { return nil }
    var latest = Period(unit: rules.unit, containing: Day(ordinal: scope.day.ordinal - rules.after)).previous
    guard let months = try MarketCells.months(scope, home, through: latest.months.upperBound) else { return nil }
    while latest.months.upperBound > months.last { latest = latest.previous }
    // Nothing is carried over into the first period that has data, so that it says too little.
    let first = Period(unit: rules.unit, ordinal: months.first / rules.unit.rawValue + 1)
    guard first < latest else { return nil }
    period = latest
    cells = try MarketCells.read(scope, home, level: rules.level, first: first, last: latest)
  }

  /// The later of the first months and the earlier of the last ones of the two sides.
  private static func months(
    _ scope: MonitorScope, _ home: RegionRange, through last: Int
  ) throws -> (first: Int, last: Int)? {
    let sides = try MarketCells.sides.compactMap { dataset in
      try CubeReader(scope.db).registeredMonths(
        of: dataset, Dimension.total.name, in: home.numbers, through: last)
    }
    guard sides.count == 2 else { return nil }
    return (max(sides[0].lowerBound, sides[1].lowerBound), min(sides[0].upperBound, sides[1].upperBound))
  }

  private static let sides = [MarketDataset.postings, MarketDataset.seekers]

  private static func read(
    _ scope: MonitorScope, _ home: RegionRange, level: Int, first: Period, last: Period
  ) throws -> [Cell] {
    let digits = 2 * level
    let whole = home.numbers.lowerBound
    var places: [Key: Int] = [:]
    var grids = sides.map { _ in StockGrid(first.unit, periods: first.ordinal...last.ordinal) }
    for (side, dataset) in sides.enumerated() {
      try CubeReader(scope.db).each(
        of: dataset, Dimension.occupation.name, in: home.numbers, through: last.months.upperBound
      ) { cell in
        guard let occupation = MarketCells.group(cell.code, digits) else { return }
        for region in Set([cell.region, whole]) {
          let key = Key(region: region, occupation: occupation)
          let place = places[key] ?? places.count
          if place == places.count { places[key] = place }
          grids[side].add(cell.value, place, month: cell.month)
        }
      }
    }
    let periods = (first.ordinal...last.ordinal).map { Period(unit: first.unit, ordinal: $0) }
    func valid(_ side: Int, _ place: Int) -> [Period: Double] {
      Dictionary(uniqueKeysWithValues: zip(periods, grids[side].valid(place).map(Double.init)))
    }
    return places.sorted { ($0.key.region, $0.key.occupation) < ($1.key.region, $1.key.occupation) }.map { key, place in
      Cell(
        region: CodeNumber.code(key.region), occupation: CodeNumber.occupationCode(key.occupation),
        demand: valid(0, place), seekers: valid(1, place))
    }
  }

  /// The first digits of a code's number, the leading 1 among them; nil for one of a higher level.
  private static func group(_ code: Int, _ digits: Int) -> Int? {
    let limit = (0..<digits).reduce(1) { power, _ in power * 10 }
    guard code >= limit / 10 else { return nil }
    var group = code
    while group >= limit { group /= 10 }
    return group
  }
}
