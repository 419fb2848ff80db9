import Domain
import Tables

/// What editions before showed and hid of one period.
struct EarlierPattern {
  private struct Count {
    let value: Int
    let isHidden: Bool
    let lacksProof: Bool
    let isGivenAway: Bool
    /// What editions before had; not what is decided already of the one that is being made.
    var former: Int
  }

  let period: Period
  private var counts: [Leaf: Count] = [:]
  /// What was said anything of.
  private(set) var measures: Set<String> = []

  /// Nothing.
  init(_ period: Period) { self.period = period }

  mutating func add(
    _ leaf: Leaf, value: Int, isHidden: Bool, lacksProof: Bool = false, isGivenAway: Bool = false
  ) {
    counts[leaf] = Count(
      value: value, isHidden: isHidden, lacksProof: lacksProof, isGivenAway: isGivenAway, former: value)
    measures.insert(leaf.measure)
  }

  /// Decides on a count of the edition that is being made, before all others are decided.
  mutating func decide(_ leaf: Leaf, value: Int, isHidden: Bool) {
    let former = counts[leaf]?.former
    add(leaf, value: value, isHidden: isHidden)
    if let former { counts[leaf]?.former = former }
  }

  /// What was hidden alone.
  var withoutShown: EarlierPattern {
    var hidden = EarlierPattern(period)
    hidden.counts = counts.filter { $0.value.isHidden }
    return hidden
  }

  /// What editions before had for a count; nil where none had it.
  func former(_ leaf: Leaf) -> Int? { counts[leaf]?.former }

  /// Whether none before said anything.
  var isEmpty: Bool { counts.isEmpty }

  /// Whether anything was said of the market.
  var speaksOfMarket: Bool { measures.contains { MarketMeasure(rawValue: $0) != nil } }

  /// What a count was; nil where none before had it.
  func value(_ leaf: Leaf) -> Int? { counts[leaf]?.value }

  /// Whether a count was shown, with whatever value.
  func shows(_ leaf: Leaf) -> Bool { counts[leaf].map { !$0.isHidden } ?? false }

  /// Whether a count like this, of the pattern's own period, is hidden.
  func hides(_ leaf: Leaf) -> Bool {
    counts[Leaf(period, leaf.region, leaf.measure, leaf.part)]?.isHidden ?? false
  }

  /// Whether a count was told to lack a proof of its protection: no later edition can give it one.
  func lacksProof(_ leaf: Leaf) -> Bool { counts[leaf]?.lacksProof ?? false }

  /// Whether it was told of a count that readers can certainly narrow it down too far.
  func isGivenAway(_ leaf: Leaf) -> Bool { counts[leaf]?.isGivenAway ?? false }

  /// What may be done with a count that is to stand in an edition; nil where none before had it.
  func visibility(_ leaf: Leaf, value: Int) -> EarlierVisibility? {
    guard let earlier = counts[leaf] else { return nil }
    if earlier.isHidden { return .hidden }
    return earlier.value == value ? .shown : .shownOtherwise
  }
}

enum EarlierVisibility {
  case hidden, shown
  /// With another value: whoever supposes that little has changed knows much of a hidden one.
  case shownOtherwise
}
