import Documents
import Domain
import Warehouse

/// Files with far more or fewer rows, rejected rows or duplicates than those before of the same source.
enum FileMonitor: Monitor {
  static let kinds: [AlertKind] = [.rows, .rejects, .duplicates]
  static let sections: [MonitorRules.Section] = [.files]

  static func rules(_ all: MonitorRules) -> MonitorRules.Files? { all.files }

  private struct File {
    let id: Int
    let name: String
    let rows: Int
    let rejected: Double
    let duplicate: Double
  }

  static func outcome(_ scope: MonitorScope, _ rules: MonitorRules.Files) throws -> MonitorOutcome {
    var outcome = MonitorOutcome()
    var young: [String] = []
    for input in scope.inputs {
      let files = try files(input.source, rules, scope)
      if !files.isEmpty, files.count <= rules.least { young.append(input.title) }
      var alerts: [AlertCandidate] = []
      for file in files where scope.watches(file.id, newest: files.first?.id) {
        let before = files.filter { $0.id < file.id }.prefix(rules.history)
        guard before.count >= rules.least else { continue }
        // One of a kind and source: the newest file stands for those before.
        for alert in self.alerts(file, after: Array(before), of: input, by: rules, scope)
        where !alerts.contains(where: { $0.id == alert.id }) { alerts.append(alert) }
      }
      outcome.alerts += alerts
    }
    if !young.isEmpty {
      outcome.notes.append(
        scope.texts(.filesNoteYoung, ["least": "\(rules.least)", "sources": scope.texts.list(young)]))
    }
    return outcome
  }

  /// The newest first.
  private static func files(
    _ source: String, _ rules: MonitorRules.Files, _ scope: MonitorScope
  ) throws -> [File] {
    try Row.fetchAll(
      scope.db,
      sql: """
        SELECT f.id, f.name, f.rows, f.rejected, f.duplicate FROM file f
        WHERE f.source = :source AND \(MonitorScope.isExport)
          AND (f.id > :vintage OR f.id IN (SELECT id FROM file WHERE source = :source ORDER BY id DESC LIMIT :limit))
        ORDER BY f.id DESC
        """,
      arguments: [
        "source": source, "vintage": scope.vintage, "limit": rules.history * 2 + 1,
      ]
    ).map { row in
      let rows: Int = row["rows"]
      func share(_ column: String) -> Double { Double(row[column] as Int) / Double(max(rows, 1)) }
      return File(
        id: row["id"], name: row["name"], rows: rows, rejected: share("rejected"), duplicate: share("duplicate"))
    }
  }

  private static func alerts(
    _ file: File, after before: [File], of input: NightInput, by rules: MonitorRules.Files, _ scope: MonitorScope
  ) -> [AlertCandidate] {
    let texts = scope.texts
    var alerts: [AlertCandidate] = []
    func add(_ kind: AlertKind, _ figure: String, _ reason: String, _ place: String) {
      alerts.append(
        AlertCandidate(
          kind, [input.source], title: "\(input.title) \(file.name)", figure: figure, reason: reason, place: place))
    }
    // Counts scatter by their square root anyhow.
    let usual = RobustBand.median(before.map { Double($0.rows) }) ?? 0
    let rows = RobustBand(before.map { Double($0.rows) }, floor: max(rules.rowsFloor * usual, usual.squareRoot(), 1))
    if let rows, abs(rows.deviations(of: Double(file.rows))) > rules.deviations {
      let isMore = Double(file.rows) > rows.median
      add(
        .rows,
        texts(.rowsFigure, ["rows": "\(file.rows)", "usual": NumberText.fixed(rows.median, decimals: 0)]),
        texts(isMore ? .rowsMore : .rowsFewer, ["count": "\(rows.count)"]),
        texts(isMore ? .rowsMorePlace : .rowsFewerPlace))
    }
    if let band = shares(before.map(\.rejected), file, rules), band.deviations(of: file.rejected) > rules.deviations {
      add(
        .rejects,
        texts(.rejectsFigure, ["share": percent(file.rejected), "usual": percent(band.median)]),
        texts(.rejectsReason), texts(.rejectsPlace, ["folder": scope.lists]))
    }
    if let band = shares(before.map(\.duplicate), file, rules), band.deviations(of: file.duplicate) > rules.deviations {
      add(
        .duplicates,
        texts(.duplicatesFigure, ["share": percent(file.duplicate), "usual": percent(band.median)]),
        texts(.duplicatesReason), texts(.duplicatesPlace))
    }
    return alerts
  }

  /// A share of few rows scatters by chance: the spread is at least the standard error of a share of that many.
  private static func shares(_ before: [Double], _ file: File, _ rules: MonitorRules.Files) -> RobustBand? {
    guard let usual = RobustBand.median(before).map({ min(max($0, rules.shareFloor), 0.5) }) else { return nil }
    return RobustBand(
      before, floor: max(rules.shareFloor, (usual * (1 - usual) / Double(max(file.rows, 1))).squareRoot()))
  }

  private static func percent(_ share: Double) -> String { NumberText.fixed(share * 100, decimals: 1) + "%" }
}
