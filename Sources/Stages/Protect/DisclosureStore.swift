import Domain
import GRDB

/// What public editions showed and hid, period by period.
public enum DisclosureStore {
  /// Keeps what an edition decided; what is there already is replaced.
  public static func save(_ report: ProtectionReport, _ db: Database) throws {
    let insert = try db.makeStatement(sql: "REPLACE INTO disclosed VALUES (?, ?, ?, ?, ?, ?)")
    for count in report.decided {
      try insert.execute(arguments: [
        "\(count.period)", count.region, count.measure, count.part, count.value, count.isHidden,
      ])
    }
  }

  static func pattern(_ db: Database, _ period: Period) throws -> EarlierPattern {
    var pattern = EarlierPattern()
    let rows = try Row.fetchCursor(
      db, sql: "SELECT region, measure, part, value, hidden FROM disclosed WHERE period = ?",
      arguments: ["\(period)"])
    while let row = try rows.next() {
      guard let measure = MarketCell.Measure(rawValue: row[1]) else { continue }
      pattern.add(MarketCell(row[0], measure, row[2]), value: row[3], isHidden: row[4])
    }
    return pattern
  }
}

/// What editions before showed and hid of one period.
struct EarlierPattern {
  private var counts: [MarketCell: (value: Int, isHidden: Bool)] = [:]

  mutating func add(_ cell: MarketCell, value: Int, isHidden: Bool) { counts[cell] = (value, isHidden) }

  /// What may be done with a count that is to stand in an edition; nil where none before had it, or had another value of
  /// it openly.
  func visibility(_ cell: MarketCell, value: Int) -> EarlierVisibility? {
    guard let earlier = counts[cell] else { return nil }
    if earlier.isHidden { return .hidden }
    return earlier.value == value ? .shown : nil
  }
}

enum EarlierVisibility { case hidden, shown }
