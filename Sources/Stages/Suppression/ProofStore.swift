import Domain
import Warehouse

/// Proofs of what was disclosed, in the warehouse: those of the last edition that looked at a year.
enum ProofStore {
  /// Of what a count is changed by: nothing that is counted comes near it.
  private static let largest = -1_000_000_000...1_000_000_000

  /// Keeps proofs in the place of those of the same years.
  static func save(_ all: [DisclosedProofs], _ db: Database) throws {
    let counts = try db.makeStatement(sql: "INSERT INTO disclosed_proof_count VALUES (?, ?, ?, ?, ?, ?, ?)")
    let proofs = try db.makeStatement(sql: "INSERT INTO disclosed_proof VALUES (?, ?, ?)")
    for own in all {
      for table in ["disclosed_proof_count", "disclosed_proof"] {
        try db.execute(sql: "DELETE FROM \(table) WHERE year = ?", arguments: [own.year])
      }
      for (place, count) in own.counts.enumerated() {
        try counts.execute(arguments: [
          own.year, place, "\(count.period)", count.region, count.measure, count.part, count.vintage,
        ])
      }
      for (place, changes) in own.proofs.enumerated() {
        let text = changes.map { "\($0.count):\($0.by)" }.joined(separator: " ")
        try proofs.execute(arguments: [own.year, place, text])
      }
    }
  }

  /// Those of a year; none where none are kept, or what is kept cannot be read.
  static func proofs(_ db: Database, year: Int) throws -> DisclosedProofs {
    var counts: [DisclosedProofs.Count] = []
    try Row.forEach(
      db,
      sql: """
        SELECT period, region, measure, part, vintage FROM disclosed_proof_count WHERE year = ? ORDER BY place
        """, arguments: [year]
    ) { row in
      guard let period = Period(row[0] as String) else { return }
      counts.append(
        DisclosedProofs.Count(period: period, region: row[1], measure: row[2], part: row[3], vintage: row[4]))
    }
    var proofs: [[DisclosedProofs.Change]] = []
    try Row.forEach(
      db,
      sql: """
        SELECT CASE typeof(changes) WHEN 'text' THEN changes END FROM disclosed_proof WHERE year = ? ORDER BY place
        """, arguments: [year]
    ) { row in
      guard let text: String = row[0] else { return }
      let changes = text.split(separator: " ").compactMap { change -> DisclosedProofs.Change? in
        let numbers = change.split(separator: ":").compactMap { Int($0) }
        guard numbers.count == 2, counts.indices.contains(numbers[0]), largest.contains(numbers[1]) else { return nil }
        return DisclosedProofs.Change(count: numbers[0], by: numbers[1])
      }
      proofs.append(changes)
    }
    return DisclosedProofs(year: year, counts: counts, proofs: proofs)
  }
}
