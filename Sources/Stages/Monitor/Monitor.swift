import Domain

/// Looks at one thing every night.
protocol Monitor {
  /// What of the rules it goes by.
  associatedtype Rules

  /// The kinds of alerts that it raises: no other monitor raises them.
  static var kinds: [AlertKind] { get }
  /// The sections of `rules/monitor.yaml` that hold its rules.
  static var sections: [MonitorRules.Section] { get }

  /// Nil where one of its sections is missing: then it is off.
  static func rules(_ all: MonitorRules) -> Rules?
  /// What it finds; it does not read all facts.
  static func outcome(_ scope: MonitorScope, _ rules: Rules) throws -> MonitorOutcome
}

extension Monitor {
  /// What it finds; nothing where it is off.
  static func outcome(_ scope: MonitorScope) throws -> MonitorOutcome {
    try rules(scope.rules).map { try outcome(scope, $0) } ?? MonitorOutcome()
  }
}
