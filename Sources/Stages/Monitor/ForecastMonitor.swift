import Domain
import Warehouse

/// Warnings of the newest forecast; one that reaches a higher level is another alert. Those that the bulletin before it
/// gave too, or the first bulletin of all, are no news.
enum ForecastMonitor: Monitor {
  static let kinds: [AlertKind] = [.forecast]
  static let sections: [MonitorRules.Section] = [.forecast]

  static func rules(_ all: MonitorRules) -> WarningLevel? { all.warning }

  static func outcome(_ scope: MonitorScope, _ least: WarningLevel) throws -> MonitorOutcome {
    guard
      let newest = try Row.fetchOne(
        scope.db, sql: "SELECT vintage, origin FROM forecast ORDER BY vintage DESC, origin DESC LIMIT 1")
    else { return MonitorOutcome(notes: [scope.texts(.forecastNoteNone)]) }
    let origin: String = newest["origin"]
    let rows = try Row.fetchAll(
      scope.db,
      sql: """
        SELECT region, occupation, level, period FROM forecast_warning WHERE vintage = ? AND origin = ?
        ORDER BY region, occupation
        """,
      arguments: [newest["vintage"] as Int, origin])
    var highest: [[String]: (level: WarningLevel, period: String)] = [:]
    for row in rows {
      let key: [String] = [row["region"], row["occupation"]]
      guard let level = WarningLevel.allCases.first(where: { $0.id == row["level"] }),
        level >= least, level > highest[key]?.level ?? .blue || highest[key] == nil
      else { continue }
      highest[key] = (level, row["period"])
    }
    let published = try published(before: origin, scope.db)
    let wording = OutlookWording(texts: scope.texts, language: .zh)
    let alerts = highest.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, value in
      let until = Period(value.period)?.nameZh ?? value.period
      return AlertCandidate(
        .forecast, [key[0], key[1], value.level.id],
        title: "\(scope.regionName(key[0])) \(scope.occupationName(key[1]))",
        figure: scope.texts(.forecastFigure, ["level": wording.name(of: value.level)]),
        reason: scope.texts(.forecastReason, ["origin": Period(origin)?.nameZh ?? origin, "period": until]),
        place: scope.texts(.forecastPlace), isPublished: published.contains(key + [value.level.id]))
    }
    return MonitorOutcome(alerts: alerts)
  }

  /// Region, occupation and level of each warning of the last forecast made a period or more before `origin`; where there
  /// is none, of the first made of `origin` itself.
  private static func published(before origin: String, _ db: Database) throws -> Set<[String]> {
    let earlier = try Row.fetchOne(
      db,
      sql: """
        SELECT vintage, origin FROM forecast WHERE origin < ?1 AND length(origin) = length(?1)
        ORDER BY origin DESC, vintage DESC LIMIT 1
        """, arguments: [origin])
    let first = try Row.fetchOne(
      db, sql: "SELECT vintage, origin FROM forecast WHERE origin = ? ORDER BY vintage LIMIT 1", arguments: [origin])
    guard let basis = earlier ?? first else { return [] }
    let rows = try Row.fetchAll(
      db, sql: "SELECT region, occupation, level FROM forecast_warning WHERE vintage = ? AND origin = ?",
      arguments: [basis["vintage"] as Int, basis["origin"] as String])
    return Set(rows.map { [$0["region"], $0["occupation"], $0["level"]] })
  }
}
