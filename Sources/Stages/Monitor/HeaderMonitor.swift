import Domain
import Warehouse

/// Headers that are not what most files of the source had before.
enum HeaderMonitor: Monitor {
  static let kinds: [AlertKind] = [.header]
  static let sections: [MonitorRules.Section] = [.files]

  static func rules(_ all: MonitorRules) -> MonitorRules.Files? { all.files }

  static func outcome(_ scope: MonitorScope, _ rules: MonitorRules.Files) throws -> MonitorOutcome {
    MonitorOutcome(
      alerts: try scope.inputs.flatMap { input in
        let limit = rules.history * 2 + 1
        let headers = try FileTraits.headers(scope.db, source: input.source, limit: limit, where: MonitorScope.isExport)
        var alerts: [AlertCandidate] = []
        for header in headers where scope.watches(header.file, newest: headers.first?.file) {
          let before = headers.filter { $0.file < header.file }.prefix(rules.history).map(\.names)
          guard let usual = usual(before), let alert = try alert(header, usual, input, scope),
            !alerts.contains(where: { $0.id == alert.id })
          else { continue }
          alerts.append(alert)
        }
        return alerts
      })
  }

  /// The header of most files; the newest of those that are equally frequent. Nil where there are none.
  static func usual(_ headers: [[String]]) -> [String]? {
    var counts: [[String]: Int] = [:]
    for header in headers { counts[header, default: 0] += 1 }
    guard let most = counts.values.max() else { return nil }
    return headers.first { counts[$0] == most }
  }

  private static func alert(
    _ header: (file: Int, names: [String]), _ usual: [String], _ input: NightInput, _ scope: MonitorScope
  ) throws -> AlertCandidate? {
    let added = header.names.filter { !usual.contains($0) }.sorted()
    let gone = usual.filter { !header.names.contains($0) }.sorted()
    let changes =
      gone.map { scope.texts(.headerGone, ["column": $0]) } + added.map { scope.texts(.headerAdded, ["column": $0]) }
    // Another order of the same columns changes nothing.
    guard !changes.isEmpty else { return nil }
    let name = try String.fetchOne(scope.db, sql: "SELECT name FROM file WHERE id = ?", arguments: [header.file])
    return AlertCandidate(
      .header, [input.source, (gone.map { "-\($0)" } + added.map { "+\($0)" }).joined(separator: " ")],
      title: input.title, figure: changes.joined(separator: ", "),
      reason: scope.texts(.headerReason, ["file": name ?? ""]),
      place: scope.texts(.headerPlace))
  }
}
