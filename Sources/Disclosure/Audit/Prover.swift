/// Collects proofs of how far intervals reach. Each perturbation found for one cell is a proof for every cell it changes.
struct Prover {
  /// What an extension found and what it hides.
  struct Extension {
    let proof: Perturbation
    /// Cells that had to be hidden for it.
    let hides: [Int]
    let cost: Int
  }

  /// Which proofs reach furthest for a cell; by number, nil: none.
  struct Ends: Equatable {
    var highest: Int?
    var lowest: Int?
  }

  let system: CellSystem
  private(set) var search: CycleSearch
  private(set) var proofs: [Perturbation] = []
  private(set) var ends: [Ends]

  /// What each cell needs: its protection, or as much of it as there can be.
  private var required: [Protection?]

  /// Cells for which more than what is required is looked for.
  private var asksMargin: [Bool]

  /// What hiding one more cell costs in a search, roughly.
  private let medianCost: Int

  /// - Parameter asksMargin: whether to look for the margins of protections too.
  init(_ system: CellSystem, unknown: [Bool], asksMargin: Bool = false) {
    self.asksMargin = system.cells.map { asksMargin && $0.protection?.margin ?? 0 > 0 }
    self.system = system
    required = system.cells.map(\.protection)
    let costs = system.cells.filter(\.isComplement).map(\.cost).sorted()
    medianCost = CycleSearch.hidingWeight * (costs.isEmpty ? 0 : costs[costs.count / 2]) + 1
    search = CycleSearch(system, unknown: unknown)
    ends = [Ends](repeating: Ends(), count: system.cells.count)
  }

  var unknown: [Bool] { search.unknown }

  mutating func setUnknown(_ cell: Int, _ isUnknown: Bool) { search.unknown[cell] = isUnknown }

  mutating func setEnds(_ cell: Int, _ value: Ends) { ends[cell] = value }

  /// Keeps a proof; it must be possible.
  mutating func keep(_ proof: Perturbation) {
    proofs.append(proof)
    let number = proofs.count - 1
    for (cell, change) in proof.changes {
      if change > above(cell) { ends[cell].highest = number }
      if -change > below(cell) { ends[cell].lowest = number }
    }
  }

  /// How far above its true value the cell is proven to reach.
  func above(_ cell: Int) -> Int { ends[cell].highest.map { proofs[$0].change(cell) } ?? 0 }

  /// How far below.
  func below(_ cell: Int) -> Int { ends[cell].lowest.map { -proofs[$0].change(cell) } ?? 0 }

  /// Looks no more for the margin of a cell; whether it did.
  mutating func dropMargin(_ cell: Int) -> Bool {
    defer { asksMargin[cell] = false }
    return asksMargin[cell]
  }

  /// Asks no more for a cell than the doubt that is proven, since nothing gives it more; for nothing where there is none.
  mutating func settleForProven(_ cell: Int) {
    required[cell] = required[cell]?.within(below: below(cell), above: above(cell))
  }

  /// Whether a cell can have the doubt that it needs, as far as what is around it says. Where it cannot, no more than there
  /// can be is asked for it.
  ///
  /// - Parameter free: all cells that are hidden or may be.
  mutating func isPossible(_ cell: Int, free: [Bool]) -> Bool {
    guard let protection = required[cell] else { return true }
    let room = system.cells[cell].room
    let asked = max(protection.upper, protection.width)
    var solver = IntervalSolver(system, unknown: free, cell: cell, limit: Prover.boundSize, edge: .open)
    let below = solver.bound(-1, below: room) ?? room
    let above = solver.bound(1, below: asked) ?? asked
    guard !protection.holds(room: room, below: below, above: above) else { return true }
    required[cell] = protection.within(below: below, above: above)
    asksMargin[cell] = false
    return false
  }

  /// Cells of the program that shows what is impossible.
  private static let boundSize = 60

  /// Whether a cell is proven to be protected, with its margin where that is looked for. One that need not be is.
  func isProtected(_ cell: Int) -> Bool {
    guard let protection = required[cell] else { return true }
    return protection.holds(room: system.cells[cell].room, below: below(cell), above: above(cell))
      && (!asksMargin[cell] || below(cell) + above(cell) >= protection.width + protection.margin)
  }

