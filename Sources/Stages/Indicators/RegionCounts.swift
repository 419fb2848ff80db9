import Domain
import GRDB
import Warehouse

/// Counts of one region in one period, by the text of each code.
struct RegionCounts {
  let reader: CubeReader
  let region: RegionRange
  let period: Period

  /// What was valid, by code text (empty: not given).
  func valid(_ dataset: Int, _ dimension: Dimension) throws -> [String: Int] {
    var result: [String: Int] = [:]
    for (code, stock) in try stocks(dataset, dimension) { result[dimension.text(code), default: 0] += stock.valid }
    return result.filter { $0.value != 0 }
  }

  func stocks(_ dataset: Int, _ dimension: Dimension) throws -> [Int: Stock] {
    try reader.stocks(dataset: dataset, dimension: dimension, region: region, period: period)
  }

  /// The total of a dataset.
  func total(_ dataset: Int) throws -> Stock { try stocks(dataset, .total)[0] ?? Stock() }
}
