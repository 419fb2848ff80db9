import Disclosure
import Domain
import Tables

/// All counts of a period that tables show or that follow from shown ones, over the city and its counties, and the sums
/// between them. Codes without anything in them are no cells: an attacker is taken to know that they are empty.
struct MarketSystem {
  /// The period's counts of each region, the city first.
  let counts: [RegionCounts]
  let rules: BulletinRules
  let book: CodeBook
  let limits: CellLimits
  /// What the last edition of the period showed and hid.
  let earlier: EarlierPattern
  /// What was valid or closed in the period.
  let postings: [PostingFlows.Posting]
  let scope: MarketProtection.Scope
  let neighbours: [EarlierPattern]
  /// Whether what was shown with another value may be hidden.
  let hidesChanged: Bool
  /// Whether it is here for what it tells of another period.
  let isSettled: Bool
  /// Over how many months the period goes, where some of them are still to be published; else 1.
  let openMonths: Int

  private var hasTables: Bool { scope != .totals }

  /// The cells and sums, and the occupations that each region's rankings may list.
  func built() throws -> (draft: MarketDraft, ranked: [Set<String>]) {
    let ranked = scope == .tables && !isSettled ? try self.ranked() : counts.map { _ in [] }
    let tables = try partition(minorGroups: ranked.reduce(into: []) { $0.formUnion($1) })
    let tally = MarketTally(postings, regions: counts.map(\.region), partition: tables)
    var draft = MarketDraft(
      period: counts[0].period, regions: counts.map(\.region), ranked: ranked, earlier: earlier,
      limits: limits, neighbours: neighbours, hidesChanged: hidesChanged,
      isSettled: isSettled)
    for side in [TableLayout.Sides.demand, .seekers] {
      let measure: MarketMeasure = side == .demand ? .demand : .seekers
      let dataset = side == .demand ? MarketDataset.postings : MarketDataset.seekers
      let totals = try counts.map { try $0.total(dataset) }
      /// Persons count by themselves, openings by the employers behind them.
      func finding(
        _ value: Int, _ region: Int, _ cells: [MarketTally.Kind], months: Int = 1
      ) -> PrimaryFinding? {
        side == .seekers
          ? limits.persons(value, months: months) : limits.employers(value, tally.contributors(region: region, cells))
      }
      try draft.add(totals.map(\.valid), measure, Leaf.total, at: .total) {
        finding($0, $1, [.total])
      }
      try draft.add(totals.map(\.carried), measure, LeafPart.carried, at: .flow) {
        finding($0, $1, [.carried])
      }
      try draft.add(totals.map(\.registered), measure, LeafPart.new, at: .flow) {
        finding($0, $1, [.new], months: openMonths)
      }
      draft.addSum(measure, Leaf.total, [LeafPart.carried, LeafPart.new])
      for parts in tables.parts(side) {
        try draft.add(parts, try values(dataset, parts), measure) {
          finding($0, $1, $2.map { .part(parts.dimension, $0) })
        }
      }
    }
    // Bulletins show how the rate went by quarters alone: a quarter less two months would tell the third, so that of months
    // nothing is told but in editions of their own. What they must not come to tell is there all the same.
    if scope == .tables || isSettled || counts[0].period.unit == .quarter { try addOutcomes(&draft, tables, tally) }
    if hasTables {
      try draft.add(try counts.map { try $0.hires() }, .hires, Leaf.total, at: .row) {
        value, _ in limits.persons(value, months: openMonths)
      }
    }
    return (draft, ranked)
  }

  private func partition(minorGroups: Set<String>?) throws -> MarketPartition {
    try MarketPartition(rules: rules, book: book, hasTables: hasTables, minorGroups: minorGroups)
  }

  /// What was valid of each part, by region.
  private func values(_ dataset: String, _ parts: DimensionParts) throws -> [[Int]] {
    let all = try counts.map { region in
      var own: [Int: Int] = [:]
      for (number, stock) in try region.stocks(dataset, parts.dimension) where stock.valid != 0 {
        own[parts.place(of: number), default: 0] += stock.valid
      }
      return own
    }
    return all.map { own in parts.parts.indices.map { own[$0] ?? 0 } }
  }

  /// The first of those whose openings and seekers both may be shown: what stands in a list of the largest gaps is known
  /// to be above the smallest of them, so that nothing hidden may stand there.
  private func ranked() throws -> [Set<String>] {
    let gaps = OccupationGaps(topCount: rules.topCount)
    let partition = try partition(minorGroups: nil)
    guard let parts = partition.parts(.demand).first(where: { $0.dimension == .occupation }) else {
      return counts.map { _ in [] }
    }
    let tally = MarketTally(postings, regions: counts.map(\.region), partition: partition)
    return try counts.enumerated().map { region, counts in
      let all = try counts.occupationPairs()
      let free = all.filter { code, pair in
        let place = parts.parts.firstIndex { $0.name == LeafPart.minorGroup(code) }
        let facts = tally.contributors(region: region, place.map { [.part(.occupation, $0)] } ?? [])
        return limits.persons(pair.seekers) == nil && limits.employers(pair.demand, facts) == nil
      }
      return Set([true, false].flatMap { gaps.largest(free, isShortage: $0).map(\.key) })
    }
  }

  /// Openings closed and filled by major group. Where totals or changes alone are decided on, the groups stand in no table;
  /// they are there all the same, for what they add up to must not tell of them.
  private func addOutcomes(_ draft: inout MarketDraft, _ tables: MarketPartition, _ tally: MarketTally) throws {
    let groups = tables.majorGroups
    for measure in [MarketMeasure.closed, .filled] {
      func count(_ stock: Stock) -> Int { measure == .closed ? stock.closed : stock.filled }
      var values: [[Int]] = []
      for region in counts {
        var own = [Int](repeating: 0, count: groups.count + 1)
        for (number, stock) in try region.stocks(MarketDataset.postings, .occupation) {
          own[tables.majorGroup(of: number)] += count(stock)
        }
        values.append(own)
      }
      func finding(_ value: Int, _ region: Int, _ places: [Int]) -> PrimaryFinding? {
        let facts = tally.contributors(region: region, places.map { .outcome(measure, $0) })
        return limits.employers(value, facts, filledOver: measure == .filled ? openMonths : nil)
      }
      let all = Array(0...groups.count)
      try draft.add(values.map { $0.reduce(0, +) }, measure, Leaf.total, at: .tableTotal) {
        finding($0, $1, all)
      }
      // What is of no group stands in no row.
      let names = groups.map(\.part) + [tables.ungrouped]
      for (place, name) in names.enumerated() {
        let published: MarketDraft.Place? = scope == .tables && place < groups.count ? .row : nil
        try draft.add(values.map { $0[place] }, measure, name, at: published) { finding($0, $1, [place]) }
      }
      draft.addSum(measure, Leaf.total, names)
    }
    for part in [Leaf.total] + groups.map(\.part) { draft.addBound(.filled, atMost: .closed, part) }
  }
}
