import Domain
import Warehouse

/// Openings and seekers by occupation code and quarter, and since when they are known.
struct ShortageMarket {
  private(set) var leaves = ShortageLeaves()
  /// By place of the code and quarter.
  let demand: StockGrid
  let seekers: StockGrid
  /// The first quarter with new rows of each side; nil where there are none at all.
  let firstDemand: Int?
  let firstSeekers: Int?

  /// The first quarter that says what was carried over: the one after both sides begin.
  var firstKnown: Int? {
    guard let firstDemand, let firstSeekers else { return nil }
    return max(firstDemand, firstSeekers) + 1
  }

  /// - Parameter quarters: those that are looked at one by one; the last is the end of what counts as known.
  init(_ db: Database, region: RegionRange, quarters: ClosedRange<Int>) throws {
    var leaves = ShortageLeaves()
    /// The first quarter with new rows, too.
    func side(_ dataset: String) throws -> (StockGrid, Int?) {
      var grid = StockGrid(.quarter, periods: quarters)
      var months: [Int] = []
      try CubeReader(db).each(
        of: dataset, Dimension.occupation.name, in: region.numbers, through: grid.lastMonth
      ) { cell in
        grid.add(cell.value, leaves.add(cell.code), month: cell.month)
        if cell.value.registered != 0, cell.month != months.last { months.append(cell.month) }
      }
      return (grid, MarketHistory.start(months).map { $0 / 3 })
    }
    (demand, firstDemand) = try side(MarketDataset.postings)
    (seekers, firstSeekers) = try side(MarketDataset.seekers)
    self.leaves = leaves
    quarterTotals = quarters.map { totals($0...$0) }
  }

  /// `totals` of each quarter that is looked at.
  private var quarterTotals: [(demand: Int, unassigned: Int)] = []

  func totals(of quarter: Int) -> (demand: Int, unassigned: Int) { quarterTotals[quarter - demand.periods.lowerBound] }

  /// All valid openings of a run of quarters, and the seekers without an occupation: what F3 shares out.
  func totals(_ range: ClosedRange<Int>) -> (demand: Int, unassigned: Int) {
    let demand = leaves.numbers.indices.reduce(0) { $0 + self.demand.stock($1, range).valid }
    return (demand, leaves.place(0).map { seekers.stock($0, range).valid } ?? 0)
  }
}
