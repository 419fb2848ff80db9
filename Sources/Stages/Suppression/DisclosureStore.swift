import Domain
import Tables
import Warehouse

/// What public editions showed and hid, period by period.
public enum DisclosureStore {
  /// Keeps what an edition decided; what is there already is replaced.
  public static func save(_ report: ProtectionReport, _ db: Database) throws {
    let insert = try db.makeStatement(sql: "REPLACE INTO disclosed VALUES (?, ?, ?, ?, ?, ?)")
    for count in report.decided {
      try insert.execute(arguments: [
        "\(count.period)", count.region, count.measure, count.part, count.value,
        count.isGivenAway ? 3 : count.lacksProof ? 2 : count.isHidden ? 1 : 0,
      ])
    }
    try VintageStore.save(report.vintages, db)
    try ProofStore.save(report.proofs, db)
  }

  static func pattern(_ db: Database, _ period: Period) throws -> EarlierPattern {
    var pattern = EarlierPattern(period)
    try Row.forEach(
      db, sql: "SELECT region, measure, part, value, hidden FROM disclosed WHERE period = ?",
      arguments: ["\(period)"]
    ) { row in
      let hidden: Int = row[4]
      pattern.add(
        Leaf(period, row[0], row[1], row[2]), value: row[3], isHidden: hidden > 0, lacksProof: hidden > 1,
        isGivenAway: hidden > 2)
    }
    return pattern
  }

  /// The periods that public editions spoke of.
  static func periods(_ db: Database) throws -> Set<Period> {
    var periods: Set<Period> = []
    try Row.forEach(db, sql: "SELECT DISTINCT period FROM disclosed") { row in
      if let period = Period(row[0] as String) { periods.insert(period) }
    }
    return periods
  }
}
