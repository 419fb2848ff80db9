import Domain

/// The monitors there are.
public enum Monitors {
  /// In the order in which a page lists what they could not look at.
  static let all: [any Monitor.Type] = [
    RefusedMonitor.self, LateMonitor.self, HeaderMonitor.self, ValueMonitor.self, FileMonitor.self,
    TitleMonitor.self, ArchiveMonitor.self, ReleaseMonitor.self, MarketMonitor.self, FigureMonitor.self,
    ForecastMonitor.self,
  ]

  /// Everything that they find, and a note for each section that the bureau's rules lack.
  public static func outcome(_ scope: MonitorScope) throws -> MonitorOutcome {
    let missing = MonitorRules.Section.allCases.filter { !scope.rules.has($0) }
    let found = try all.map { try $0.outcome(scope) }
    return found.reduce(MonitorOutcome(notes: missing.map { note($0, scope.texts) }), +)
  }

  private static func note(_ section: MonitorRules.Section, _ texts: Texts) -> String {
    let kinds = all.filter { $0.sections.contains(section) }.flatMap { $0.kinds.map(texts.name) }
    return texts(.noteNoRules, ["section": section.rawValue, "kinds": texts.list(kinds)])
  }
}
