import Domain
import Warehouse

/// Keeps forecasts, warnings and their backtest in the warehouse, with the state of the ledger they were computed from:
/// so that one can look back at what was expected.
public enum OutlookStore {
  /// Adds the outlook, replacing one of the same origin and state of the ledger.
  public static func save(_ outlook: Outlook, _ db: Database) throws {
    let key: [(any StoredValue)?] = [try Ledger.vintage(db), outlook.origin.description]
    for table in ["forecast", "forecast_warning", "forecast_score"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE vintage = ? AND origin = ?", arguments: StatementArguments(key))
    }
    let insert = try db.makeStatement(sql: "INSERT INTO forecast VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    let warn = try db.makeStatement(sql: "INSERT INTO forecast_warning VALUES (?, ?, ?, ?, ?, ?)")
    for region in outlook.regions {
      for subject in [region.total] + region.occupations {
        for (measure, line) in [("demand", subject.demand), ("seekers", subject.seekers), ("gap", subject.gap)] {
          for (period, step) in zip(outlook.steps, line.steps) {
            let values: [(any StoredValue)?] = [
              region.code, subject.occupation, measure, period.description, step.low95, step.low80, step.point,
              step.high80, step.high95, line.method,
            ]
            try insert.execute(arguments: StatementArguments(key + values))
          }
        }
      }
      for warning in region.warnings {
        for (level, period) in warning.reached {
          let values: [(any StoredValue)?] = [
            region.code, warning.subject.occupation, level.id, period.description,
          ]
          try warn.execute(arguments: StatementArguments(key + values))
        }
      }
    }
    let scored = try db.makeStatement(
      sql: "INSERT INTO forecast_score VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for score in outlook.scores {
      let values: [(any StoredValue)?] = [
        score.measure, score.level, score.series, score.better, score.mase, score.maseNaive2, score.maseSeasonalNaive,
        score.rmsse, score.msis, score.bias, score.coverage,
      ]
      try scored.execute(arguments: StatementArguments(key + values))
    }
  }
}
