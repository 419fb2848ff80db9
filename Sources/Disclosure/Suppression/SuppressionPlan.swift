/// One run of the suppression over the sensitive cells in a given order.
struct SuppressionPlan {
  private(set) var unprotected: [Int] = []
  private let system: CellSystem
  private var prover: Prover
  /// In the order of hiding.
  private var secondary: [Int] = []
  /// Cells that nothing can give the doubt that they need.
  private var impossible: Set<Int> = []
  /// All that is hidden or may be.
  private let free: [Bool]

  /// Searches that may hide more, one after the other while nothing is found: the first for the cheapest way, the last
  /// for any.
  private typealias Attempt = (guess: Int, limit: Int)
  private static let attempts: [Attempt] = [(guess: 1, limit: 500), (2, 2000), (4, 4000)]
  /// States of a search among what is hidden.
  private let provingLimit: Int
  /// The same when a cell is to be shown again, which is tried very often.
  private let showingLimit: Int
  /// Cells of earlier publications for which no program found anything; where they are many, more of them cost minutes.
  private var settledFailures = 0
  private static let mostSettledFailures = 20
  /// Cells of the linear program that is the last resort.
  private static let programSizes = [100, 300, 900]

  /// - Parameters:
  ///   - unknown: of what is hidden at first.
  ///   - order: all sensitive cells.
  ///   - known: proofs that are possible with what is hidden at first.
  ///   - isThorough: spends several times as much time on showing as much as possible.
  init(_ system: CellSystem, unknown: [Bool], order: [Int], known: [Perturbation], isThorough: Bool) {
    self.system = system
    provingLimit = isThorough ? 2000 : 600
    showingLimit = isThorough ? 2000 : 300
    free = zip(system.cells, unknown).map { $0.isComplement || $1 }
    prover = Prover(system, unknown: unknown, asksMargin: true)
    for proof in known { prover.keep(proof) }
    for cell in order where !protect(cell) { unprotected.append(cell) }
    // What has been hidden since may protect them.
    unprotected = unprotected.filter { impossible.contains($0) || !prover.prove($0, limit: provingLimit) }.sorted()
    // The doubt that there is of them is not taken away.
    for cell in unprotected { prover.settleForProven(cell) }
    showAgain()
  }

  var hidden: [Bool] { zip(system.hiddenAtFirst, prover.unknown).map { $0 || $1 } }

  var cost: Int { secondary.reduce(0) { $0 + system.cells[$1].cost } }

  /// Only what proves something for a sensitive cell.
  var proofs: ProtectionProofs {
    var needed = Set<Int>()
    for cell in system.cells.indices where system.cells[cell].protection != nil {
      if let proof = prover.ends[cell].highest { needed.insert(proof) }
      if let proof = prover.ends[cell].lowest { needed.insert(proof) }
    }
    return ProtectionProofs(needed.sorted().map { prover.proofs[$0] })
  }

  private mutating func protect(_ cell: Int) -> Bool {
    guard prover.unknown[cell] else { return false }
    if prover.prove(cell, limit: provingLimit) || reach(cell, SuppressionPlan.attempts.prefix(1)) { return true }
    if !prover.isPossible(cell, free: free) {
      impossible.insert(cell)
      _ = reach(cell, SuppressionPlan.attempts.prefix(1))
      return false
    }
    // What was published earlier is many cells: the longest searches of all are not for them, and not again and again for
    // those of which only a part of the doubt is proven.
    let isSettled = system.cells[cell].isSettled
    guard !system.cells[cell].lacksProof || hasNoDoubt(cell) else { return false }
    let others = SuppressionPlan.attempts[1..<(isSettled ? 2 : 3)]
    if reach(cell, others) || prover.dropMargin(cell) && reach(cell, SuppressionPlan.attempts[...]) {
      return true
    }
    guard !isSettled || hasNoDoubt(cell) || settledFailures < SuppressionPlan.mostSettledFailures else { return false }
    if protectByProgram(cell, hidesMore: false) || protectByProgram(cell, hidesMore: true) { return true }
    if isSettled { settledFailures += 1 }
    return false
  }

  /// Whether nothing shows yet that a cell can be anything else than it is.
  private func hasNoDoubt(_ cell: Int) -> Bool { prover.above(cell) + prover.below(cell) == 0 }

