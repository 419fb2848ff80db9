import Disclosure
import Domain
import Tables

/// What the readers of an edition may see, period by period.
final class EditionDecisions {
  let audience: Audience
  /// Of all tables: the period and those that it is compared with.
  let tables: LeafDecisions
  private let protection: MarketProtection
  private let now: PeriodDecisions
  /// The periods before, as far as they were asked for.
  private var known: [Period: PeriodDecisions]

  init(_ protection: MarketProtection, period: Period) throws {
    audience = protection.audience
    self.protection = protection
    now = try protection.decisions(period, .tables)
    known = [period: now]
    for before in [period.previous, period.yearBefore] where known[before] == nil {
      known[before] = try protection.decisions(before, .changes)
    }
    tables = known.values.map(\.leaves).reduce(try protection.growth(period)) { $0.joined(with: $1) }
  }

  /// Whether the list of the largest gaps of a region may name a 小类.
  func lists(_ code: String, in region: RegionLeaves) -> Bool { now.lists(code, in: region) }

  /// Of the totals of a period; of all else too where the edition compares with it.
  func totals(of period: Period) throws -> LeafDecisions {
    if let own = known[period] { return own.leaves }
    let own = try protection.decisions(period, .totals)
    known[period] = own
    return own.leaves
  }

  /// Of all tables and of figures that are no sums, each by the employers behind it.
  func tables(with employers: [Leaf: ContributorFacts]) throws -> LeafDecisions {
    tables.joined(with: try protection.decisions(employers))
  }

  /// What is not proven to be protected, whichever of the periods was decided on.
  private var exposed: [ExposedCount] {
    var seen: Set<String> = []
    let all = known.sorted { $0.key < $1.key }.flatMap(\.value.exposed)
    return (all.filter(\.isCertain) + all.filter { !$0.isCertain }).filter { seen.insert($0.name).inserted }
  }

  /// What a reader should know, and what later editions must.
  var report: ProtectionReport {
    ProtectionReport(
      audience: audience, sensitive: now.leaves.loss.primaryCells, others: now.leaves.loss.secondaryCells,
      exposed: exposed,
      decided: known.values.flatMap(\.decided), vintages: protection.earlier.changed,
      proofs: protection.earlier.found)
  }
}
