import Domain
import Warehouse

/// Keeps the index in the warehouse with the state of the ledger it was computed from, and the frozen base.
public enum ShortageStore {
  /// Adds the report, replacing one of the same window and state of the ledger; freezes its base if it is a new one.
  ///
  /// - Parameter region: as it was given to the builder.
  public static func save(_ report: ShortageReport, region: String, _ db: Database) throws {
    guard let period = report.window.last else { return }
    let key = Key(vintage: try Ledger.vintage(db), period: period.description, region: region)
    for table in ["shortage_run", "shortage_index", "shortage_member"] {
      try db.execute(
        sql: "DELETE FROM \(table) WHERE vintage = ? AND period = ? AND region = ?", arguments: key.arguments([]))
    }
    let base = try freeze(report.base, key, db)
    try db.execute(
      sql: "INSERT INTO shortage_run VALUES (?, ?, ?, ?, ?, ?)",
      arguments: key.arguments([base, report.cityDuration, report.cityPayGrowth]))
    let row = try ShortageRow.insert(db)
    for unit in report.units { try row.execute(arguments: key.arguments(ShortageRow.values(unit))) }
    let member = try db.makeStatement(sql: "INSERT INTO shortage_member VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for one in report.pooled {
      try member.execute(
        arguments: key.arguments([one.occupation, one.unit, one.demand, one.seekers, one.openings, one.employers]))
    }
  }

  /// The base that holds for a region; nil where none was frozen yet.
  public static func base(_ db: Database, region: String) throws -> ShortageBase? {
    guard try isThere(db) else { return nil }
    return try Row.fetchOne(
      db, sql: "SELECT * FROM shortage_base WHERE region = ? ORDER BY id DESC LIMIT 1", arguments: [region]
    ).map(base)
  }

  /// What was stored last of a unit and the window that ends with `period`; nil where nothing was.
  public static func unit(
    _ occupation: String, period: Period, region: String, _ db: Database
  ) throws -> ShortageRecord? {
    try units(period: period, region: region, db).first { $0.occupation == occupation }?.record
  }

  /// What was stored last of the window that ends with `period`, in the order of the codes; empty where nothing was.
  public static func units(
    period: Period, region: String, _ db: Database
  ) throws -> [(occupation: String, record: ShortageRecord)] {
    guard try isThere(db),
      let run = try Row.fetchOne(
        db,
        sql: """
          SELECT * FROM shortage_run JOIN shortage_base ON shortage_base.id = base
          WHERE period = ? AND shortage_run.region = ? ORDER BY shortage_run.vintage DESC LIMIT 1
          """, arguments: [period.description, region])
    else { return [] }
    let vintage: Int = run["vintage"]
    let rows = try Row.fetchAll(
      db,
      sql: "SELECT * FROM shortage_index WHERE vintage = ? AND period = ? AND region = ? ORDER BY occupation",
      arguments: [vintage, period.description, region])
    return rows.map { row in
      let record = ShortageRecord(
        period: period, vintage: vintage, base: base(run), cityDuration: run["city_duration"],
        cityPayGrowth: run["city_pay_growth"], figures: ShortageRow.figures(row), score: ShortageRow.score(row))
      return (row["occupation"], record)
    }
  }

  /// What was stored last of a 细类 below the floor and the window that ends with `period`.
  public static func member(
    _ occupation: String, period: Period, region: String, _ db: Database
  ) throws -> ShortageMember? {
    guard try isThere(db) else { return nil }
    return try Row.fetchOne(
      db,
      sql: """
        SELECT * FROM shortage_member WHERE period = ?1 AND region = ?2 AND occupation = ?3
          AND vintage = (SELECT max(vintage) FROM shortage_run WHERE period = ?1 AND region = ?2)
        """, arguments: [period.description, region, occupation]
    ).map { row in
      ShortageMember(
        occupation: occupation, name: "", unit: row["unit"], demand: row["demand"], seekers: row["seekers"],
        openings: row["openings"], employers: row["employers"])
    }
  }

  /// False in a warehouse that an older version made and none has written to since.
  private static func isThere(_ db: Database) throws -> Bool { try db.tableExists("shortage_run") }

  private struct Key {
    let vintage: Int
    let period: String
    let region: String

    func arguments(_ values: [(any StoredValue)?]) -> StatementArguments {
      StatementArguments([vintage, period, region] as [(any StoredValue)?] + values)
    }
  }

  /// The id of the stored base.
  private static func freeze(_ base: ShortageBase, _ key: Key, _ db: Database) throws -> Int {
    if let row = try Row.fetchOne(
      db, sql: "SELECT * FROM shortage_base WHERE region = ? ORDER BY id DESC LIMIT 1", arguments: [key.region]),
      self.base(row) == base
    {
      return row["id"]
    }
    try db.execute(
      sql: """
        INSERT INTO shortage_base (region, year, q1, q2, q3, units, note, vintage) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        key.region, base.year, base.quartiles[0], base.quartiles[1], base.quartiles[2], base.units, base.note,
        key.vintage,
      ])
    return Int(db.lastInsertedRowID)
  }

  private static func base(_ row: Row) -> ShortageBase {
    ShortageBase(
      year: row["year"], quartiles: [row["q1"], row["q2"], row["q3"]], units: row["units"], note: row["note"])
  }
}
