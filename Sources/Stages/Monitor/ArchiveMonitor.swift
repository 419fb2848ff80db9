import Domain
import Warehouse

/// Archives that were applied for and not sent within the working days that the rules allow.
enum ArchiveMonitor: Monitor {
  static let kinds: [AlertKind] = [.archive]
  static let sections: [MonitorRules.Section] = [.archives]

  static func rules(_ all: MonitorRules) -> Int? { all.archiveDays }

  static func outcome(_ scope: MonitorScope, _ limit: Int) throws -> MonitorOutcome {
    // What was sent since the last export is not known: judged as of the newest day that the exports speak of.
    let known = try Int.fetchOne(
      scope.db,
      sql: "SELECT max(max(received_on, coalesce(applied_on, 0), coalesce(sent_on, 0))) FROM archives")
    guard let known else { return MonitorOutcome(notes: [scope.texts(.archiveNoteNone)]) }
    let until = min(Day(ordinal: known), scope.day)
    var outcome = MonitorOutcome()
    if !scope.rules.calendar.knows(year: until.components.year) {
      outcome.notes.append(scope.unknownHolidays(until))
    }
    let open = try Row.fetchAll(
      scope.db,
      sql: """
        SELECT archive_id, applied_on FROM archives WHERE sent_on IS NULL AND applied_on < ? ORDER BY applied_on, archive_id
        """,
      arguments: [until.ordinal - limit])
    for row in open {
      let (id, applied) = (row["archive_id"] as String, Day(ordinal: row["applied_on"]))
      let days = scope.rules.calendar.count(after: applied, through: until)
      guard days > limit else { continue }
      outcome.alerts.append(
        AlertCandidate(
          .archive, [id], title: scope.texts(.archiveTitle, ["id": id]),
          figure: scope.texts(.archiveFigure, ["days": "\(days)", "limit": "\(limit)"]),
          reason: scope.texts(.archiveReason, ["applied": applied.iso, "until": until.iso]),
          place: scope.texts(.archivePlace)))
    }
    return outcome
  }
}
