import Domain
import Warehouse

/// How far the data of a catalog reach: the last quarter that is whole, at most the last one of the period.
public struct CatalogSpan: Sendable {
  /// The quarter in which the window ends.
  public let last: Period
  /// Latest day of that quarter, or before, on which something was registered.
  public let dataUntil: Day

  /// A quarter counts as whole once something was registered in its last month.
  ///
  /// - Throws: `PipelineError` TF410 where the data end before the half-year that precedes the period; `DatabaseError`.
  public init(_ db: Database, period: Period) throws {
    let end = Period(unit: .quarter, ordinal: period.months.upperBound / Period.Unit.quarter.rawValue)
    guard let newest = try RegisteredDay.latest(db, through: end.lastDay) else {
      throw CatalogSpan.tooEarly(period, nil)
    }
    let own = Period(unit: .quarter, containing: newest)
    let isWhole = own.months.upperBound == newest.monthOrdinal
    last = isWhole ? own : own.previous
    guard last >= Period(unit: .quarter, ordinal: end.ordinal - 2) else {
      throw CatalogSpan.tooEarly(period, newest)
    }
    // Days are in no cube: each question is a pass over all rows.
    dataUntil = isWhole ? newest : try RegisteredDay.latest(db, through: last.lastDay) ?? newest
  }

  private static func tooEarly(_ period: Period, _ newest: Day?) -> PipelineError {
    let known = newest.map { "数据只到 \($0.iso)" } ?? "仓库中还没有数据"
    return PipelineError(
      .catalogData, .data, at: "\(period)", "\(known), 不够编制这一期目录", remedy: "先收取到前一半年末为止的导出, 或用 --period 选较早的一期")
  }
}
