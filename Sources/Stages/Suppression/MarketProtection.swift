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
  /// What editions before, for the same readers, showed and hid.
  let earlier: EarlierEditions
  /// Counts of all regions in a period, the city first.
  let counts: (Period) -> [RegionCounts]

  /// Totals are decided before tables, so that they are the same whatever is published of a period; they are hidden for
  /// the sake of a table only where nothing else protects it. What is decided counts as told from then on.
  ///
  /// - Throws: `PipelineError` TF418 where a shown figure would betray a hidden one; `DatabaseError`.
  func decisions(_ period: Period, _ scope: Scope) throws -> PeriodDecisions {
    let pattern = try earlier.pattern(period)
    let nested = NestedPeriods(period, published: earlier.periods)
    let others = nested.all.filter { $0 != period }
    let neighbours = try (others + [period.previous, period.yearBefore]).map(earlier.pattern).filter { !$0.isEmpty }
    let postings = try postings(period)
    /// - Parameter settled: the drafts of the other periods.
    func decided(
      _ scope: Scope, _ pattern: EarlierPattern, _ settled: [Period: MarketDraft], hidesChanged: Bool = true
    ) throws -> PeriodDecisions {
      let own = try MarketSystem(
        counts: counts(period), rules: rules, book: book, limits: limits, earlier: pattern, postings: postings,
        scope: scope, neighbours: neighbours, hidesChanged: hidesChanged, isSettled: false
      ).built()
      return try self.decided(own.draft, own.ranked, settled, nested)
    }
    let totals = try decided(.totals, pattern, settled(others, .totals))
    guard scope != .totals else { return try earlier.adding(totals, of: period) }
    var fixed = pattern
    for count in totals.decided { fixed.add(count.leaf, value: count.value, isHidden: count.isHidden) }
    let settled = try settled(others, .tables)
    var best = try decided(scope, fixed, settled, hidesChanged: false)
    // What was shown with another value protects badly, and is relied on where nothing else protects.
    for freer in (pattern.isEmpty ? [] : [fixed]) + [pattern]
    where best.leaves.exposed.contains(where: { $0.period == period }) {
      let other = try decided(scope, freer, settled)
      if other.leaves.exposed.count < best.leaves.exposed.count { best = other }
    }
    return try earlier.adding(best, of: period)
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
    _ draft: MarketDraft, _ ranked: [Set<String>], _ settled: [Period: MarketDraft], _ nested: NestedPeriods
  ) throws -> PeriodDecisions {
    let period = draft.period
    let drafts = settled.merging([period: draft]) { $1 }
    let builder = try PeriodLinks(drafts, nested).joined(into: period)
    let leaves = try LeafDecisions(
      deciding: builder, names: draft.names, zeros: draft.zeros, of: period, for: audience)
    let exposed = Set(leaves.exposed)
    let own = draft.published.map { leaf, value in
      DecidedCount(leaf, value: value, isHidden: leaves.hides(leaf), lacksProof: exposed.contains(leaf))
    }
    // Of other periods it is told once.
    let others = try leaves.exposed.filter { $0.period != period }.compactMap { leaf -> DecidedCount? in
      guard try earlier.pattern(leaf.period).hides(leaf), let cell = builder.cell(leaf) else { return nil }
      return DecidedCount(leaf, value: cell.value, isHidden: true, lacksProof: true)
    }
    let isPrinted = Set(draft.published.map(\.leaf))
    let told = try leaves.exposed.filter { drafts[$0.period]?.isStale == false }.map { leaf in
      let before = try earlier.pattern(leaf.period)
      return ExposedCount(
        leaf, leaves,
        isNews: isPrinted.contains(leaf) && !before.lacksProof(leaf) && (!before.isEmpty || nested.all.count > 1))
    }
    return PeriodDecisions(
      leaves: leaves, exposed: told, decided: own + others,
      ranked: Dictionary(uniqueKeysWithValues: zip(draft.regions.map(\.code), ranked)))
  }

  /// What other periods tell: all that may be known of them, and what was shown and hidden.
  private func settled(_ periods: [Period], _ scope: Scope) throws -> [Period: MarketDraft] {
    try periods.reduce(into: [:]) { drafts, period in
      drafts[period] = try MarketSystem(
        counts: counts(period), rules: rules, book: book, limits: limits, earlier: earlier.pattern(period),
        postings: postings(period), scope: scope, neighbours: [], hidesChanged: true, isSettled: true
      ).built().draft
    }
  }

  private func postings(_ period: Period) throws -> [PostingFlows.Posting] {
    let city = counts(period)[0]
    return try PostingFlows.read(city.reader.db, region: city.region, period: period)
  }
}

extension DecidedCount {
  init(_ leaf: Leaf, value: Int, isHidden: Bool, lacksProof: Bool = false) {
    self.init(
      period: leaf.period, region: leaf.region, measure: leaf.measure, part: leaf.part, value: value,
      isHidden: isHidden, lacksProof: lacksProof)
  }

  var leaf: Leaf { Leaf(period, region, measure, part) }
}
