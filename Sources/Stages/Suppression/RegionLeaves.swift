import Domain
import Tables

/// What the leaves of the market's tables count.
enum MarketMeasure: String, Sendable { case demand, seekers, closed, filled, hires }

/// Names the leaves of one region in a period and in those that it is compared with.
struct RegionLeaves {
  /// Of the period, the one before and that of a year before.
  enum When: CaseIterable { case now, previous, yearBefore }

  /// GB/T 2260 code.
  let region: String
  let period: Period

  /// - Parameter part: `total`, `new`, `carried`, a row (`T5/4`), or a part of a dimension (`occupation:2-02-06`).
  func callAsFunction(_ measure: MarketMeasure, _ part: String = Leaf.total, _ when: When = .now) -> Leaf {
    Leaf(period(when), region, measure.rawValue, part)
  }

  func period(_ when: When) -> Period {
    switch when {
    case .now: period
    case .previous: period.previous
    case .yearBefore: period.yearBefore
    }
  }
}

/// What a leaf of the market is a part of.
enum LeafPart {
  static let carried = TableLayout.carried
  static let new = TableLayout.new
  /// What growth over the units that reported in both periods tells of the others.
  static let panel = "panel"

  /// What a row of a table shows.
  static func row(_ table: String, _ key: String) -> String { "\(table)/\(key)" }

  /// What a table that spreads what is of no row had to spread.
  static func spread(_ table: String) -> String { row(table, DimensionParts.spread) }

  /// A 小类 of occupations.
  static func minorGroup(_ code: String) -> String { "\(Dimension.occupation):\(code)" }
}
