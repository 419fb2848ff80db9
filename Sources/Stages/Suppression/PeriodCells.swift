import Disclosure
import Domain
import Tables

/// The counts of a period in one state of its data, with what holds between them.
struct PeriodCells {
  let period: Period
  /// 0: the data as they are now.
  let vintage: Int
  /// Whether it is of an edition of the period itself.
  let isEdition: Bool
  let builder: CellSystemBuilder<Leaf>
  /// Counts that stand in tables, under their names in the data as they are now.
  let printed: [Leaf]
  /// What was counted, be it nothing.
  let measures: Set<String>
  /// Of what the sums say something.
  let told: Set<String>
  private let names: [Leaf: Leaf]

  /// - Parameters:
  ///   - isEdition: false for a period that no edition was made of.
  ///   - told: of what its sums say something.
  init(_ draft: MarketDraft, isEdition: Bool, told: Set<String>) {
    period = draft.period
    vintage = 0
    self.isEdition = isEdition
    self.told = told
    builder = draft.builder
    printed = draft.published.map(\.leaf)
    measures = draft.measures
    names = draft.names
  }

  /// What was told of a period, as readers keep it.
  ///
  /// - Parameter scope: of totals what they are made of.
  /// - Throws: `CellSystemFailure`: an error of this program.
  init(_ all: DisclosedVintage, _ scope: MarketProtection.Scope) throws {
    let own = scope == .totals ? all.totals : all
    var builder = CellSystemBuilder<Leaf>()
    func leaf(_ region: String, _ measure: String, _ part: String) -> Leaf {
      Leaf(own.period, region, measure, part, vintage: own.number)
    }
    for count in own.counts {
      try builder.add(leaf(count.region, count.measure, count.part), Disclosure.Cell(count))
    }
    var names: [Leaf: Leaf] = [:]
    let nested = own.sums.first { $0.measure.isEmpty }
    let regions = nested.map { [$0.total] + $0.parts } ?? Set(own.counts.map(\.region)).sorted()
    for sum in own.sums where !sum.measure.isEmpty {
      for region in regions {
        let parts = sum.parts.map { leaf(region, sum.measure, $0) }
        if sum.parts.count == 1, builder.number(leaf(region, sum.measure, sum.total)) == nil {
          names[leaf(region, sum.measure, sum.total).with(vintage: 0)] = parts[0].with(vintage: 0)
        } else {
          try builder.addSum(leaf(region, sum.measure, sum.total), parts)
        }
      }
    }
    if let nested {
      for count in own.counts where count.region == nested.total {
        try builder.addSum(
          leaf(nested.total, count.measure, count.part), nested.parts.map { leaf($0, count.measure, count.part) })
      }
    }
    // Of what stands in no table nobody says which of it was filled.
    for count in own.counts
    where count.measure == MarketMeasure.filled.rawValue && count.standing != .unprinted {
      builder.addBound(
        leaf(count.region, count.measure, count.part),
        atMost: leaf(count.region, MarketMeasure.closed.rawValue, count.part))
    }
    period = own.period
    vintage = own.number
    isEdition = own.isEdition
    self.builder = builder
    printed = own.counts.filter { $0.standing != .unprinted }.map {
      leaf($0.region, $0.measure, $0.part).with(vintage: 0)
    }
    measures = Set(own.measures)
    told = measures
    self.names = names
  }

  /// A count of another period, or vintage, as it was here; nil where there was nothing.
  func found(_ leaf: Leaf) -> (leaf: Leaf, cell: Disclosure.Cell)? {
    let own = Leaf(period, leaf.region, leaf.measure, leaf.part)
    let name = (names[own] ?? own).with(vintage: vintage)
    return builder.cell(name).map { (name, $0) }
  }
}

extension DisclosedVintage {
  /// How many there were and how many came new, and nothing that these are made of; all of openings closed and filled.
  fileprivate var totals: DisclosedVintage {
    let parts: Set<String> = [Leaf.total, LeafPart.carried, LeafPart.new]
    let sides: Set<String> = [MarketMeasure.demand.rawValue, MarketMeasure.seekers.rawValue]
    let outcomes: Set<String> = [MarketMeasure.closed.rawValue, MarketMeasure.filled.rawValue]
    return DisclosedVintage(
      period: period, number: number, isEdition: isEdition,
      measures: measures.filter { sides.contains($0) || outcomes.contains($0) },
      counts: counts.filter {
        outcomes.contains($0.measure) || parts.contains($0.part) && sides.contains($0.measure)
      },
      sums: sums.filter {
        $0.measure.isEmpty || outcomes.contains($0.measure)
          || sides.contains($0.measure) && parts.isSuperset(of: $0.parts)
      })
  }
}

extension Disclosure.Cell {
  /// Nothing more is shown or hidden of it.
  fileprivate init(_ count: DisclosedVintage.Count) {
    let doubt = count.doubt
    self.init(
      value: count.value, visibility: count.standing == .shown ? .known : .withheld,
      protection: [.hidden, .unproven].contains(count.standing) && doubt.width > 0
        ? Protection(lower: doubt.lower, upper: doubt.upper, width: doubt.width) : nil,
      // Tables print their zeros, so that what is hidden in them is known to be none.
      least: count.standing == .unprinted ? 0 : 1, isSettled: true, lacksProof: count.standing == .unproven)
  }
}

extension CellSystemBuilder<Leaf> {
  /// Adds that a count is the sum of others, as far as the data say so; what of it is missing is unknown.
  fileprivate mutating func addSum(_ total: Leaf, _ parts: [Leaf]) throws {
    guard let sum = number(total), let value = cell(total)?.value else { return }
    let numbers = parts.compactMap { number($0) }
    let missing = value - parts.compactMap { cell($0)?.value }.reduce(0, +)
    guard missing >= 0, !numbers.isEmpty else { return }
    var rest: [Int] = []
    if missing > 0 {
      let name = Leaf(
        total.period, total.region, total.measure, ([total] + parts).map(\.part).joined(separator: " "),
        vintage: total.vintage)
      rest = [try add(name, Disclosure.Cell(value: missing, visibility: .withheld, isSettled: true))]
    }
    addSum(total: sum, parts: numbers + rest)
  }

  /// Adds that a count is no more than another one.
  fileprivate mutating func addBound(_ part: Leaf, atMost whole: Leaf) {
    guard let own = number(part), let other = number(whole) else { return }
    addFact(CellFact([.init(1, cell: other), .init(-1, cell: own)], lower: 0))
  }
}
