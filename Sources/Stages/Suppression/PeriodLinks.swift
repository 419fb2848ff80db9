import Disclosure
import Domain
import Tables

/// The cells of periods that lie in one another, and what holds between them.
///
/// - What came new, was closed, filled or hired in a whole is the sum of its parts.
/// - What was carried into a whole was carried into its first part.
/// - What was carried into a part was valid in the one before.
/// - What was valid in a part was valid in the whole; what was valid in the whole was valid in one of its parts.
struct PeriodLinks {
  private let drafts: [Period: MarketDraft]
  private let nested: NestedPeriods

  init(_ drafts: [Period: MarketDraft], _ nested: NestedPeriods) {
    self.drafts = drafts
    self.nested = nested
  }

  /// The system of a period with all that others tell of it.
  ///
  /// - Throws: `CellSystemFailure`: an error of this program.
  func joined(into period: Period) throws -> CellSystemBuilder<Leaf> {
    guard var all = drafts[period]?.builder else { return CellSystemBuilder() }
    for (other, draft) in drafts.sorted(by: { $0.key < $1.key }) where other != period {
      // Of what was never published the sums say nothing: whatever is thought of its rows, its totals are theirs.
      try all.addUnknown(of: draft.builder) { draft.earlier.speaks(of: $0.measure) }
    }
    for (whole, parts) in nested.wholes {
      for leaf in leaves([whole] + parts) where counts([whole] + parts, leaf.measure) {
        func of(_ period: Period) -> Leaf { Leaf(period, leaf.region, leaf.measure, leaf.part) }
        switch (MarketMeasure(rawValue: leaf.measure), leaf.part) {
        case (_, LeafPart.new), (.closed, _), (.filled, _), (.hires, _): try equal(&all, of(whole), parts.map(of))
        case (_, LeafPart.carried):
          try equal(&all, of(whole), [of(parts[0])])
          for (part, next) in zip(parts, parts.dropFirst()) {
            try atMost(&all, of(next), [Leaf(part, leaf.region, leaf.measure)])
          }
        default:
          for part in parts { try atMost(&all, of(part), [of(whole)]) }
          try atMost(&all, of(whole), parts.map(of))
        }
      }
    }
    return all
  }

  /// Whether a measure was counted in all periods: what is missing there is then nothing.
  private func counts(_ periods: [Period], _ measure: String) -> Bool {
    periods.allSatisfy { drafts[$0]?.measures.contains(measure) ?? false }
  }

  /// Counts that stand in tables of some of the periods; their own periods mean nothing here.
  private func leaves(_ periods: [Period]) -> [Leaf] {
    var seen: Set<Leaf> = []
    return periods.flatMap { drafts[$0]?.published ?? [] }.compactMap { leaf, _ in
      let name = Leaf(periods[0], leaf.region, leaf.measure, leaf.part)
      return seen.insert(name).inserted ? name : nil
    }
  }

  /// A count under its name in the system of its period, and itself; nil where there is nothing.
  private func found(_ leaf: Leaf) -> (leaf: Leaf, cell: Disclosure.Cell)? {
    guard let draft = drafts[leaf.period] else { return nil }
    let name = draft.names[leaf] ?? leaf
    return draft.builder.cell(name).map { (name, $0) }
  }

  private func equal(_ all: inout CellSystemBuilder<Leaf>, _ total: Leaf, _ parts: [Leaf]) throws {
    guard let total = found(total) else { return }
    let parts = parts.compactMap(found)
    guard ([total] + parts).contains(where: { $0.cell.visibility != .known }) else { return }
    let numbers = try ([total] + parts).map { try all.add($0.leaf, $0.cell) }
    all.addSum(total: numbers[0], parts: Array(numbers.dropFirst()))
  }

  /// Adds that a count is no more than others together.
  private func atMost(_ all: inout CellSystemBuilder<Leaf>, _ part: Leaf, _ wholes: [Leaf]) throws {
    guard let part = found(part) else { return }
    let wholes = wholes.compactMap(found)
    // A 小类 in the ranking of one period is no cell of others.
    guard !wholes.isEmpty, ([part] + wholes).contains(where: { $0.cell.visibility != .known }) else { return }
    let own = try all.add(part.leaf, part.cell)
    let others = try wholes.map { try all.add($0.leaf, $0.cell) }
    all.addFact(CellFact(others.map { .init(1, cell: $0) } + [.init(-1, cell: own)], lower: 0))
  }
}
