/// What a bureau changes of the checks: `rules/checks.yaml`.
public struct CheckRules: Sendable {
  /// Ids of checks that are not run.
  public let off: Set<String>
  /// Values of parameters, by id of the check.
  public let values: [String: [String: Check.Value]]

  public init(off: Set<String> = [], values: [String: [String: Check.Value]] = [:]) {
    self.off = off
    self.values = values
  }

  /// The values that a check is run with.
  public func values(of check: Check) -> [String: Check.Value] {
    check.values.merging(values[check.id] ?? [:]) { _, own in own }
  }
}
