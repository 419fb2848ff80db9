/// Assignments that show how far intervals reach: what a suppression hands to the audit, which checks each of them, and to
/// the suppression of a later system that holds most of the same cells.
public struct ProtectionProofs: Sendable {
  let perturbations: [Perturbation]

  /// None: the audit looks for its own.
  public init() { perturbations = [] }

  /// What was kept of another system; what of it is not possible in this one is of no use, and does no harm.
  ///
  /// - Parameter changes: by how much each proof changes cells; each cell once a proof.
  public init(_ changes: some Sequence<[(cell: Int, change: Int)]>) { perturbations = changes.map { Perturbation($0) } }

  init(_ perturbations: [Perturbation]) { self.perturbations = perturbations }

  /// By how much each proof changes cells, ascending by cell.
  public var changes: [[(cell: Int, change: Int)]] { perturbations.map(\.changes) }
}
