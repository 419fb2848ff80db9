import Disclosure
import Domain

/// The leaf cells of all declared tables of an edition, with all that is known to hold between them.
public struct DeclaredSystem {
  /// What earlier editions did with a leaf of this value.
  public enum Earlier: Sendable {
    case shown
    case hidden
  }

  /// What is decided.
  public struct Outcome: Sendable {
    public let decisions: LeafDecisions
    /// What later editions must know.
    public let decided: [DecidedCount]
  }

  /// A cell before it is known which names stand for one.
  struct Draft {
    let value: Int
    var visibility: Visibility
    var protection: Protection?
    /// How many units of the cell one of the leaf is.
    var unit = 1.0
    /// 1 for what stands in a table, which prints its zeros; see `Cell.least`.
    var least = 0
  }

  let limits: LeafLimits
  let audience: Audience
  let earlier: (Leaf, Int) -> Earlier?
  var drafts: [Leaf: Draft] = [:]
  /// In the order of adding, so that the same tables always give the same system.
  var order: [Leaf] = []
  var sums: [(total: Leaf, parts: [Leaf])] = []
  /// At most the sum of the parts, and at least each of them.
  var bounds: [(total: Leaf, parts: [Leaf], hasRest: Bool)] = []
  var entries: [LeafRelations.Entry] = []
  /// For the key of a row the leaves that count it; not of all rows.
  var holders: [String: Set<Leaf>] = [:]
  /// Leaves that may be seen and are no cells: empty ones, those that nobody stands behind.
  var free: Set<Leaf> = []
  /// Quantiles and durations, which nothing adds up to: value and whether they are hidden.
  var alone: [(leaf: Leaf, value: Int, isHidden: Bool)] = []
  /// Leaves that stand in a table, not what is made for the sake of sums.
  var printed: Set<Leaf> = []

  /// - Parameters:
  ///   - earlier: what public editions before showed or hid of a leaf, by its value; nil where it stood in none.
  public init(
    _ rules: DisclosureRules, _ audience: Audience, earlier: @escaping (Leaf, Int) -> Earlier? = { _, _ in nil }
  ) {
    limits = LeafLimits(rules, audience)
    self.audience = audience
    self.earlier = earlier
  }

  /// Decides what is shown of all tables added.
  ///
  /// Totals are decided before rows: they are read most, and are hidden for the sake of a row only where nothing else
  /// protects it.
  ///
  /// - Throws: `PipelineError` TF418, `CellSystemFailure`: errors of this program.
  public func outcome() throws -> Outcome {
    let relations = LeafRelations(entries, holders: holders, limit: max(limits.leastPersons, limits.leastEmployers))
    func name(_ leaf: Leaf) -> Leaf { relations.names[leaf] ?? leaf }
    // A row that is all there is is the same cell as its total: what is known of the row holds for both.
    let cells = Set(order.filter { $0.part == Leaf.total }.map(name))
    let totals = try decisions(relations, { cells.contains(name($0)) })
    func decided(_ leaf: Leaf) -> Visibility? {
      guard cells.contains(name(leaf)) else { return nil }
      return totals.hides(name(leaf)) ? .withheld : .known
    }
    let parted = try decisions(relations, { _ in true }, visibility: decided)
    let best = parted.exposed.isEmpty ? parted : try better(parted, decisions(relations, { _ in true }))
    return Outcome(decisions: best, decided: self.decided(best))
  }

  /// The decisions that leave fewer cells without proof of their protection; `parted` where they are as many.
  private func better(_ parted: LeafDecisions, _ whole: LeafDecisions) -> LeafDecisions {
    whole.exposed.count < parted.exposed.count ? whole : parted
  }

