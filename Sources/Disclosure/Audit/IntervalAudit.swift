/// Proves of any pattern of hidden cells how far an attacker is left in doubt about each sensitive one.
///
/// A cell counts as protected only when there are assignments of whole numbers, checked in whole numbers, that satisfy
/// all sums and facts, differ only in what the attacker does not know, and reach as far as the protection asks. So an
/// error of a search or of floating-point numbers can at most make the audit report a cell that is protected. Intervals
/// by linear programming are computed for cells without such assignments.
public struct IntervalAudit: Sendable {
  /// States of a search for one cycle.
  static let cycleLimit = 1000
  /// Cells of the linear programs, one after the other while nothing is proven.
  static let programSizes = [80, 400]
  /// Cells of the programs that show how little doubt there is of a cell.
  static let boundSizes = [40, 160]

  private let system: CellSystem

  /// An audit of a system.
  public init(_ system: CellSystem) { self.system = system }

  /// All sensitive cells.
  ///
  /// - Parameters:
  ///   - hidden: one a cell; sensitive ones may be shown, and are then found.
  ///   - proofs: what a suppression found; checked before it is believed.
  ///   - unprotected: what the suppression gave up: that it is not protected is believed, and no proof is looked for.
  public func report(
    hidden: [Bool], proofs: ProtectionProofs = ProtectionProofs(), unprotected: [Int] = []
  ) -> AuditReport {
    var prover = Prover(system, unknown: system.unknown(hidden))
    for proof in proofs.perturbations where proof.isPossible(system, unknown: prover.unknown) { prover.keep(proof) }
    let sensitive = system.cells.indices.filter { system.cells[$0].protection != nil }
    let given = Set(unprotected)
    var open: [Int] = []
    for cell in sensitive where given.contains(cell) || !prover.prove(cell, limit: IntervalAudit.cycleLimit) {
      open.append(cell)
    }
    let findings: [AuditReport.Finding] = open.compactMap { cell in
      if given.contains(cell) { return AuditReport.Finding(cell: cell, interval: bounds(cell, prover)) }
      return IntervalAudit.proveByProgram(cell, &prover) ? nil : finding(cell, prover)
    }
    return AuditReport(audited: sensitive.count, findings: findings)
  }

  /// What an attacker can find out about a cell, without regard to what it needs. Exact where the cells connected with
  /// it are few (some hundred).
  public func interval(of cell: Int, hidden: [Bool]) -> FeasibleInterval {
    interval(cell, Prover(system, unknown: system.unknown(hidden)))
  }

  /// Linear programs of growing size; whether the cell is proven to be protected in the end.
  private static func proveByProgram(_ cell: Int, _ prover: inout Prover) -> Bool {
    guard prover.unknown[cell] else { return false }
    for size in programSizes {
      if prover.isProtected(cell) { return true }
      var solver = IntervalSolver(prover.system, unknown: prover.unknown, cell: cell, limit: size)
      for direction in [1, -1] {
        let missing = prover.missing(cell)
        let (reached, wanted) =
          direction > 0 ? (prover.above(cell), missing.above) : (prover.below(cell), missing.below)
        guard wanted > 0 else { continue }
        if let proof = solver.reach(direction, most: reached + wanted).proof { prover.keep(proof) }
      }
    }
    return prover.isProtected(cell)
  }

  private func finding(_ cell: Int, _ prover: Prover) -> AuditReport.Finding {
    AuditReport.Finding(cell: cell, interval: interval(cell, prover))
  }

  /// As far as it was proven, with bounds that hold whatever else is known.
  private func bounds(_ cell: Int, _ prover: Prover) -> FeasibleInterval {
    let (own, value) = (system.cells[cell], system.cells[cell].value)
    guard prover.unknown[cell] else { return interval(cell, prover) }
    let asked = own.protection.map { max($0.lower, $0.upper, $0.width) } ?? 0
    var (below, above) = (own.room, Int?.none)
    /// What the bounds so far leave.
    var found: FeasibleInterval {
      FeasibleInterval(
        least: value - prover.below(cell), most: value + prover.above(cell), lowerBound: value - below,
        upperBound: above.map { value + $0 })
    }
    for size in IntervalAudit.boundSizes where !found.isTooNarrow(for: own) {
      var solver = IntervalSolver(system, unknown: prover.unknown, cell: cell, limit: size, edge: .open)
      below = min(below, solver.bound(-1, below: own.room) ?? own.room)
      above = solver.bound(1, below: asked + 1) ?? above
    }
    return found
  }

  private func interval(_ cell: Int, _ prover: Prover) -> FeasibleInterval {
    let value = system.cells[cell].value
    guard prover.unknown[cell] else {
      return FeasibleInterval(least: value, most: value, lowerBound: value, upperBound: value)
    }
    var solver = IntervalSolver(
      system, unknown: prover.unknown, cell: cell, limit: IntervalAudit.programSizes.last ?? 0)
    let down = solver.reach(-1, most: system.cells[cell].room)
    let up = solver.reach(1, most: IntervalAudit.furthest)
    return FeasibleInterval(
      least: value - max(prover.below(cell), down.amount), most: value + max(prover.above(cell), up.amount),
      lowerBound: value - (down.bound ?? system.cells[cell].room), upperBound: up.bound.map { value + $0 })
  }

  /// What reaches so far has no bound.
  private static let furthest = 1 << 32
}
