import Domain
import Warehouse

/// Values that no code list has and that never came before: the other system has a new one.
enum ValueMonitor: Monitor {
  static let kinds: [AlertKind] = [.value]
  static let sections: [MonitorRules.Section] = [.values, .files]

  struct Rules {
    let values: MonitorRules.Values
    /// Files before, without which a source says nothing.
    let least: Int
  }

  static func rules(_ all: MonitorRules) -> Rules? {
    guard let values = all.values, let files = all.files else { return nil }
    return Rules(values: values, least: files.least)
  }

  static func outcome(_ scope: MonitorScope, _ rules: Rules) throws -> MonitorOutcome {
    // What came before the first page is what there always was.
    guard let base = try Int.fetchOne(scope.db, sql: "SELECT min(vintage) FROM night WHERE published = 1") else {
      return MonitorOutcome(notes: [scope.texts(.valueNoteFirst)])
    }
    let since = Day(ordinal: scope.day.ordinal - rules.values.nights).iso
    return MonitorOutcome(
      alerts: try scope.inputs.flatMap { input in
        try Row.fetchAll(
          scope.db,
          sql: """
            SELECT met.field, met.value, met.rows, substr(r.started, 1, 10) AS first FROM (
              SELECT v.field, v.value, sum(v.rows) AS rows, min(f.id) AS file FROM file f
              JOIN file_value v ON v.file = f.id WHERE f.source = :source GROUP BY v.field, v.value) AS met
            JOIN file f ON f.id = met.file JOIN run r ON r.id = f.run
            WHERE met.rows >= :rows AND met.file > :base AND substr(r.started, 1, 10) > :since
              AND (SELECT count(*) FROM file b WHERE b.source = :source AND b.id < met.file) >= :least
            ORDER BY met.rows DESC, met.field, met.value
            """,
          arguments: [
            "source": input.source, "since": since, "rows": rules.values.rows, "least": rules.least,
            "base": base,
          ]
        ).map { row in
          let (field, value, rows, first): (String, String, Int, String) = (
            row["field"], row["value"], row["rows"], row["first"]
          )
          return AlertCandidate(
            .value, [input.source, field, value], title: "\(input.title) \(field): \(value)",
            figure: scope.texts(.valueFigure, ["rows": "\(rows)"]),
            reason: scope.texts(.valueReason, ["day": first, "field": field]),
            place: scope.texts(.valuePlace, ["source": input.source]))
        }
      })
  }
}
