import Domain
import TestSupport
import Testing

@testable import Stages

@Suite struct MonitorsTests {
  @Test func everyKindOfAlertHasOneMonitor() {
    let kinds = Monitors.all.flatMap { $0.kinds }
    // Checks are declared in SQL, and no monitor.
    let watched = Set(AlertKind.allCases).subtracting([.check])
    #expect(Set(kinds) == watched && kinds.count == watched.count)
  }

  @Test func rulesWithAllSectionsAreToldNothingOf() throws {
    let outcome = try MonitoredWarehouse().look("2026-10-12", Monitors.outcome)
    #expect(!outcome.notes.contains { $0.contains("一节") })
    #expect(outcome.notes.count > 1)
  }

  /// A monitor is off where, and only where, a section that it names is missing.
  @Test(arguments: MonitorRules.Section.allCases)
  func aMissingSectionIsOffAndToldOnce(section: MonitorRules.Section) throws {
    var rules = MonitorRules.test
    switch section {
    case .late: rules.follow = nil
    case .files: rules.files = nil
    case .values: rules.values = nil
    case .titles: rules.titles = nil
    case .market: rules.market = nil
    case .forecast: rules.warning = nil
    case .archives: rules.archiveDays = nil
    case .releases: rules.releaseDays = nil
    }
    #expect(MonitorRules.Section.allCases.filter { !rules.has($0) } == [section])
    func isOff(_ monitor: any Monitor.Type) -> Bool {
      func isOff<Own: Monitor>(_ monitor: Own.Type) -> Bool { monitor.rules(rules) == nil }
      return isOff(monitor)
    }
    for monitor in Monitors.all { #expect(isOff(monitor) == monitor.sections.contains(section)) }
    let whole = try MonitoredWarehouse().look("2026-10-12", Monitors.outcome)
    let outcome = try MonitoredWarehouse().look("2026-10-12", rules: rules, Monitors.outcome)
    let notes = outcome.notes.filter { !whole.notes.contains($0) }
    #expect(notes.count == 1 && notes[0].hasPrefix("rules/monitor.yaml 没有 \(section.rawValue) 一节, 不查"))
    #expect(outcome.alerts.isEmpty)
  }

  @Test func withoutAnyRulesOnlyRefusedFilesAreToldOf() throws {
    let file = RefusedFile(place: "in/x.csv", message: "坏", remedy: "改")
    let rules = MonitorRules(calendar: WorkingDays(holidays: [], workdays: []))
    let outcome = try MonitoredWarehouse().look("2026-10-12", rules: rules, refused: [file], Monitors.outcome)
    #expect(outcome.alerts.map(\.kind) == [.refused])
    #expect(outcome.notes.count == MonitorRules.Section.allCases.count)
    #expect(outcome.notes[1] == "rules/monitor.yaml 没有 files 一节, 不查表头变化、新的取值、行数异常、退回过多、重复过多")
  }
}
