import Domain
import Warehouse

/// One series of a market as it was: openings or seekers that were valid in each period (F1).
public struct MarketSeries: Sendable {
  /// Which side of the market.
  public enum Measure: String, Sendable, CaseIterable {
    case demand
    case seekers

    /// 需求, 求职.
    public var label: String { self == .demand ? "需求" : "求职" }
  }

  public let first: Period
  /// Persons a period, the last one last.
  public let values: [Double]

  /// - Parameters:
  ///   - region: 6 digits; one that ends in 00 stands for all of its counties.
  ///   - occupation: a code of any level; empty for all.
  ///   - last: a quarter or a month.
  /// - Returns: nil where openings or seekers are missing altogether, there are fewer than two periods, or the region or
  ///   the occupation has had neither.
  public init?(_ db: Database, _ measure: Measure, region: String, occupation: String, last: Period) throws {
    guard let range = RegionRange(region), let history = try MarketHistory(db, region: range, last: last) else {
      return nil
    }
    let own = history.leaves.filter { leaf in
      let code = Dimension.occupation.text(leaf.occupation)
      return occupation.isEmpty || code == occupation || code.hasPrefix("\(occupation)-")
    }
    guard !own.isEmpty else { return nil }
    first = history.first
    values = own[0].demand.indices.map { step in
      own.reduce(0) { $0 + (measure == .demand ? $1.demand : $1.seekers)[step] }
    }
  }
}
