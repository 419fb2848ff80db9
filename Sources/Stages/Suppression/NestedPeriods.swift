import Domain

/// The periods that tell of one another: those that lie in one another, as far as public editions showed them, and what is
/// missing between them.
///
/// Between the counts of a quarter and its months hold sums (what came new, was closed, filled, hired) and bounds (what
/// was valid). A half-year less its first quarter is its second, whether that was ever published or not.
struct NestedPeriods {
  /// Periods of which something was published, and that to be published.
  private let known: Set<Period>
  /// The longest known period around the one to be published, or that itself.
  private let top: Period

  init(_ period: Period, published: Set<Period>) {
    known = published.union([period])
    var top = period
    var around = period.whole
    while let whole = around {
      if known.contains(whole) { top = whole }
      around = whole.whole
    }
    self.top = top
  }

  /// Each period that is made of others here, the longest first, with those that it is made of.
  var wholes: [(whole: Period, parts: [Period])] {
    var found: [(Period, [Period])] = []
    func add(_ whole: Period) {
      guard tells(whole) else { return }
      found.append((whole, whole.parts))
      whole.parts.forEach(add)
    }
    add(top)
    return found
  }

  /// All periods, in order; only the one to be published where nothing is known of others.
  var all: [Period] { Set(wholes.flatMap { [$0.whole] + $0.parts } + [top]).sorted() }

  /// Whether anything is known of what lies in a period.
  private func tells(_ whole: Period) -> Bool { whole.parts.contains { known.contains($0) || tells($0) } }
}
