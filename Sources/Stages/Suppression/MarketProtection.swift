import Disclosure
import Domain
import Tables

/// Decides for each period which counts must not be shown.
struct MarketProtection {
  /// How much of a period is shown.
  enum Scope {
    /// All tables.
    case tables
    /// All but rankings: what changes since the period tell of it.
    case changes
    /// Totals, and what they are made of.
    case totals
  }

  let rules: BulletinRules
  let book: CodeBook
  let audience: Audience
  let limits: CellLimits
  /// What editions before, for the same readers, showed and hid of a period.
  let earlier: (Period) throws -> EarlierPattern

  /// Totals are decided before tables, so that they are the same whatever is published of a period; they are hidden for
  /// the sake of a table only where nothing else protects it.
  ///
  /// - Parameter counts: the period's counts of each region, the city first.
  /// - Throws: `PipelineError` TF418 where a shown figure would betray a hidden one; `DatabaseError`.
  func decisions(_ counts: [RegionCounts], _ scope: Scope) throws -> PeriodDecisions {
    let earlier = try earlier(counts[0].period)
    let postings = try PostingFlows.read(counts[0].reader.db, region: counts[0].region, period: counts[0].period)
    let totals = try decided(counts, postings, .totals, earlier)
    guard scope != .totals else { return totals }
    var pattern = earlier
    for count in totals.decided { pattern.add(count.leaf, value: count.value, isHidden: count.isHidden) }
    let tables = try decided(counts, postings, scope, pattern)
    return tables.leaves.exposed.isEmpty ? tables : try decided(counts, postings, scope, earlier)
  }

  /// Decides on figures that are no sums (medians, quantiles, means), each by the employers behind it: nothing shown
  /// besides tells what they are, so that they are hidden or shown by themselves.
  func decisions(_ employers: [Leaf: ContributorFacts]) throws -> LeafDecisions {
    var builder = CellSystemBuilder<Leaf>()
    for (leaf, facts) in employers {
      try builder.add(
        leaf,
        Disclosure.Cell(value: facts.sum, visibility: limits.hides(facts) ? .withheld : .publishable(cost: 1)))
    }
    return try LeafDecisions(deciding: builder, for: audience)
  }

  private func decided(
    _ counts: [RegionCounts], _ postings: [PostingFlows.Posting], _ scope: Scope, _ earlier: EarlierPattern
  ) throws -> PeriodDecisions {
    let (draft, ranked) = try MarketSystem(
      counts: counts, rules: rules, book: book, limits: limits, earlier: earlier, postings: postings, scope: scope
    ).built()
    let leaves = try LeafDecisions(deciding: draft.builder, names: draft.names, zeros: draft.zeros, for: audience)
    return PeriodDecisions(
      leaves: leaves,
      decided: draft.published.map { leaf, value in DecidedCount(leaf, value: value, isHidden: leaves.hides(leaf)) },
      ranked: Dictionary(uniqueKeysWithValues: zip(counts.map(\.region.code), ranked)))
  }
}

extension DecidedCount {
  init(_ leaf: Leaf, value: Int, isHidden: Bool) {
    self.init(
      period: leaf.period, region: leaf.region, measure: leaf.measure, part: leaf.part, value: value,
      isHidden: isHidden)
  }

  var leaf: Leaf { Leaf(period, region, measure, part) }
}
