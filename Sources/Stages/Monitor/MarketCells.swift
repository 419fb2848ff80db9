import Domain
import GRDB
import Warehouse

/// What was valid in each period (F1), by county and occupation and for the whole city, from the cube.
struct MarketCells {
  struct Cell {
    let region: String
    let occupation: String
    /// Persons by period.
    var demand: [Period: Double] = [:]
    var seekers: [Period: Double] = [:]
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
  init?(_ scope: MonitorScope) throws {
    let rules = scope.rules.market
    guard let home = RegionRange(scope.homeRegion) else { return nil }
    var latest = Period(unit: rules.unit, containing: Day(ordinal: scope.day.ordinal - rules.after)).previous
    guard let months = try MarketCells.months(scope, home, through: latest.months.upperBound) else { return nil }
    while latest.months.upperBound > months.last { latest = latest.previous }
    // Nothing is carried over into the first period that has data, so that it says too little.
    let first = Period(unit: rules.unit, ordinal: months.first / rules.unit.rawValue + 1)
    guard first < latest else { return nil }
    period = latest
    cells = try MarketCells.read(scope, home, first: first, last: latest)
  }

  /// The later of the first months and the earlier of the last ones of the two sides.
  private static func months(
    _ scope: MonitorScope, _ home: RegionRange, through last: Int
  ) throws -> (first: Int, last: Int)? {
    let rows = try Row.fetchAll(
      scope.db,
      sql: """
        SELECT min(month) AS first, max(month) AS last FROM cube
        WHERE dimension = :dimension AND dataset IN (:postings, :seekers) AND region BETWEEN :low AND :high
          AND registered > 0 AND month <= :limit GROUP BY dataset
        """,
      arguments: [
        "dimension": Dimension.total.rawValue, "postings": CubeDataset.postings, "seekers": CubeDataset.seekers,
        "low": home.numbers.lowerBound, "high": home.numbers.upperBound, "limit": last,
      ])
    guard rows.count == 2 else { return nil }
    return (max(rows[0]["first"], rows[1]["first"]), min(rows[0]["last"], rows[1]["last"]))
  }

  private static func read(
    _ scope: MonitorScope, _ home: RegionRange, first: Period, last: Period
  ) throws -> [Cell] {
    let digits = 2 * scope.rules.market.level
    let rows = try BulkStatement(
      scope.db,
      """
      SELECT dataset, region, CAST(substr(code, 1, \(digits)) AS INTEGER) AS occupation, month, sum(registered), sum(ended)
      FROM cube
      WHERE dataset IN (\(CubeDataset.postings), \(CubeDataset.seekers)) AND dimension = \(Dimension.occupation.rawValue)
        AND region BETWEEN \(home.numbers.lowerBound) AND \(home.numbers.upperBound)
        AND month <= \(last.months.upperBound) AND length(code) >= \(digits)
      GROUP BY dataset, region, occupation, month ORDER BY dataset, region, occupation, month
      """)
    let count = last.ordinal - first.ordinal + 1
    // Registered in each period, and what ended or began before it, by side.
    var sums: [Key: [[(carried: Int, registered: Int)]]] = [:]
    let whole = home.numbers.lowerBound
    while try rows.step() {
      let side = rows.integer(0) == CubeDataset.postings ? 0 : 1
      let (month, registered, ended) = (rows.integer(3), rows.integer(4), rows.integer(5))
      let place = max(month / first.unit.rawValue - first.ordinal, -1)
      for region in Set([rows.integer(1), whole]) {
        let key = Key(region: region, occupation: rows.integer(2))
        if place >= 0 { sums[key, default: empty(count)][side][place].registered += registered }
        if place + 1 < count { sums[key, default: empty(count)][side][place + 1].carried += registered - ended }
      }
    }
    return sums.sorted { ($0.key.region, $0.key.occupation) < ($1.key.region, $1.key.occupation) }.map { key, sides in
      var cell = Cell(
        region: CodeNumber.code(key.region), occupation: CodeNumber.occupationCode(key.occupation))
      for place in 0..<count {
        let period = first.advanced(by: place)
        cell.demand[period] = Double(valid(sides[0], place))
        cell.seekers[period] = Double(valid(sides[1], place))
      }
      return cell
    }
  }

  private static func empty(_ count: Int) -> [[(carried: Int, registered: Int)]] {
    let side = [(carried: Int, registered: Int)](repeating: (0, 0), count: count)
    return [side, side]
  }

  private static func valid(_ side: [(carried: Int, registered: Int)], _ place: Int) -> Int {
    side[...place].reduce(0) { $0 + $1.carried } + side[place].registered
  }
}
