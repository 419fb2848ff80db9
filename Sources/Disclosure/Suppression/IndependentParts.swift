import Dispatch

/// Sensitive cells in lists that have nothing to do with each other: what is hidden for those of one neither protects nor
/// betrays those of another, so that each is worked through by itself.
struct IndependentParts {
  /// Sensitive cells and proofs for them, in the order in which they were given.
  typealias Part = (order: [Int], known: [Perturbation])

  let parts: [Part]

  /// - Parameters:
  ///   - unknown: of what is hidden at first.
  ///   - order: all sensitive cells.
  ///   - known: proofs.
  ///   - count: of lists, of nearly the same length.
  init(_ system: CellSystem, unknown: [Bool], order: [Int], known: [Perturbation], count: Int) {
    var groups = Groups(system.cells.count)
    // What is known and stays so hangs together with nothing.
    let free = zip(system.cells, unknown).map { $0.isComplement || $1 }
    func join(_ cells: some Sequence<Int>) {
      var first: Int?
      for cell in cells where free[cell] {
        if let first { groups.join(first, cell) }
        first = first ?? cell
      }
    }
    for sum in system.sums.indices { join(system.sumTerms[sum].lazy.map(\.index)) }
    for fact in system.facts { join(fact.terms.lazy.map(\.cell)) }
    for cell in system.cells.indices { join(CollectionOfOne(cell) + system.ties[cell]) }
    var sizes: [Int: Int] = [:]
    for cell in order { sizes[groups.root(cell), default: 0] += 1 }
    var (lengths, list) = ([Int](repeating: 0, count: count), [Int: Int]())
    for (root, size) in sizes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      let shortest = lengths.indices.min { lengths[$0] < lengths[$1] } ?? 0
      list[root] = shortest
      lengths[shortest] += size
    }
    parts = (0..<count).map { number in
      (
        order.filter { list[groups.root($0)] == number },
        // What it changes hangs together.
        known.filter { proof in proof.changes.first.map { list[groups.root($0.cell)] == number } ?? false }
      )
    }
  }

  /// The results for all parts, found at the same time.
  func map<Result: Sendable>(_ body: @Sendable (Part) -> Result) -> [Result] {
    [Result](unsafeUninitializedCapacity: parts.count) { room, filled in
      // Each part has a place of its own, so that no lock is needed; all are filled when `concurrentPerform` returns.
      nonisolated(unsafe) let places = room
      DispatchQueue.concurrentPerform(iterations: parts.count) {
        (places.baseAddress! + $0).initialize(to: body(parts[$0]))
      }
      filled = parts.count
    }
  }

  /// Cells that hang together, directly or by others.
  private struct Groups {
    private var parents: [Int]

    init(_ count: Int) { parents = Array(0..<count) }

    mutating func root(_ cell: Int) -> Int {
      var cell = cell
      while parents[cell] != cell {
        parents[cell] = parents[parents[cell]]
        cell = parents[cell]
      }
      return cell
    }

    mutating func join(_ one: Int, _ other: Int) { parents[root(one)] = root(other) }
  }
}
