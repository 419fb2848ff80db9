/// What an audit found.
public struct AuditReport: Sendable, Equatable {
  /// A sensitive cell that is not proven to be protected.
  public struct Finding: Sendable, Equatable {
    /// Number of the cell.
    public let cell: Int
    /// What an attacker can find out; where it is not exact, the search ended without a proof, which counts as a
    /// finding.
    public let interval: FeasibleInterval
  }

  /// Sensitive cells.
  public let audited: Int
  /// Ascending by cell.
  public let findings: [Finding]

  /// Whether every sensitive cell is proven to be protected.
  public var isClean: Bool { findings.isEmpty }
}
