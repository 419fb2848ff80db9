import Domain
import Warehouse

/// The forecasts of a city that the warehouse keeps: what a bulletin of the same quarter says too.
public struct CatalogForecasts: Sendable {
  private let forecasts: [String: CatalogForecast]

  init(_ forecasts: [String: CatalogForecast]) { self.forecasts = forecasts }

  /// - Parameters:
  ///   - origin: the last quarter that was known.
  ///   - region: code of the city.
  /// - Returns: nil where none were stored of the present state of the ledger.
  /// - Throws: `DatabaseError`.
  public init?(_ db: Database, origin: Period, region: String) throws {
    let key: StatementArguments = [try Ledger.vintage(db), origin.description, region]
    var steps: [String: [(period: Period, gap: OutlookStep)]] = [:]
    try Row.forEach(
      db,
      sql: """
        SELECT occupation, period, p2_5, p10, p50, p90, p97_5 FROM forecast
        WHERE vintage = ? AND origin = ? AND region = ? AND measure = 'gap' ORDER BY occupation, period
        """, arguments: key
    ) { row in
      guard let period = Period(row["period"]) else { return }
      let gap = OutlookStep(
        point: row["p50"], low80: row["p10"], high80: row["p90"], low95: row["p2_5"], high95: row["p97_5"])
      steps[row["occupation"], default: []].append((period, gap))
    }
    guard !steps.isEmpty else { return nil }
    let warned = try Row.fetchAll(
      db, sql: "SELECT occupation, level FROM forecast_warning WHERE vintage = ? AND origin = ? AND region = ?",
      arguments: key)
    var warnings: [String: WarningLevel] = [:]
    for row in warned {
      let occupation: String = row["occupation"]
      guard let level = WarningLevel.allCases.first(where: { $0.id == row["level"] as String }) else { continue }
      warnings[occupation] = max(level, warnings[occupation] ?? level)
    }
    forecasts = Dictionary(
      uniqueKeysWithValues: steps.map { ($0.key, CatalogForecast(steps: $0.value, warning: warnings[$0.key])) })
  }

  /// Nil where there is no forecast of the occupation.
  func forecast(of occupation: String) -> CatalogForecast? { forecasts[occupation] }
}
