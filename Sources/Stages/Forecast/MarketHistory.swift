import Domain
import GRDB
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
    let cells = try MarketHistory.cells(db, region, last)
    let months = [CubeDataset.postings, CubeDataset.seekers].map { dataset in
      Set(cells.lazy.filter { $0.dataset == dataset && $0.registered != 0 }.map(\.month)).sorted()
    }
    guard let demand = MarketHistory.start(months[0]), let seekers = MarketHistory.start(months[1]),
      months.joined().contains(where: last.months.contains)
    else { return nil }
    // Nothing is carried over into the first period that has data, so that it says too little.
    let first = Period(unit: last.unit, ordinal: max(demand, seekers) / last.unit.rawValue + 1)
    let count = last.ordinal - first.ordinal + 1
    guard count >= MarketHistory.leastPeriods else { return nil }
    self.first = first
    self.last = last
    var leaves: [Leaf] = []
    var start = 0
    while start < cells.count {
      var end = start
      while end < cells.count, cells[end].isAt(cells[start]) { end += 1 }
      let own = cells[start..<end]
      leaves.append(
        Leaf(
          region: cells[start].region, occupation: cells[start].occupation,
          demand: MarketHistory.valid(own.filter { $0.dataset == CubeDataset.postings }, first, count),
          seekers: MarketHistory.valid(own.filter { $0.dataset == CubeDataset.seekers }, first, count)))
      start = end
    }
    self.leaves = leaves.filter { $0.demand.contains { $0 != 0 } || $0.seekers.contains { $0 != 0 } }
  }

  /// The first month after the last long silence.
  private static func start(_ months: [Int]) -> Int? {
    guard var start = months.last else { return nil }
    for month in months.reversed() {
      if start - month > silence { break }
      start = month
    }
    return start
  }

  private struct Cell {
    let dataset: Int
    let region: Int
    let occupation: Int
    let month: Int
    let registered: Int
    let ended: Int

    func isAt(_ other: Cell) -> Bool { region == other.region && occupation == other.occupation }
  }

  private static func cells(_ db: Database, _ region: RegionRange, _ last: Period) throws -> [Cell] {
    let rows = try BulkStatement(
      db,
      """
      SELECT dataset, region, code, month, registered, ended FROM cube
      WHERE dataset IN (\(CubeDataset.postings), \(CubeDataset.seekers)) AND dimension = \(Dimension.occupation.rawValue)
        AND region BETWEEN \(region.numbers.lowerBound) AND \(region.numbers.upperBound)
        AND month <= \(last.months.upperBound)
      ORDER BY region, code, month
      """)
    var cells: [Cell] = []
    while try rows.step() {
      cells.append(
        Cell(
          dataset: rows.integer(0), region: rows.integer(1), occupation: rows.integer(2), month: rows.integer(3),
          registered: rows.integer(4), ended: rows.integer(5)))
    }
    return cells
  }

  /// Carried over plus newly registered, a period.
  private static func valid(_ cells: [Cell], _ first: Period, _ count: Int) -> [Double] {
    var result: [Double] = []
    var carried = 0
    var next = 0
    for step in 0..<count {
      let months = first.advanced(by: step).months
      while next < cells.count, cells[next].month < months.lowerBound {
        carried += cells[next].registered - cells[next].ended
        next += 1
      }
      let own = cells[next...].prefix { $0.month <= months.upperBound }
      result.append(Double(carried + own.reduce(0) { $0 + $1.registered }))
    }
    return result
  }
}
