import Domain
import GRDB

/// What of an edition's figures must not be shown, period by period.
final class EditionMask {
  /// Counts of all regions in a period, the city first.
  private let counts: (Period) -> [RegionCounts]
  private let protection: MarketProtection
  private let period: Period
  private let audience: Audience
  private var totals: [Period: HiddenCells] = [:]
  private let tables: [TableMask.When: HiddenCells]

  init(
    _ protection: MarketProtection, for audience: Audience, period: Period,
    counts: @escaping (Period) -> [RegionCounts]
  ) throws {
    self.audience = audience
    self.counts = counts
    self.protection = protection
    self.period = period
    tables = [
      .now: try protection.hidden(counts(period), .tables),
      .previous: try protection.hidden(counts(period.previous), .changes),
      .yearBefore: try protection.hidden(counts(period.yearBefore), .changes),
    ]
  }

  private func period(_ when: TableMask.When) -> Period {
    switch when {
    case .now: period
    case .previous: period.previous
    case .yearBefore: period.yearBefore
    }
  }

  func table(_ region: String) -> TableMask { TableMask(region: region, hidden: tables, limits: protection.limits) }

  /// Whether the total of a side was hidden in some period.
  func hidesTotal(_ region: String, _ measure: MarketCell.Measure, _ period: Period) throws -> Bool {
    if let own = tables.first(where: { self.period($0.key) == period })?.value { return own(region, measure) }
    if totals[period] == nil { totals[period] = try protection.hidden(counts(period), .totals) }
    return totals[period]?(region, measure) ?? false
  }

  /// What a reader should know, and what later editions must.
  var report: ProtectionReport {
    let now = tables[.now]
    var decided: [DecidedCount] = []
    for (period, cells) in tables.map({ (period($0.key), $0.value) }) + totals.map({ $0 }) {
      decided += cells.decided.map {
        DecidedCount(
          period: period, region: $0.cell.region, measure: $0.cell.measure.rawValue, part: $0.cell.part,
          value: $0.value, isHidden: $0.isHidden)
      }
    }
    return ProtectionReport(
      audience: audience, sensitive: now?.loss.primaryCells ?? 0, others: now?.loss.secondaryCells ?? 0,
      exposed: (now?.exposed ?? []).map { "\($0.region)/\($0.measure.rawValue)/\($0.part)" }, decided: decided)
  }
}
