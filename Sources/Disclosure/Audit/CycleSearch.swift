/// Finds the cheapest way to change one cell by one without breaking a sum: other cells of the broken sums are changed
/// by one, which breaks others, until all hold again.
///
/// In a two-dimensional table, where a cell is in two sums, this is Dijkstra's search for the shortest cycle through a
/// cell in the network of rows and columns (Hundepool et al. 2012, section 4.4; Cox 1980). Cells in more sums (several
/// dimensions, levels of hierarchies, linked tables) break several at once; the broken sums then wait on a stack, and
/// the search is a best-first one with a limit.
struct CycleSearch {
  /// What a search may do.
  struct Request {
    let cell: Int
    /// 1 or -1: which way the cell is to change.
    let direction: Int
    /// How often the way is to be gone: shown cells that get smaller have at least as much left; hidden ones that have
    /// less are avoided.
    let step: Int
    /// Whether shown cells may be hidden for it, at their cost.
    let hidesMore: Bool
    /// What a broken sum is guessed to cost: the larger, the more directly a search with many broken sums goes for its
    /// end, and the less surely it finds the cheapest way. In two dimensions, where always two are broken, it changes
    /// nothing.
    let guess: Int
    /// States looked at before the search gives up.
    let limit: Int
    /// Whether cells that are nearly the same number change together.
    let isTied: Bool
  }

  private struct State {
    let parent: Int
    let move: SignedIndex
    /// Whether what is tied to it moves too.
    let isTied: Bool
    let cost: Int
    /// Broken sums and, behind their numbers, bounds in `waiting`, with the sign by which each is too large.
    let firstWaiting: Int
    let waitingCount: Int
    /// Tells sets of broken sums apart.
    let key: UInt64
  }

  /// Cost of one unit of the cost of hiding against one more cell: among ways that hide the same, the shortest is taken.
  static let hidingWeight = 64
  /// More broken sums at once lead nowhere within the limits.
  private static let mostWaiting = 14

  let system: CellSystem
  /// Which cells the attacker does not know.
  var unknown: [Bool]
  /// Facts whose coefficients are 1 and -1: where a move breaks one, others are moved to mend it, as with sums.
  private let isBound: [Bool]
  /// Cells of which other facts speak too.
  private let isWeighted: [Bool]
  /// Whether the last search met anything that is tied: else one without ties finds the same.
  private(set) var metTies = false
  /// States looked at in all searches.
  private(set) var looked = 0
  /// How far each cell is from its true value already.
  private var shifted: ShiftedCells
  private var states: [State] = []
  private var waiting: [SignedIndex] = []
  private var heap = MinHeap()
  private var seen = CheapestSeen()

  init(_ system: CellSystem, unknown: [Bool]) {
    self.system = system
    self.unknown = unknown
    shifted = ShiftedCells(system)
    let isBound = system.facts.map { fact in
      fact.terms.count > 1 && fact.terms.allSatisfy { abs($0.coefficient) == 1 }
    }
    self.isBound = isBound
    isWeighted = system.cells.indices.map { cell in system.cellFacts[cell].contains { !isBound[$0.index] } }
  }

  /// Moves away from the true assignment, or back.
  mutating func shift(_ perturbation: Perturbation, sign: Int) {
    for (cell, change) in perturbation.changes { shifted.shift(cell, by: sign * change) }
  }

  /// Moves by one a cell, the wanted one among them; nil when none is found within the limit.
  mutating func cycle(_ request: Request) -> Perturbation? {
    states.removeAll(keepingCapacity: true)
    waiting.removeAll(keepingCapacity: true)
    heap.removeAll()
    seen.removeAll()
    metTies = !system.ties.range(request.cell).isEmpty
    guard isAllowed(request.cell, request.direction, 1), areTiesAllowed(request.cell, request.direction, request) else {
      return nil
    }
    append(SignedIndex(request.cell, request.direction), cost: 0, parent: -1, request)
    var left = request.limit
    while let number = heap.pop() {
      if states[number].waitingCount == 0 {
        let found = perturbation(number)
        if mostSteps(found) > 0 { return found }
        continue
      }
      guard left > 0 else { return nil }
      left -= 1
      looked += 1
      expand(number, request)
    }
    return nil
  }

  /// How often a perturbation (or, with the sign -1, its opposite) can be added to the assignment reached.
  func mostSteps(_ perturbation: Perturbation, sign: Int = 1) -> Int {
    var most = Int.max
    var facts: [Int: Int] = [:]
    for (cell, change) in perturbation.changes {
      let change = sign * change
      if change < 0 { most = min(most, shifted.left(cell) / -change) }
      for fact in system.cellFacts[cell] { facts[fact.index, default: 0] += fact.coefficient * change }
    }
    for (fact, change) in facts where change != 0 {
      let value = shifted.value(ofFact: fact)
      if change > 0, let upper = system.facts[fact].upper { most = min(most, (upper - value) / change) }
      if change < 0, let lower = system.facts[fact].lower { most = min(most, (value - lower) / -change) }
    }
    return most
  }

  private mutating func expand(_ number: Int, _ request: Request) {
    let state = states[number]
    let broken = waiting[state.firstWaiting + state.waitingCount - 1]
    walk(number, sign: 1)
    defer { walk(number, sign: -1) }
    if broken.index < system.sums.count {
      for place in system.sumTerms.range(broken.index) {
        let term = system.sumTerms[at: place]
        extend(number, term.index, -broken.sign * term.sign, request)
      }
    } else {
      for term in system.facts[broken.index - system.sums.count].terms {
        extend(number, term.cell, -broken.sign * term.coefficient, request)
      }
    }
  }