  /// Hides what the cheapest ways need; the margin of a cell too, where that is looked for.
  private mutating func reach(_ cell: Int, _ attempts: ArraySlice<Attempt>) -> Bool {
    while !prover.isProtected(cell) {
      guard let next = cheapestExtension(cell, attempts) else { return false }
      hide(next.hides)
      prover.keep(next.proof)
    }
    return true
  }

  /// On the side that needs it; where the width is all that is missing, on the cheaper side.
  private mutating func cheapestExtension(_ cell: Int, _ attempts: ArraySlice<Attempt>) -> Prover.Extension? {
    let missing = prover.missing(cell)
    for (guess, limit) in attempts {
      var best: Prover.Extension?
      for (direction, amount) in [(1, missing.above), (-1, missing.below)] where amount > 0 {
        guard let next = prover.extended(cell, direction, by: amount, guess: guess, limit: limit) else { continue }
        if best.map({ next.cost < $0.cost }) ?? true { best = next }
        if !missing.isChoice { break }
      }
      if best != nil { return best }
    }
    return nil
  }

  /// Solves linear programs of what is around.
  ///
  /// - Parameter hidesMore: lets all cells around be hidden, and hides those that the solutions change.
  private mutating func protectByProgram(_ cell: Int, hidesMore: Bool) -> Bool {
    // What was published earlier is many cells, and near what is published now.
    for size in SuppressionPlan.programSizes where size < 900 || hidesMore && !system.cells[cell].isSettled {
      let unknown = system.cells.indices.map {
        prover.unknown[$0] || hidesMore && system.cells[$0].isComplement
      }
      var solver = IntervalSolver(system, unknown: unknown, cell: cell, limit: size)
      for direction in [1, -1] {
        let missing = prover.missing(cell)
        let (reached, wanted) =
          direction > 0 ? (prover.above(cell), missing.above) : (prover.below(cell), missing.below)
        guard wanted > 0, let proof = solver.reach(direction, most: reached + wanted).proof else { continue }
        hide(proof.changes.map(\.cell).filter { !prover.unknown[$0] })
        prover.keep(proof)
      }
      if prover.isProtected(cell) { return true }
    }
    return false
  }

  private mutating func hide(_ cells: [Int]) {
    for cell in cells { prover.setUnknown(cell, true) }
    secondary += cells
  }

  /// Shows secondary cells again whose protection others can do without.
  private mutating func showAgain() {
    var users = [[Int]](repeating: [], count: system.cells.count)
    var listed = 0
    for cell in secondary.sorted(by: { (system.cells[$1].cost, $0) < (system.cells[$0].cost, $1) }) {
      while listed < prover.proofs.count {
        for (changed, _) in prover.proofs[listed].changes where system.cells[changed].protection == nil {
          users[changed].append(listed)
        }
        listed += 1
      }
      if canShow(cell, users[cell]) { secondary.removeAll { $0 == cell } }
    }
    // What was shown last may have been all that others were hidden for.
    let used = Set(proofs.perturbations.flatMap { $0.changes.map(\.cell) })
    for cell in secondary where !used.contains(cell) { prover.setUnknown(cell, false) }
    secondary.removeAll { !used.contains($0) }
  }

  private mutating func canShow(_ cell: Int, _ proofs: [Int]) -> Bool {
    prover.setUnknown(cell, false)
    var kept: [(cell: Int, ends: Prover.Ends)] = []
    for proof in proofs {
      for (changed, _) in prover.proofs[proof].changes where system.cells[changed].protection != nil {
        let ends = prover.ends[changed]
        guard ends.highest == proof || ends.lowest == proof else { continue }
        kept.append((changed, ends))
        prover.setEnds(
          changed,
          Prover.Ends(
            highest: ends.highest == proof ? nil : ends.highest, lowest: ends.lowest == proof ? nil : ends.lowest))
      }
    }
    for (changed, _) in kept {
      guard prover.isProtected(changed) || prover.prove(changed, limit: showingLimit) else {
        prover.setUnknown(cell, true)
        for (one, ends) in kept.reversed() { prover.setEnds(one, ends) }
        return false
      }
    }
    return true
  }
}
