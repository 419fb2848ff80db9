import Disclosure
import Domain
import Tables

/// The cells of periods that lie in one another, of all vintages that readers keep, and what holds between them.
///
/// - What came new, was closed, filled or hired in a whole is the sum of its parts.
/// - What was carried into a whole was carried into its first part.
/// - What was carried into a period was valid in the one before.
/// - What was valid in a part was valid in the whole; what was valid in the whole was valid in one of its parts.
/// - Data that come in late make no count less.
///
/// Between vintages of different data whoever supposes what is not so finds nothing true, so that only what is so counts.
struct PeriodLinks {
  private let own: PeriodCells
  private let nested: NestedPeriods
  /// What is known of each period, oldest first; of the period to be published itself last.
  private let known: [Period: [PeriodCells]]
  private var all: CellSystemBuilder<Leaf>
  private var bounds: Set<[Int]> = []
  /// States that have been laid beside each other: most periods have one alone.
  private var linked: Set<[State]> = []

  private struct State: Hashable {
    let period: Period
    let vintage: Int
  }

  /// The system of a period with all that is known besides.
  ///
  /// - Parameter others: what was told of this and other periods, oldest first.
  /// - Throws: `CellSystemFailure`: an error of this program.
  static func joined(
    _ own: PeriodCells, _ others: [Period: [PeriodCells]], _ nested: NestedPeriods
  ) throws -> CellSystemBuilder<Leaf> {
    var links = PeriodLinks(own, others, nested)
    for (_, cells) in others.sorted(by: { $0.key < $1.key }) {
      for one in cells { try links.all.addUnknown(of: one.builder) { one.told.contains($0.measure) } }
    }
    for (_, cells) in links.known.sorted(by: { $0.key < $1.key }) { try links.grown(cells) }
    // Readers lay the first editions beside each other, and the last, of the periods themselves and of what others tell.
    let isEdition: (PeriodCells) -> Bool = { $0.isEdition }
    for choose: ([PeriodCells]) -> PeriodCells? in [
      { $0.last }, { $0.last(where: isEdition) ?? $0.last }, { $0.first }, { $0.first(where: isEdition) ?? $0.first },
    ] {
      try links.link(links.known.compactMapValues(choose))
    }
    for choose: ([PeriodCells]) -> PeriodCells? in [{ $0.last(where: isEdition) }, { $0.first(where: isEdition) }] {
      try links.linkEditions(links.known.compactMapValues(choose))
    }
    for (_, cells) in links.known.sorted(by: { $0.key < $1.key }) { links.tie(cells) }
    return links.all
  }

  private init(_ own: PeriodCells, _ others: [Period: [PeriodCells]], _ nested: NestedPeriods) {
    self.own = own
    self.nested = nested
    known = others.merging([own.period: [own]]) { $0 + $1 }
    all = own.builder
  }

  /// Links one state of each period with those of others.
  private mutating func link(_ states: [Period: PeriodCells]) throws {
    for (whole, parts) in nested.wholes where isNew(([whole] + parts).compactMap { states[$0] }) {
      for leaf in leaves(([whole] + parts).compactMap { states[$0] }) {
        guard let own = states[whole], counts([own] + parts.compactMap { states[$0] }, parts.count + 1, leaf) else {
          continue
        }
        let inside = parts.compactMap { states[$0] }
        switch (MarketMeasure(rawValue: leaf.measure), leaf.part) {
        case (_, LeafPart.new), (.closed, _), (.filled, _), (.hires, _): try equal(own, inside, leaf)
        case (_, LeafPart.carried): try equal(own, [inside[0]], leaf)
        default:
          for part in inside { try atMost(part.found(leaf), [own.found(leaf)]) }
          try atMost(own.found(leaf), inside.map { $0.found(leaf) })
        }
      }
    }
    for (_, before) in states.sorted(by: { $0.key < $1.key }) {
      for (_, after) in states.sorted(by: { $0.key < $1.key })
      where before.isFollowed(by: after) && isNew([before, after]) {
        for leaf in after.printed where leaf.part == LeafPart.carried && counts([before, after], 2, leaf) {
          try atMost(after.found(leaf), [before.found(Leaf(leaf.period, leaf.region, leaf.measure))])
        }
      }
    }
  }

  /// Whether states were not yet laid beside each other, from now on they were.
  private mutating func isNew(_ states: [PeriodCells]) -> Bool {
    linked.insert(states.map { State(period: $0.period, vintage: $0.vintage) }).inserted
  }

  /// Links editions with those within them, over periods that no edition was made of.
  private mutating func linkEditions(_ states: [Period: PeriodCells]) throws {
    for (period, own) in states.sorted(by: { $0.key < $1.key }) {
      let (inside, isWhole) = cover(period, states)
      guard !inside.isEmpty, Set(inside.map(\.period)) != Set(period.parts), isNew([own] + inside) else { continue }
      for leaf in leaves([own] + inside) where counts([own] + inside, inside.count + 1, leaf) {
        switch (MarketMeasure(rawValue: leaf.measure), leaf.part) {
        case (_, LeafPart.new), (.closed, _), (.filled, _), (.hires, _):
          if isWhole { try equal(own, inside, leaf) } else { try atLeast(own, inside, leaf) }
        case (_, LeafPart.carried):
          if inside[0].begins(with: own) { try equal(own, [inside[0]], leaf) }
        default:
          for part in inside { try atMost(part.found(leaf), [own.found(leaf)]) }
          if isWhole { try atMost(own.found(leaf), inside.map { $0.found(leaf) }) }
        }
      }
    }
  }