  /// Moves along the way to a state, or back.
  private mutating func walk(_ last: Int, sign: Int) {
    var number = last
    while number >= 0 {
      let (move, isTied) = (states[number].move, states[number].isTied)
      shifted.shift(move.index, by: sign * move.sign)
      if isTied {
        for other in system.ties[move.index] where unknown[other] { shifted.shift(other, by: sign * move.sign) }
      }
      number = states[number].parent
    }
  }

  /// Goes on from a state, whose way is walked, by moving one cell, if it may move.
  private mutating func extend(_ number: Int, _ cell: Int, _ direction: Int, _ request: Request) {
    let state = states[number]
    let isHidden = unknown[cell]
    guard isHidden || request.hidesMore, cell != request.cell, cell != state.move.index else { return }
    guard isHidden || system.cells[cell].isComplement else { return }
    if request.isTied, !system.ties.range(cell).isEmpty {
      metTies = true
      if system.ties[cell].contains(where: { $0 == request.cell || $0 == state.move.index }) { return }
    }
    let isScarce = direction < 0 && shifted.left(cell) < request.step
    guard isAllowed(cell, direction, isHidden ? 1 : request.step), areTiesAllowed(cell, direction, request) else {
      return
    }
    let cost = isHidden ? isScarce ? 3 : 1 : 1 + CycleSearch.hidingWeight * max(system.cells[cell].cost, 1)
    append(SignedIndex(cell, direction), cost: state.cost + cost, parent: number, request)
  }

  private func areTiesAllowed(_ cell: Int, _ direction: Int, _ request: Request) -> Bool {
    !request.isTied || system.ties[cell].allSatisfy { !unknown[$0] || isAllowed($0, direction, 1) }
  }

  /// Facts with other coefficients than 1 are looked at for the whole way only; what breaks them alone is not tried. A way
  /// that needs two of such a fact's cells is left to the exact method.
  private func isAllowed(_ cell: Int, _ direction: Int, _ step: Int) -> Bool {
    if direction < 0 && shifted.left(cell) < step { return false }
    guard isWeighted[cell] else { return true }
    return system.cellFacts[cell].allSatisfy { fact in
      isBound[fact.index]
        || system.facts[fact.index].allows(
          shifted.value(ofFact: fact.index) + fact.coefficient * direction * step)
    }
  }

  private mutating func append(_ move: SignedIndex, cost: Int, parent: Int, _ request: Request) {
    let first = waiting.count
    var key: UInt64 = 0
    if parent >= 0 {
      let above = states[parent]
      key = above.key
      for place in above.firstWaiting..<above.firstWaiting + above.waitingCount { waiting.append(waiting[place]) }
    }
    let tied = request.isTied ? system.ties[move.index].filter { unknown[$0] } : []
    breakAll(of: move, first, &key, beside: tied)
    for other in tied { breakAll(of: SignedIndex(other, move.sign), first, &key, beside: tied + [move.index]) }
    let count = waiting.count - first
    guard count <= (request.isTied ? 2 : 1) * CycleSearch.mostWaiting, count == 0 || seen.improves(key, cost) else {
      waiting.removeLast(count)
      return
    }
    states.append(
      State(
        parent: parent, move: move, isTied: request.isTied, cost: cost, firstWaiting: first, waitingCount: count,
        key: key))
    heap.push(states.count - 1, priority: cost + count * request.guess)
  }

  /// Breaks the sums and bounds of one cell; those between it and others that move the same way hold.
  private mutating func breakAll(of move: SignedIndex, _ first: Int, _ key: inout UInt64, beside tied: [Int]) {
    for place in system.cellSums.range(move.index) {
      let sum = system.cellSums[at: place]
      meet(SignedIndex(sum.index, sum.sign * move.sign), first, &key)
    }
    for place in system.cellFacts.range(move.index) {
      let fact = system.cellFacts[at: place]
      let change = fact.coefficient * move.sign
      guard isBound[fact.index], shifted.isOutside(fact.index, after: change),
        tied.isEmpty
          || !system.facts[fact.index].terms.contains(where: { $0.cell != move.index && tied.contains($0.cell) })
      else { continue }
      meet(SignedIndex(system.sums.count + fact.index, change), first, &key)
    }
  }

  /// Takes a broken sum or bound from those that wait where this is the other way round, or adds it: what is broken by
  /// several waits as often.
  private mutating func meet(_ broken: SignedIndex, _ first: Int, _ key: inout UInt64) {
    if let match = waiting[first...].lastIndex(of: broken.opposite) {
      waiting.remove(at: match)
      key &-= broken.opposite.mixed
    } else {
      waiting.append(broken)
      key &+= broken.mixed
    }
  }

  private func perturbation(_ last: Int) -> Perturbation {
    var moves: [SignedIndex] = []
    var number = last
    while number >= 0 {
      let state = states[number]
      moves.append(state.move)
      if state.isTied {
        for other in system.ties[state.move.index] where unknown[other] {
          moves.append(SignedIndex(other, state.move.sign))
        }
      }
      number = states[number].parent
    }
    return Perturbation(moves: moves)
  }
}
