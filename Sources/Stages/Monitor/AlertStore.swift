import Domain
import Warehouse

/// Keeps the alerts in the warehouse.
public enum AlertStore {
  /// The last occurrence of every alert.
  public static func load(_ db: Database) throws -> AlertBook {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM alert a WHERE occurrence = (SELECT max(occurrence) FROM alert b WHERE b.id = a.id) ORDER BY id
        """)
    return AlertBook(
      rows.compactMap { row in
        guard let kind = AlertKind(rawValue: row["kind"]), let first = Day(iso: row["first_seen"]) else { return nil }
        func day(_ column: String) -> Day? { (row[column] as String?).flatMap(Day.init(iso:)) }
        return AlertRecord(
          AlertCandidate(
            id: row["id"], kind: kind, title: row["title"], figure: row["figure"], reason: row["reason"],
            place: row["place"]),
          occurrence: row["occurrence"], firstSeen: first, cleared: day("cleared"), told: day("told"),
          endTold: day("end_told"))
      })
  }

  /// Writes every alert that `before` does not have as it is now.
  public static func save(_ book: AlertBook, before: AlertBook, _ db: Database) throws {
    let put = try db.makeStatement(sql: "REPLACE INTO alert VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (id, record) in book.records.sorted(by: { $0.key < $1.key }) where before.records[id] != record {
      let content = record.content
      try put.execute(arguments: [
        id, record.occurrence, content.kind.rawValue, content.title, content.figure, content.reason, content.place,
        record.firstSeen.iso, record.cleared?.iso, record.told?.iso, record.endTold?.iso,
      ])
    }
  }
}
