import Domain
import Warehouse

/// A row of `shortage_index`, there and back.
enum ShortageRow {
  private static let columns = [
    "demand", "seekers", "openings", "employers", "demand_before", "closed", "filled", "duration", "duration_at_least",
    "pay", "pay_before", "applicants", "graduates",
  ]

  /// A statement that takes vintage, period and region, then `values`.
  static func insert(_ db: Database) throws -> Statement {
    let places = Array(repeating: "?", count: 4 + columns.count + 2 * ShortageIndicator.allCases.count + 3)
    return try db.makeStatement(sql: "INSERT INTO shortage_index VALUES (\(places.joined(separator: ", ")))")
  }

  static func values(_ unit: ShortageUnit) -> [(any StoredValue)?] {
    let (figures, score) = (unit.figures, unit.score)
    let plain: [(any StoredValue)?] = [
      unit.occupation, figures.demand, figures.seekers, figures.openings, figures.employers, figures.demandBefore,
      figures.closed, figures.filled, figures.durationDays, figures.durationAtLeast, figures.payMedian,
      figures.payMedianBefore, figures.applicantsPerOpening, figures.graduateShare,
    ]
    let values = ShortageIndicator.allCases.map { figures.values[$0] as (any StoredValue)? }
    let points = ShortageIndicator.allCases.map { score.points[$0] as (any StoredValue)? }
    return plain + values + points + [score.mean, score.level.rawValue, score.stars]
  }

  static func figures(_ row: Row) -> ShortageFigures {
    ShortageFigures(
      demand: row["demand"], seekers: row["seekers"], openings: row["openings"], employers: row["employers"],
      values: indicators(row, "i"), durationDays: row["duration"], durationAtLeast: row["duration_at_least"],
      payMedian: row["pay"], payMedianBefore: row["pay_before"], closed: row["closed"], filled: row["filled"],
      applicantsPerOpening: row["applicants"], graduateShare: row["graduates"], demandBefore: row["demand_before"])
  }

  static func score(_ row: Row) -> ShortageScore {
    ShortageScore(
      points: indicators(row, "p"), mean: row["mean"], level: ShortageLevel(rawValue: row["level"]) ?? .none,
      stars: row["stars"], types: [])
  }

  private static func indicators<Value: StoredValue>(
    _ row: Row, _ letter: String
  ) -> [ShortageIndicator: Value] {
    ShortageIndicator.allCases.enumerated().reduce(into: [:]) { found, item in
      if let value: Value = row["\(letter)\(item.offset + 1)"] { found[item.element] = value }
    }
  }
}