  /// What is still missing on each side if the width is to be had on that side alone; 0 where it is not possible or
  /// not needed.
  func missing(_ cell: Int) -> (above: Int, below: Int, isChoice: Bool) {
    guard let protection = required[cell] else { return (0, 0, false) }
    let room = system.cells[cell].room
    let (above, below) = (above(cell), below(cell))
    let firstAbove = max(protection.upper - above, 0)
    let firstBelow = max(min(protection.lower, room) - below, 0)
    if firstAbove > 0 || firstBelow > 0 { return (firstAbove, firstBelow, false) }
    let width = max(protection.width + (asksMargin[cell] ? protection.margin : 0) - above - below, 0)
    return (width, min(width, room - below), true)
  }

  /// Looks for proofs that the cell is protected, among what is hidden.
  mutating func prove(_ cell: Int, limit: Int) -> Bool {
    guard search.unknown[cell] else { return false }
    while !isProtected(cell) {
      let missing = missing(cell)
      let found =
        [(1, missing.above), (-1, missing.below)].contains { direction, amount in
          amount > 0
            && (extendHidden(cell, direction, by: amount, limit: limit, isTied: system.hasTies)
              || search.metTies && extendHidden(cell, direction, by: amount, limit: limit, isTied: false))
        }
      guard found else { return false }
    }
    return true
  }

  /// Looks for the cheapest cells to hide so that the cell reaches further on one side; nil when nothing is found. What
  /// it hides is hidden only while it searches.
  ///
  /// - Parameter guess: for the search, in median costs of hiding.
  mutating func extended(_ cell: Int, _ direction: Int, by amount: Int, guess: Int, limit: Int) -> Extension? {
    // What is nearly the same number changes together, where there is such; else each by itself.
    var metTies = false
    return extended(cell, direction, by: amount, guess: guess, limit: limit, isTied: system.hasTies, &metTies)
      ?? (metTies
        ? extended(cell, direction, by: amount, guess: guess, limit: limit, isTied: false, &metTies) : nil)
  }

  private mutating func extended(
    _ cell: Int, _ direction: Int, by amount: Int, guess: Int, limit: Int, isTied: Bool, _ metTies: inout Bool
  ) -> Extension? {
    var proof = furthest(cell, direction)
    var (missing, step) = (amount, amount)
    var hides: [Int] = []
    while missing > 0 && step > 0 {
      step = min(step, missing)
      let request = CycleSearch.Request(
        cell: cell, direction: direction, step: step, hidesMore: true, guess: guess * medianCost, limit: limit,
        isTied: isTied)
      let found = lengthened(proof, request, most: missing)
      metTies = metTies || search.metTies
      guard let next = found else {
        step /= 2
        continue
      }
      missing -= abs(next.change(cell) - proof.change(cell))
      proof = next
      for (changed, _) in proof.changes where !search.unknown[changed] {
        search.unknown[changed] = true
        hides.append(changed)
      }
    }
    for hidden in hides { search.unknown[hidden] = false }
    guard missing < amount else { return nil }
    return Extension(proof: proof, hides: hides, cost: hides.reduce(0) { $0 + system.cells[$1].cost })
  }

  /// Whether the cell is proven to reach further, at best by the amount.
  private mutating func extendHidden(
    _ cell: Int, _ direction: Int, by amount: Int, limit: Int, isTied: Bool
  ) -> Bool {
    let request = CycleSearch.Request(
      cell: cell, direction: direction, step: amount, hidesMore: false, guess: Prover.hiddenGuess, limit: limit,
      isTied: isTied)
    guard let next = lengthened(furthest(cell, direction), request, most: amount) else { return false }
    keep(next)
    return true
  }

  /// Hidden cells cost 1 each in a search.
  private static let hiddenGuess = 4

  private func furthest(_ cell: Int, _ direction: Int) -> Perturbation {
    (direction > 0 ? ends[cell].highest : ends[cell].lowest).map { proofs[$0] } ?? Perturbation()
  }

  /// Continues from an assignment along the way that is found.
  private mutating func lengthened(
    _ proof: Perturbation, _ request: CycleSearch.Request, most: Int
  ) -> Perturbation? {
    search.shift(proof, sign: 1)
    defer { search.shift(proof, sign: -1) }
    guard let cycle = search.cycle(request) else { return nil }
    return proof.adding(cycle, times: min(search.mostSteps(cycle), most))
  }
}
