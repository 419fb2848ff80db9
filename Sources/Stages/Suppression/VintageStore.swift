import Domain
import Warehouse

/// Vintages of what was disclosed, in the warehouse.
enum VintageStore {
  /// Keeps vintages; each takes the place of the one of the same number.
  static func save(_ vintages: [DisclosedVintage], _ db: Database) throws {
    let counts = try db.makeStatement(sql: "INSERT INTO disclosed_count VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    let sums = try db.makeStatement(sql: "INSERT INTO disclosed_sum VALUES (?, ?, ?, ?, ?, ?)")
    for own in vintages {
      let period = "\(own.period)"
      for table in ["disclosed_vintage", "disclosed_count", "disclosed_sum"] {
        try db.execute(
          sql: "DELETE FROM \(table) WHERE period = ? AND number = ?", arguments: [period, own.number])
      }
      try db.execute(
        sql: "INSERT INTO disclosed_vintage VALUES (?, ?, ?, ?)",
        arguments: [period, own.number, own.isEdition ? 1 : 0, own.measures.joined(separator: " ")])
      for count in own.counts {
        try counts.execute(arguments: [
          period, own.number, count.region, count.measure, count.part, count.value, count.standing.rawValue,
          count.doubt.lower, count.doubt.upper, count.doubt.width,
        ])
      }
      for (place, sum) in own.sums.enumerated() {
        for part in sum.parts {
          try sums.execute(arguments: [period, own.number, place, part, sum.measure, sum.total])
        }
      }
    }
  }

  /// All of a period, oldest first.
  static func vintages(_ db: Database, _ period: Period) throws -> [DisclosedVintage] {
    var heads: [(number: Int, isEdition: Bool, measures: [String])] = []
    try Row.forEach(
      db, sql: "SELECT number, is_edition, measures FROM disclosed_vintage WHERE period = ? ORDER BY number",
      arguments: ["\(period)"]
    ) { row in
      let measures: String = row[2]
      heads.append((row[0], (row[1] as Int) > 0, measures.split(separator: " ").map(String.init)))
    }
    return try heads.map { head in
      DisclosedVintage(
        period: period, number: head.number, isEdition: head.isEdition, measures: head.measures,
        counts: try counts(db, period, head.number), sums: try sums(db, period, head.number))
    }
  }

  private static func counts(_ db: Database, _ period: Period, _ number: Int) throws -> [DisclosedVintage.Count] {
    var counts: [DisclosedVintage.Count] = []
    try Row.forEach(
      db,
      sql: """
        SELECT region, measure, part, value, standing, lower, upper, width FROM disclosed_count
        WHERE period = ? AND number = ? ORDER BY region, measure, part
        """, arguments: ["\(period)", number]
    ) { row in
      counts.append(
        DisclosedVintage.Count(
          region: row[0], measure: row[1], part: row[2], value: row[3],
          standing: DisclosedVintage.Fate(rawValue: row[4]) ?? .hidden, doubt: (row[5], row[6], row[7])))
    }
    return counts
  }

  private static func sums(_ db: Database, _ period: Period, _ number: Int) throws -> [DisclosedVintage.Sum] {
    var sums: [DisclosedVintage.Sum] = []
    var last: Int?
    try Row.forEach(
      db,
      sql: """
        SELECT sum, measure, total, part FROM disclosed_sum WHERE period = ? AND number = ? ORDER BY sum, part
        """, arguments: ["\(period)", number]
    ) { row in
      let place: Int = row[0]
      let parts: [String] = (last == place ? sums.removeLast().parts : []) + [row[3]]
      sums.append(DisclosedVintage.Sum(measure: row[1], total: row[2], parts: parts))
      last = place
    }
    return sums
  }
}
