/// What the monitors say of a night.
public struct MonitorOutcome: Sendable, Equatable {
  public var alerts: [AlertCandidate]
  /// What could not be looked at and why, in Chinese, a line each.
  public var notes: [String]

  public init(alerts: [AlertCandidate] = [], notes: [String] = []) {
    self.alerts = alerts
    self.notes = notes
  }

  public static func + (left: MonitorOutcome, right: MonitorOutcome) -> MonitorOutcome {
    MonitorOutcome(alerts: left.alerts + right.alerts, notes: left.notes + right.notes)
  }
}
