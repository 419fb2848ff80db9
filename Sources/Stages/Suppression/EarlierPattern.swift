import Domain
import Tables

/// What editions before showed and hid of one period.
struct EarlierPattern {
  private struct Count {
    let value: Int
    let isHidden: Bool
    let lacksProof: Bool
  }

  let period: Period
  private var counts: [Leaf: Count] = [:]
  private var measures: Set<String> = []

  /// Nothing.
  init(_ period: Period) { self.period = period }

  mutating func add(_ leaf: Leaf, value: Int, isHidden: Bool, lacksProof: Bool = false) {
    counts[leaf] = Count(value: value, isHidden: isHidden, lacksProof: lacksProof)
    measures.insert(leaf.measure)
  }

  /// Whether none before said anything.
  var isEmpty: Bool { counts.isEmpty }

  /// Whether anything was said of a measure.
  func speaks(of measure: String) -> Bool { measures.contains(measure) }

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
