/// Which cells are hidden, and the proof that it suffices.
public struct Suppression: Sendable {
  /// One a cell: sensitive, withheld and secondary ones.
  public let hidden: [Bool]
  /// For the audit.
  public let proofs: ProtectionProofs
  /// Sensitive cells for which nothing was found to protect them: mostly as the attacker knows too much already (an
  /// earlier edition, a fact), or as only zeros could be hidden. Ascending. The audit finds the same cells and tells
  /// their intervals.
  public let unprotected: [Int]

  /// Hides what is sensitive, and as little as possible besides.
  ///
  /// First each sensitive cell in turn gets the cheapest further cells that leave an attacker enough doubt; what is
  /// hidden already costs nothing. Then hidden cells that turned out not to be needed are shown again, the dearest
  /// first. The same system and the same known proofs always give the same result.
  ///
  /// - Parameter known: of a system with most of the same cells; what of it is possible here need not be looked for.
  public init(_ system: CellSystem, known: ProtectionProofs = ProtectionProofs()) {
    let unknown = system.unknown(system.hiddenAtFirst)
    let known = known.perturbations.filter { $0.isPossible(system, unknown: unknown) }
    let isSmall = system.cells.count <= Suppression.smallSystem
    let orders = Suppression.orders(system)
    guard isSmall else {
      let plans = IndependentParts(system, unknown: unknown, order: orders[0], known: known, count: 2).map {
        SuppressionPlan(system, unknown: unknown, order: $0.order, known: $0.known, isThorough: false)
      }
      hidden = plans.dropFirst().reduce(plans[0].hidden) { all, plan in zip(all, plan.hidden).map { $0 || $1 } }
      proofs = ProtectionProofs(plans.flatMap(\.proofs.perturbations))
      unprotected = plans.flatMap(\.unprotected).sorted()
      return
    }
    var best = SuppressionPlan(system, unknown: unknown, order: orders[0], known: known, isThorough: true)
    for order in orders.dropFirst() {
      let plan = SuppressionPlan(system, unknown: unknown, order: order, known: known, isThorough: true)
      if (plan.unprotected.count, plan.cost) < (best.unprotected.count, best.cost) { best = plan }
    }
    hidden = best.hidden
    proofs = best.proofs
    unprotected = best.unprotected
  }

  /// Cells up to which several orders are tried and the cheapest result is taken.
  private static let smallSystem = 500

  /// The hardest first (what needs most doubt beside the smallest value), then others.
  private static func orders(_ system: CellSystem) -> [[Int]] {
    let sensitive = system.cells.indices.filter { system.cells[$0].protection != nil }
    let hardestFirst = sensitive.sorted { one, other in
      let (a, b) = (system.cells[one], system.cells[other])
      return (b.need, a.value, one) < (a.need, b.value, other)
    }
    return [hardestFirst, hardestFirst.reversed(), sensitive, sensitive.reversed()]
  }
}

extension Cell {
  fileprivate var need: Int { protection.map { max($0.width, $0.upper + $0.lower) } ?? 0 }
}
