import Disclosure
import Domain

/// Which leaves the readers of an edition may see. Made by deciding and auditing a whole system of linked cells, and in no
/// other way.
public struct LeafDecisions: Sendable {
  public let audience: Audience
  /// Leaves that may be seen; one that stands in neither set was never looked at, and is not shown.
  private var shown: Set<Leaf>
  private var hidden: Set<Leaf>
  /// Sensitive leaves that nothing protects any more, since earlier editions showed too much.
  public let exposed: [Leaf]
  /// Those of which readers certainly know too much.
  private let certain: Set<Leaf>
  /// What doubt there may be of an exposed leaf, as far as it must be left in doubt.
  private let doubts: [Leaf: DisclosedVintage.Doubt]
  /// That what is hidden is protected, by the numbers of the builder.
  public let proofs: ProtectionProofs
  /// What protection costs.
  public let loss: LossReport

  /// Hides what must be hidden of a system, and audits the result.
  ///
  /// - Parameters:
  ///   - names: the leaves that stand for the same cell under other names, and the name in the builder.
  ///   - zeros: leaves that are known to be empty: they are no cells, since everybody may know that nothing is there; and
  ///     others that nothing hidden can be computed from.
  ///   - period: the period decided on; cells of others are there for what they tell of it. Nil: all.
  ///   - known: proofs, by the numbers of the builder, that need not be looked for where they hold.
  /// - Throws: `PipelineError` TF418 where a shown figure would betray a hidden one: an error of this program;
  ///   `CellSystemFailure`.
  public init(
    deciding builder: CellSystemBuilder<Leaf>, names: [Leaf: Leaf] = [:], zeros: Set<Leaf> = [],
    of period: Period? = nil, knowing known: ProtectionProofs = ProtectionProofs(),
    for audience: Audience
  ) throws {
    let system = try builder.system()
    let suppression = Suppression(system, known: known)
    let report = IntervalAudit(system).report(
      hidden: suppression.hidden, proofs: suppression.proofs, unprotected: suppression.unprotected)
    let unprotected = Set(suppression.unprotected)
    if let first = report.findings.map(\.cell).first(where: { !unprotected.contains($0) }) {
      let leaf = builder.keys[first]
      throw PipelineError(
        .failedDisclosureAudit, .software, at: "\(leaf.period)", "披露审计未通过: \(leaf.region)/\(leaf.measure)/\(leaf.part)",
        remedy: "请把这条信息报告给开发者")
    }
    self.audience = audience
    var (shown, hidden) = (zeros, Set<Leaf>())
    for (cell, key) in builder.keys.enumerated() where period.map({ key.period == $0 }) ?? true {
      if suppression.hidden[cell] { hidden.insert(key) } else { shown.insert(key) }
    }
    // A name for what is not there stays unknown.
    for (name, key) in names where hidden.contains(key) { hidden.insert(name) }
    for (name, key) in names where shown.contains(key) { shown.insert(name) }
    self.shown = shown.subtracting(hidden)
    self.hidden = hidden
    exposed = suppression.unprotected.map { builder.keys[$0] }
    certain = Set(
      report.findings.filter { finding in finding.interval.isTooNarrow(for: system.cells[finding.cell]) }
        .map { builder.keys[$0.cell] })
    doubts = Dictionary(
      uniqueKeysWithValues: report.findings.map { finding in
        let left = finding.interval.doubt(of: system.cells[finding.cell])
        return (builder.keys[finding.cell], (left?.lower ?? 0, left?.upper ?? 0, left?.width ?? 0))
      })
    proofs = suppression.proofs
    loss = LossReport(system, hidden: suppression.hidden)
  }

  /// True of a leaf that must not be seen, or that nobody has looked at.
  public func hides(_ leaf: Leaf) -> Bool { !shown.contains(leaf) }

  /// Whether readers certainly know too much of an exposed leaf.
  public func isCertain(_ leaf: Leaf) -> Bool { certain.contains(leaf) }

  /// The doubt that there may be of an exposed leaf, no more than it must be left in; none of others.
  public func doubt(_ leaf: Leaf) -> DisclosedVintage.Doubt { doubts[leaf] ?? (0, 0, 0) }

  /// Those of another system for the same readers, decided after this one.
  public func joined(with other: LeafDecisions) -> LeafDecisions {
    precondition(audience == other.audience, "decisions for two kinds of readers are never joined")
    var all = self
    all.hidden.formUnion(other.hidden)
    all.shown = shown.union(other.shown).subtracting(all.hidden)
    return all
  }
}

extension ExposedCount {
  /// - Parameter isNews: whether earlier editions can tell of it, and that had not been said before. Where it is not, a
  ///   lack of proof is no certainty.
  public init(_ leaf: Leaf, _ decisions: LeafDecisions, isNews: Bool) {
    self.init(
      "\(leaf.period) \(leaf.region)/\(leaf.measure)/\(leaf.part)",
      isCertain: isNews && decisions.isCertain(leaf))
  }
}
