import Domain
import GRDB
import Warehouse

/// Openings and seekers by occupation code and quarter, and since when they are known.
struct ShortageMarket {
  private(set) var leaves = ShortageLeaves()
  let demand: MarketSide
  let seekers: MarketSide
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
    func side(_ dataset: Int) throws -> MarketSide {
      var side = MarketSide(quarters: quarters)
      let rows = try BulkStatement(
        db,
        """
        SELECT code, month, registered, ended, closed, filled FROM cube
        WHERE dataset = \(dataset) AND dimension = \(Dimension.occupation.rawValue)
          AND month < \((quarters.upperBound + 1) * 3)
          AND region BETWEEN \(region.numbers.lowerBound) AND \(region.numbers.upperBound)
        ORDER BY month
        """)
      while try rows.step() {
        side.add(
          leaves.add(rows.integer(0)), month: rows.integer(1), registered: rows.integer(2), ended: rows.integer(3),
          closed: rows.integer(4), filled: rows.integer(5))
      }
      return side
    }
    demand = try side(CubeDataset.postings)
    seekers = try side(CubeDataset.seekers)
    self.leaves = leaves
    firstDemand = MarketHistory.start(demand.months).map { $0 / 3 }
    firstSeekers = MarketHistory.start(seekers.months).map { $0 / 3 }
    quarterTotals = quarters.map { totals($0...$0) }
  }

  /// `totals` of each quarter that is looked at.
  private var quarterTotals: [(demand: Int, unassigned: Int)] = []

  func totals(of quarter: Int) -> (demand: Int, unassigned: Int) { quarterTotals[quarter - demand.first] }

  /// All valid openings of a run of quarters, and the seekers without an occupation: what F3 shares out.
  func totals(_ range: ClosedRange<Int>) -> (demand: Int, unassigned: Int) {
    let demand = leaves.numbers.indices.reduce(0) { $0 + self.demand.stock($1, range).valid }
    return (demand, leaves.place(0).map { seekers.stock($0, range).valid } ?? 0)
  }
}