  /// - Parameters:
  ///   - holds: whether a leaf takes part.
  ///   - visibility: what is decided of a leaf already; nil: nothing.
  private func decisions(
    _ relations: LeafRelations, _ holds: (Leaf) -> Bool, visibility: (Leaf) -> Visibility? = { _ in nil }
  ) throws -> LeafDecisions {
    var builder = CellSystemBuilder<Leaf>()
    func name(_ leaf: Leaf) -> Leaf { relations.names[leaf] ?? leaf }
    for leaf in order where holds(leaf) {
      guard let draft = drafts[leaf] else { continue }
      try builder.add(
        name(leaf),
        Disclosure.Cell(
          value: draft.value, visibility: visibility(leaf) ?? draft.visibility, protection: draft.protection,
          least: draft.least))
    }
    var facts = SystemFacts(builder)
    for sum in sums + relations.sums where ([sum.total] + sum.parts).allSatisfy(holds) {
      facts.add(name(sum.total), sum.parts.map(name))
    }
    for (number, balance) in relations.balances.enumerated() where (balance.one + balance.other).allSatisfy(holds) {
      let total = Leaf(balance.one[0].period, balance.one[0].region, "balance.\(number)", balance.one[0].part)
      try facts.add(total, Disclosure.Cell(value: balance.value, visibility: .withheld))
      facts.add(total, balance.one.map(name))
      facts.add(total, balance.other.map(name))
    }
    for (number, rest) in relations.remainders.enumerated() where ([rest.whole] + rest.parts).allSatisfy(holds) {
      let kind = limits.rows(rest.rows, value: rest.value, rest.contributor, isCount: rest.isCount)
      guard let kind else { continue }
      let cell = Leaf(rest.whole.period, rest.whole.region, "remainder.\(number)", rest.whole.part)
      try facts.add(cell, Disclosure.Cell(value: rest.value, visibility: .withheld, protection: kind))
      facts.add(name(rest.whole), rest.parts.map(name) + [cell])
    }
    for (sum, count, times) in relations.multiples where holds(sum) && holds(count) {
      facts.add(name(sum), times: times, name(count))
    }
    for (count, values) in relations.bounds where holds(count) && holds(values) {
      facts.bound(name(count), [name(values)], hasRest: true)
    }
    for bound in bounds where ([bound.total] + bound.parts).allSatisfy(holds) {
      facts.bound(name(bound.total), bound.parts.map(name), hasRest: bound.hasRest)
    }
    let visible = alone.filter { !$0.isHidden }.map(\.leaf)
    return try LeafDecisions(
      deciding: facts.builder, names: relations.names, zeros: free.union(visible), for: audience)
  }

  private func decided(_ decisions: LeafDecisions) -> [DecidedCount] {
    let cells = order.compactMap { leaf in drafts[leaf].map { (leaf, $0.value) } } + alone.map { ($0.leaf, $0.value) }
    return cells.filter { printed.contains($0.0) }.map { leaf, value in
      DecidedCount(
        period: leaf.period, region: leaf.region, measure: leaf.measure, part: leaf.part, value: value,
        isHidden: decisions.hides(leaf))
    }
  }
}

/// Puts sums and bounds into a builder; parts that are no cells are empty.
struct SystemFacts {
  private(set) var builder: CellSystemBuilder<Leaf>

  init(_ builder: CellSystemBuilder<Leaf>) { self.builder = builder }

  mutating func add(_ leaf: Leaf, _ cell: Disclosure.Cell) throws { try builder.add(leaf, cell) }

  mutating func add(_ total: Leaf, _ parts: [Leaf]) {
    guard let sum = builder.number(total) else { return }
    let numbers = parts.compactMap { builder.number($0) }
    // A total of one part that is the same cell says nothing.
    guard numbers != [sum] else { return }
    if Set(numbers + [sum]).count == numbers.count + 1 {
      builder.addSum(total: sum, parts: numbers)
    } else {
      var coefficients = [sum: -1]
      for number in numbers { coefficients[number, default: 0] += 1 }
      let terms = coefficients.sorted { $0.key < $1.key }.filter { $0.value != 0 }.map {
        CellFact.Term($0.value, cell: $0.key)
      }
      if !terms.isEmpty { builder.addFact(CellFact(terms, lower: 0, upper: 0)) }
    }
  }

  /// `sum = times * count`
  mutating func add(_ sum: Leaf, times: Int, _ count: Leaf) {
    guard let sum = builder.number(sum), let count = builder.number(count), sum != count else { return }
    builder.addFact(CellFact([.init(1, cell: sum), .init(-times, cell: count)], lower: 0, upper: 0))
  }

  /// `total <= sum of parts` unless something of the total lies in no part, and `total >= each part`.
  mutating func bound(_ total: Leaf, _ parts: [Leaf], hasRest: Bool) {
    guard let sum = builder.number(total) else { return }
    let all = Set(parts.compactMap { builder.number($0) })
    let numbers = all.subtracting([sum]).sorted()
    for number in numbers { builder.addFact(CellFact([.init(1, cell: sum), .init(-1, cell: number)], lower: 0)) }
    if !hasRest, !numbers.isEmpty, !all.contains(sum) {
      builder.addFact(
        CellFact(numbers.map { CellFact.Term(1, cell: $0) } + [CellFact.Term(-1, cell: sum)], lower: 0))
    }
  }
}
