import Domain
import Warehouse

/// The counts of every region and period that anybody has asked for.
final class RegionCountsShelf {
  private let reader: CubeReader
  private var known: [RegionRange: [Period: RegionCounts]] = [:]

  init(_ reader: CubeReader) { self.reader = reader }

  func counts(_ region: RegionRange, _ period: Period) -> RegionCounts {
    if let counts = known[region]?[period] { return counts }
    let counts = RegionCounts(reader: reader, region: region, period: period)
    known[region, default: [:]][period] = counts
    return counts
  }
}

/// Counts of one region in one period, by the text of each code; the cube is asked once for each dimension, since
/// several tables share one.
final class RegionCounts {
  let reader: CubeReader
  let region: RegionRange
  let period: Period
  private var known: [Part: [Int: Stock]] = [:]

  private struct Part: Hashable {
    let dataset: String
    let dimension: Dimension
  }

  init(reader: CubeReader, region: RegionRange, period: Period) {
    self.reader = reader
    self.region = region
    self.period = period
  }

  /// What was valid, by code text (empty: not given).
  func valid(_ dataset: String, _ dimension: Dimension) throws -> [String: Int] {
    var result: [String: Int] = [:]
    for (code, stock) in try stocks(dataset, dimension) { result[dimension.text(code), default: 0] += stock.valid }
    return result.filter { $0.value != 0 }
  }

  func stocks(_ dataset: String, _ dimension: Dimension) throws -> [Int: Stock] {
    let key = Part(dataset: dataset, dimension: dimension)
    if let stocks = known[key] { return stocks }
    let stocks = try reader.stocks(dataset: dataset, dimension: dimension, region: region, period: period)
    known[key] = stocks
    return stocks
  }

  /// The total of a dataset.
  func total(_ dataset: String) throws -> Stock { try stocks(dataset, .total)[0] ?? Stock() }

  /// Openings and seekers by 小类.
  func occupationPairs() throws -> [String: (demand: Int, seekers: Int)] {
    OccupationGaps.pairs(
      demand: try valid(MarketDataset.postings, .occupation), seekers: try valid(MarketDataset.seekers, .occupation))
  }

  /// Persons hired by employers of the region.
  func hires() throws -> Int {
    try Int.fetchOne(
      reader.db,
      sql: """
        SELECT count(*) FROM placements
        WHERE outcome = :hired AND hired_on BETWEEN :first AND :last AND to_region BETWEEN :low AND :high
        """,
      arguments: [
        "hired": CodeNumber.number("1"), "first": period.firstDay.ordinal, "last": period.lastDay.ordinal,
        "low": region.numbers.lowerBound, "high": region.numbers.upperBound,
      ]) ?? 0
  }
}
