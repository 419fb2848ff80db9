import Documents
import Domain
import Warehouse

/// Files of which far more rows are left without an occupation code than of those before: the source words its titles
/// otherwise, or has lost them.
enum TitleMonitor: Monitor {
  static let kinds: [AlertKind] = [.titles]
  static let sections: [MonitorRules.Section] = [.titles]

  static func rules(_ all: MonitorRules) -> MonitorRules.Titles? { all.titles }

  private struct File {
    let id: Int
    let name: String
    /// Percent of its accepted rows.
    let uncoded: Double
    /// Whether any of its occupations was not given.
    let isRead: Bool
  }

  static func outcome(_ scope: MonitorScope, _ rules: MonitorRules.Titles) throws -> MonitorOutcome {
    var outcome = MonitorOutcome()
    var young: [String] = []
    for input in scope.inputs {
      let files = try files(input.source, rules, scope)
      if files.count <= rules.exports, files.contains(where: \.isRead) { young.append(input.title) }
      // The newest stands for those before that came in the same night.
      let risen = files.lazy.filter { scope.watches($0.id, newest: files.first?.id) }.compactMap {
        file -> AlertCandidate? in
        let before = files.filter { $0.id < file.id }.prefix(rules.exports)
        guard before.count == rules.exports else { return nil }
        let usual = before.reduce(0) { $0 + $1.uncoded } / Double(before.count)
        return file.uncoded - usual > rules.points ? alert(file, usual, input, rules, scope.texts) : nil
      }.first
      if let risen { outcome.alerts.append(risen) }
    }
    if !young.isEmpty {
      outcome.notes.append(
        scope.texts(.titlesNoteYoung, ["exports": "\(rules.exports)", "sources": scope.texts.list(young)]))
    }
    return outcome
  }

  /// The exports with occupations, the newest first.
  private static func files(
    _ source: String, _ rules: MonitorRules.Titles, _ scope: MonitorScope
  ) throws -> [File] {
    let bases = [TitleBasis.empty, .unknown, .several].map { "\($0.rawValue)" }.joined(separator: ", ")
    return try Row.fetchAll(
      scope.db,
      sql: """
        SELECT f.id, f.name, sum(CASE WHEN c.basis IN (\(bases)) THEN c.rows ELSE 0 END) AS uncoded, sum(c.rows) AS rows,
          sum(CASE WHEN c.basis > 0 THEN c.rows ELSE 0 END) > 0 AS is_read
        FROM file f JOIN file_coded c ON c.file = f.id
        WHERE f.source = ? AND \(MonitorScope.isExport)
        GROUP BY f.id HAVING sum(c.rows) >= ? ORDER BY f.id DESC
        """,
      arguments: [source, rules.least]
    ).map { row in
      File(
        id: row["id"], name: row["name"], uncoded: Double(row["uncoded"] as Int) * 100 / Double(row["rows"] as Int),
        isRead: row["is_read"])
    }
  }

  private static func alert(
    _ file: File, _ usual: Double, _ input: NightInput, _ rules: MonitorRules.Titles, _ texts: Texts
  ) -> AlertCandidate {
    func percent(_ share: Double) -> String { NumberText.fixed(share, decimals: 1) + "%" }
    return AlertCandidate(
      .titles, [input.source], title: "\(input.title) \(file.name)",
      figure: texts(.titlesFigure, ["share": percent(file.uncoded), "usual": percent(usual)]),
      reason: texts(
        .titlesReason, ["points": NumberText.fixed(rules.points, decimals: 0), "exports": "\(rules.exports)"]),
      place: texts(.titlesPlace))
  }
}
