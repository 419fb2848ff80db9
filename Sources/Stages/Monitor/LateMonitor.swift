import Domain
import Warehouse

/// Exports that did not come in their rhythm.
///
/// A file stands for the period that its name speaks of; where names speak of none, for the newest period that had ended
/// before the night that took it, a second one of the same night for the one before.
enum LateMonitor: Monitor {
  static let kinds: [AlertKind] = [.late]
  static let sections: [MonitorRules.Section] = [.late]

  static func rules(_ all: MonitorRules) -> Int? { all.follow }

  static func outcome(_ scope: MonitorScope, _ follow: Int) throws -> MonitorOutcome {
    var outcome = MonitorOutcome()
    let without = scope.inputs.filter { $0.rhythm == nil }.map(\.title)
    if !without.isEmpty {
      outcome.notes.append(scope.texts(.lateNoteNoRhythm, ["sources": scope.texts.list(without)]))
    }
    let isByWorkdays = scope.inputs.contains { $0.rhythm?.every == .workday }
    if isByWorkdays, !scope.rules.calendar.knows(year: scope.day.components.year) {
      outcome.notes.append(scope.unknownHolidays(scope.day))
    }
    for input in scope.inputs {
      guard let rhythm = input.rhythm else { continue }
      let taken = try Row.fetchAll(
        scope.db,
        sql: """
          SELECT f.name, r.started FROM file f JOIN run r ON r.id = f.run
          WHERE f.source = ? AND \(MonitorScope.isExport) ORDER BY f.id DESC
          """,
        arguments: [input.source]
      ).compactMap { row in Day(iso: row["started"]).map { (name: row["name"] as String, day: $0) } }
      guard !taken.isEmpty else {
        outcome.notes.append(scope.texts(.lateNoteNoFiles, ["source": input.title]))
        continue
      }
      outcome.alerts += alerts(input, due: rhythm, taken: taken, follow: follow, scope)
    }
    return outcome
  }

  private static func alerts(
    _ input: NightInput, due rhythm: DeliverySchedule, taken: [(name: String, day: Day)], follow: Int,
    _ scope: MonitorScope
  ) -> [AlertCandidate] {
    // One more than is asked for: what a file without a named period stands for does not depend on what is due.
    let periods = rhythm.ended(before: scope.day, count: follow + rhythm.by, scope.rules.calendar)
    let covered = LateMonitor.covered(periods, taken, rhythm.every)
    // Before the first file nothing was expected.
    let start = taken.map { ExportPeriod(named: $0.name, rhythm.every)?.first ?? $0.day }.min() ?? scope.day
    let due = periods.filter { rhythm.due($0) <= scope.day }.prefix(follow)
    let last = taken[0]
    return due.filter { !covered.contains($0) && $0.first > start }.map { period in
      let nights = scope.day.ordinal - rhythm.due(period).ordinal
      return AlertCandidate(
        .late, [input.source, period.first.iso], title: "\(input.title) \(period.label)",
        figure: nights == 0 ? scope.texts(.lateTonight) : scope.texts(.lateNights, ["nights": "\(nights)"]),
        reason: scope.texts(
          .lateReason, ["due": rhythm.due(period).iso, "file": last.name, "day": last.day.iso]),
        place: scope.texts(.latePlace, ["files": input.files]))
    }
  }

  /// - Parameter periods: the newest first.
  static func covered(
    _ periods: [ExportPeriod], _ taken: [(name: String, day: Day)], _ every: DeliverySchedule.Every
  ) -> Set<ExportPeriod> {
    var covered: Set<ExportPeriod> = []
    for file in taken.reversed() {
      if let named = ExportPeriod(named: file.name, every) {
        covered.insert(named)
      } else if let free = periods.first(where: { $0.last < file.day && !covered.contains($0) }) {
        covered.insert(free)
      }
    }
    return covered
  }
}

extension MonitorScope {
  func unknownHolidays(_ day: Day) -> String { texts(.noteHolidays, ["year": "\(day.components.year)"]) }

  /// What a figure is held against, and on which side of that it lies.
  func range(_ period: Period, isAbove: Bool, _ history: SeasonalHistory) -> String {
    let before = texts(
      history.isSeasonal ? .marketHistoryYears : .marketHistoryRecent, ["count": "\(history.values.count)"])
    return texts(isAbove ? .marketAbove : .marketBelow, ["period": period.nameZh, "history": before])
  }
}
