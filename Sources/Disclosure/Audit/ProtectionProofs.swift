/// Assignments that show how far intervals reach: what a suppression hands to the audit, which checks each of them.
public struct ProtectionProofs: Sendable {
  let perturbations: [Perturbation]

  /// None: the audit looks for its own.
  public init() { perturbations = [] }

  init(_ perturbations: [Perturbation]) { self.perturbations = perturbations }
}
