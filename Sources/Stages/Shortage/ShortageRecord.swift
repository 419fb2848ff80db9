import Domain

/// What is known of the index of one unit: read back from the warehouse, or just computed.
public struct ShortageRecord: Sendable {
  /// The quarter in which the window ends.
  public let period: Period
  /// State of the ledger that it was stored with; nil where it was just computed.
  public let vintage: Int?
  public let base: ShortageBase
  /// Median days vacant and growth of the median pay (percent) of the city.
  public let cityDuration: Int?
  public let cityPayGrowth: Double?
  public let figures: ShortageFigures
  /// As it was scored then; types are not kept.
  public let score: ShortageScore
}

extension ShortageReport {
  /// What is known of each unit, as the warehouse would keep it.
  public var records: [(occupation: String, record: ShortageRecord)] {
    guard let period = window.last else { return [] }
    return units.map { unit in
      let record = ShortageRecord(
        period: period, vintage: nil, base: base, cityDuration: cityDuration, cityPayGrowth: cityPayGrowth,
        figures: unit.figures, score: unit.score)
      return (unit.occupation, record)
    }
  }

  /// A 细类 below the floor by its code; nil where it is none.
  public func member(_ occupation: String) -> ShortageMember? { pooled.first { $0.occupation == occupation } }
}