  /// The longest editions within a period, and whether they are all of it.
  private func cover(_ period: Period, _ states: [Period: PeriodCells]) -> (inside: [PeriodCells], isWhole: Bool) {
    let parts = period.parts.map { part in
      states[part].map { (inside: [$0], isWhole: true) } ?? cover(part, states)
    }
    return (parts.flatMap(\.inside), !parts.isEmpty && parts.allSatisfy(\.isWhole))
  }

  /// Adds that data which came in late made no count less, from one vintage of a period to the next.
  private mutating func grown(_ cells: [PeriodCells]) throws {
    for (place, later) in cells.enumerated() {
      for before in [cells[..<place].last, cells[..<place].last(where: \.isEdition)].compactMap({ $0 }) {
        for leaf in before.printed where before.told.contains(leaf.measure) {
          try atMost(before.found(leaf), [later.found(leaf)])
        }
      }
    }
  }

  /// Ties the vintages of a count.
  private mutating func tie(_ cells: [PeriodCells]) {
    guard cells.count > 1 else { return }
    for leaf in cells.last?.printed ?? [] {
      let numbers = cells.compactMap { $0.found(leaf).flatMap { all.number($0.leaf) } }
      if numbers.count > 1 { all.tie(numbers) }
    }
  }

  /// Whether a measure was counted in all periods: what is missing there is then nothing.
  private func counts(_ states: [PeriodCells], _ count: Int, _ leaf: Leaf) -> Bool {
    states.count == count && states.allSatisfy { $0.measures.contains(leaf.measure) }
  }

  /// Counts that stand in tables of some of the periods; their own periods mean nothing here.
  private func leaves(_ states: [PeriodCells]) -> [Leaf] {
    guard let first = states.first?.period else { return [] }
    var seen: Set<Leaf> = []
    return states.flatMap(\.printed).compactMap { leaf in
      let name = Leaf(first, leaf.region, leaf.measure, leaf.part)
      return seen.insert(name).inserted ? name : nil
    }
  }

  private mutating func equal(_ whole: PeriodCells, _ inside: [PeriodCells], _ leaf: Leaf) throws {
    let parts = inside.compactMap { $0.found(leaf) }
    guard let total = whole.found(leaf) else { return }
    guard total.cell.value == parts.reduce(0, { $0 + $1.cell.value }) else {
      return try atLeast(whole, inside, leaf)
    }
    guard ([total] + parts).contains(where: { $0.cell.visibility != .known }) else { return }
    let numbers = try ([total] + parts).map { try all.add($0.leaf, $0.cell) }
    all.addSum(total: numbers[0], parts: Array(numbers.dropFirst()))
  }

  /// Adds that a count is no less than others together.
  private mutating func atLeast(_ whole: PeriodCells, _ inside: [PeriodCells], _ leaf: Leaf) throws {
    let parts = inside.filter { $0.told.contains(leaf.measure) }.compactMap { $0.found(leaf) }
    guard let total = whole.found(leaf), !parts.isEmpty else { return }
    try bound([total], parts)
  }

  /// Adds that a count is no more than others together.
  private mutating func atMost(
    _ part: (leaf: Leaf, cell: Disclosure.Cell)?, _ wholes: [(leaf: Leaf, cell: Disclosure.Cell)?]
  ) throws {
    // A 小类 in the ranking of one period is no cell of others.
    guard let part, case let wholes = wholes.compactMap({ $0 }), !wholes.isEmpty else { return }
    try bound(wholes, [part])
  }

  private mutating func bound(
    _ more: [(leaf: Leaf, cell: Disclosure.Cell)], _ less: [(leaf: Leaf, cell: Disclosure.Cell)]
  ) throws {
    func sum(_ counts: [(leaf: Leaf, cell: Disclosure.Cell)]) -> Int { counts.reduce(0) { $0 + $1.cell.value } }
    guard sum(more) >= sum(less), (more + less).contains(where: { $0.cell.visibility != .known }) else { return }
    let (above, below) = (
      try more.map { try all.add($0.leaf, $0.cell) }, try less.map { try all.add($0.leaf, $0.cell) }
    )
    guard bounds.insert(above.sorted() + [-1] + below.sorted()).inserted else { return }
    all.addFact(
      CellFact(
        above.map { CellFact.Term(1, cell: $0) } + below.map { CellFact.Term(-1, cell: $0) }, lower: 0))
  }
}

extension PeriodCells {
  /// Whether both begin with the same month.
  fileprivate func begins(with other: PeriodCells) -> Bool {
    period.months.lowerBound == other.period.months.lowerBound
  }

  /// Whether another period begins where this one ends.
  fileprivate func isFollowed(by other: PeriodCells) -> Bool {
    period.months.upperBound + 1 == other.period.months.lowerBound
  }
}
