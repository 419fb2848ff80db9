import Domain
import Warehouse

extension CubeReader {
  /// The figures of each code of `dimension`, for one region (a county, or all counties of a prefecture or province).
  func stocks(
    dataset: String, dimension: Dimension, region: RegionRange, period: Period
  ) throws -> [Int: Stock] {
    var places: [Int: Int] = [:]
    var grid = StockGrid(period.unit, periods: period.ordinal...period.ordinal)
    try each(of: dataset, dimension.name, in: region.numbers, through: grid.lastMonth) { cell in
      let place = places[cell.code] ?? places.count
      if place == places.count { places[cell.code] = place }
      grid.add(cell.value, place, month: cell.month)
    }
    return places.mapValues { grid.stock($0, grid.periods) }
  }
}
