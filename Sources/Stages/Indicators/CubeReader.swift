import Domain
import GRDB
import Warehouse

/// How much of something was valid in a period (F1).
public struct Stock: Hashable, Sendable {
  /// 上期结转: registered before the period, valid at its start.
  public var carried = 0
  /// 本期新增: registered in the period.
  public var registered = 0
  public var closed = 0
  public var filled = 0

  /// 本期有效数.
  public var valid: Int { carried + registered }

  static func += (left: inout Stock, right: Stock) {
    left.carried += right.carried
    left.registered += right.registered
    left.closed += right.closed
    left.filled += right.filled
  }
}

/// Reads period figures from the monthly cube.
struct CubeReader {
  let db: Database

  /// The figures of each code of `dimension`, for one region (a county, or all counties of a prefecture or province).
  func stocks(dataset: Int, dimension: Dimension, region: RegionRange, period: Period) throws -> [Int: Stock] {
    let months = period.months
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT code,
          sum(CASE WHEN month < :first THEN registered - ended ELSE 0 END) AS carried,
          sum(CASE WHEN month >= :first THEN registered ELSE 0 END) AS registered,
          sum(CASE WHEN month >= :first THEN closed ELSE 0 END) AS closed,
          sum(CASE WHEN month >= :first THEN filled ELSE 0 END) AS filled
        FROM cube
        WHERE dataset = :dataset AND dimension = :dimension AND month <= :last AND region BETWEEN :low AND :high
        GROUP BY code
        """,
      arguments: [
        "first": months.lowerBound, "last": months.upperBound, "dataset": dataset, "dimension": dimension.rawValue,
        "low": region.numbers.lowerBound, "high": region.numbers.upperBound,
      ])
    var result: [Int: Stock] = [:]
    while let row = try rows.next() {
      result[row["code"]] = Stock(
        carried: row["carried"], registered: row["registered"], closed: row["closed"], filled: row["filled"])
    }
    return result
  }
}

/// The region numbers that a region's figures are made of.
public struct RegionRange: Hashable, Sendable {
  public let code: String
  let numbers: ClosedRange<Int>

  /// - Parameter code: 6 digits; one that ends in 00 stands for all counties of its prefecture, in 0000 of its province.
  public init?(_ code: String) {
    guard code.count == 6, let number = CodeNumber.number(code) else { return nil }
    self.code = code
    let width = code.hasSuffix("0000") ? 10_000 : code.hasSuffix("00") ? 100 : 1
    numbers = number...(number + width - 1)
  }
}
