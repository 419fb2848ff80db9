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
    let remembered = try remembered(period)
    let before = try earlier.editions(period)
    /// - Parameter others: what was told of the other periods.
    func decided(
      _ scope: Scope, _ pattern: EarlierPattern, _ others: [Period: [PeriodCells]], hidesChanged: Bool = true
    ) throws -> PeriodDecisions {
      let own = try MarketSystem(
        counts: counts(period), rules: rules, book: book, limits: limits, earlier: pattern, postings: postings,
        scope: scope, neighbours: neighbours, hidesChanged: hidesChanged, isSettled: false,
        openMonths: try openMonths(period)
      ).built()
      if scope != .tables, own.draft.isDecided {
        return try self.decided(own.draft, own.ranked, [:], nested, isEdition: false, isRepeated: true)
      }
      // Of the same data there is one state: what was told of it stands in the draft.
      var told = before.isEmpty ? remembered : before
      if let last = told.last, last.hasData(of: own.draft.vintage) { told.removeLast() }
      var others = others
      others[period] = try told.map { try PeriodCells($0, scope) }
      return try self.decided(own.draft, own.ranked, others, nested, isEdition: scope == .tables)
    }
    let totals = try decided(.totals, pattern, self.others(others, .totals))
    guard scope != .totals else { return try earlier.adding(totals, of: period, remembered: remembered) }
    var fixed = pattern
    for count in totals.decided { fixed.decide(count.leaf, value: count.value, isHidden: count.isHidden) }
    let known = try self.others(others, .tables)
    /// What is not proven, and was not told before.
    func open(_ decisions: PeriodDecisions) -> [Leaf] {
      decisions.leaves.exposed.filter { $0.vintage > 0 || $0.period == period && !pattern.lacksProof($0) }
    }
    var best = try decided(scope, fixed, known, hidesChanged: false)
    // What was shown with another value protects badly, and is relied on where nothing else protects.
    let isFreer =
      totals.decided.contains { !$0.isHidden && pattern.visibility($0.leaf, value: $0.value) == nil }
      || best.decided.contains { pattern.visibility($0.leaf, value: $0.value) == .shownOtherwise }
    if isFreer, open(best).contains(where: { $0.period == period && $0.vintage == 0 }) {
      let other = try decided(scope, pattern, known)
      if open(other).count < open(best).count { best = other }
    }
    return try earlier.adding(best, of: period, remembered: remembered)
  }

  /// Decides on figures that are no sums (medians, quantiles, means), each by the employers behind it: nothing shown
  /// besides tells what they are, so that they are hidden or shown by themselves.
  func decisions(_ employers: [Leaf: ContributorFacts]) throws -> LeafDecisions {
    try decisions(employers.mapValues(limits.hides))
  }

  /// Decides on growth over the units that reported in both periods.
  func growth(_ period: Period) throws -> LeafDecisions {
    try decisions(PanelProtection(limits: limits, counts: counts).hidden(period))
  }

  /// Leaves that are hidden or shown by themselves.
  private func decisions(_ isHidden: [Leaf: Bool]) throws -> LeafDecisions {
    var builder = CellSystemBuilder<Leaf>()
    for (leaf, isHidden) in isHidden {
      try builder.add(leaf, Disclosure.Cell(value: 1, visibility: isHidden ? .withheld : .publishable(cost: 1)))
    }
    return try LeafDecisions(deciding: builder, for: audience)
  }

  private func decided(
    _ draft: MarketDraft, _ ranked: [Set<String>], _ others: [Period: [PeriodCells]], _ nested: NestedPeriods,
    isEdition: Bool, isRepeated: Bool = false
  ) throws -> PeriodDecisions {
    let period = draft.period
    let builder =
      isRepeated
      ? try draft.withoutProtection
      : try PeriodLinks.joined(
        PeriodCells(draft, isEdition: true, told: draft.measures), others, nested)
    let leaves = try LeafDecisions(
      deciding: builder, names: draft.names, zeros: draft.zeros, of: period,
      knowing: isRepeated ? ProtectionProofs() : earlier.proofs(in: builder, year: period.year), for: audience)
    // Who makes an edition again finds what was kept, and leaves it so.
    if !isRepeated, !draft.isDecided { earlier.keep(DisclosedProofs(leaves.proofs, year: period.year, in: builder)) }
    let exposed = isRepeated ? Set(draft.published.map(\.leaf).filter(draft.earlier.lacksProof)) : Set(leaves.exposed)
    let isPrinted = Set(draft.published.map(\.leaf))
    let decided = draft.published.map { leaf, value in
      DecidedCount(
        leaf, value: value, isHidden: leaves.hides(leaf), lacksProof: exposed.contains(leaf),
        isGivenAway: leaves.isCertain(leaf) || isRepeated && draft.earlier.isGivenAway(leaf))
    }
    // Of other periods and vintages it is told once.
    let unproven = leaves.exposed.filter { $0.vintage > 0 }
    let last = try leaves.exposed.filter { leaf in
      guard leaf.vintage == 0 else { return try earlier.vintages(leaf.period).last?.number == leaf.vintage }
      return try leaf.period != period && earlier.pattern(leaf.period).hides(leaf)
    }
    var seen: Set<String> = []
    let told = try leaves.exposed.map { leaf in
      let before = try earlier.pattern(leaf.period)
      return ExposedCount(
        leaf, leaves,
        // Of its own period only what this edition prints, and of others only what editions have spoken of: of the rest
        // nothing is remembered, so that it would be told for ever.
        isNews: !before.isGivenAway(leaf)
          && (leaf.period == period
            ? isPrinted.contains(leaf) && (!before.isEmpty || nested.all.count > 1) : !before.isEmpty)
      )
    }.filter { seen.insert($0.name).inserted }
    return PeriodDecisions(
      leaves: leaves, exposed: told,
      decided: decided
        + last.compactMap { leaf in
          builder.cell(leaf).map {
            DecidedCount(
              leaf.with(vintage: 0), value: $0.value, isHidden: true, lacksProof: true,
              isGivenAway: leaves.isCertain(leaf))
          }
        },
      vintage: draft.vintage(
        isEdition: isEdition, value: { $1 },
        standing: { !leaves.hides($0) ? .shown : exposed.contains($0) ? .unproven : .hidden },
        left: isRepeated ? try earlier.doubts(period) : leaves.doubt),
      unproven: unproven,
      ranked: Dictionary(uniqueKeysWithValues: zip(draft.regions.map(\.code), ranked)))
  }

  /// What other periods tell: what readers keep of them, and all that may be known of those that no edition was made of.
  private func others(_ periods: [Period], _ scope: Scope) throws -> [Period: [PeriodCells]] {
    try periods.reduce(into: [:]) { found, period in
      var vintages = try earlier.editions(period)
      if vintages.isEmpty { vintages = try remembered(period) }
      found[period] = try vintages.map { try PeriodCells($0, scope) }
      guard !vintages.contains(where: \.isEdition) else { return }
      // What others compared with it is less than what an edition of it may show one day, and its rows add up whether
      // there ever is one: a month is a quarter less the other two.
      let pattern = try earlier.pattern(period)
      let own = try draft(period, scope, pattern)
      if vintages.allSatisfy({ $0.hasData(of: own.vintage) }) {
        found[period] = [PeriodCells(own, isEdition: false, told: own.measures)]
      } else {
        let virtual = try draft(period, scope, pattern.withoutShown)
        found[period]?.append(PeriodCells(virtual, isEdition: false, told: virtual.measures))
      }
    }
  }

  /// What a program that kept values alone remembers of a period, if anything and as long as nothing else is kept.
  private func remembered(_ period: Period) throws -> [DisclosedVintage] {
    guard try earlier.vintages(period).isEmpty, try earlier.pattern(period).speaksOfMarket else { return [] }
    return [try draft(period, .tables, earlier.pattern(period)).remembered]
  }

  /// A period to which nothing is added.
  private func draft(_ period: Period, _ scope: Scope, _ pattern: EarlierPattern) throws -> MarketDraft {
    try MarketSystem(
      counts: counts(period), rules: rules, book: book, limits: limits, earlier: pattern,
      postings: postings(period), scope: scope, neighbours: [], hidesChanged: true, isSettled: true,
      openMonths: openMonths(period)
    ).built().draft
  }

  /// Over how many months a period goes, where there is no edition of some of them yet; else 1.
  private func openMonths(_ period: Period) throws -> Int {
    let isOpen = try period.months.contains { month in
      try !earlier.vintages(Period(unit: .month, ordinal: month)).contains(where: \.isEdition)
    }
    return isOpen ? period.months.count : 1
  }

  private func postings(_ period: Period) throws -> [PostingFlows.Posting] {
    let city = counts(period)[0]
    return try PostingFlows.read(city.reader.db, region: city.region, period: period)
  }
}

extension DecidedCount {
  init(_ leaf: Leaf, value: Int, isHidden: Bool, lacksProof: Bool = false, isGivenAway: Bool = false) {
    self.init(
      period: leaf.period, region: leaf.region, measure: leaf.measure, part: leaf.part, value: value,
      isHidden: isHidden, lacksProof: lacksProof, isGivenAway: isGivenAway)
  }

  var leaf: Leaf { Leaf(period, region, measure, part) }
}
