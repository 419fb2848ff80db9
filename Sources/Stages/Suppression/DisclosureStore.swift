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
        "\(count.period)", count.region, count.measure, count.part, count.value, count.isHidden,
      ])
    }
  }

  static func pattern(_ db: Database, _ period: Period) throws -> EarlierPattern {
    var pattern = EarlierPattern()
    try Row.forEach(
      db, sql: "SELECT region, measure, part, value, hidden FROM disclosed WHERE period = ?",
      arguments: ["\(period)"]
    ) { row in
      pattern.add(Leaf(period, row[0], row[1], row[2]), value: row[3], isHidden: row[4])
    }
    return pattern
  }
}

/// What editions before showed and hid of one period.
struct EarlierPattern {
  private var counts: [Leaf: (value: Int, isHidden: Bool)] = [:]

  mutating func add(_ leaf: Leaf, value: Int, isHidden: Bool) { counts[leaf] = (value, isHidden) }

  /// What may be done with a count that is to stand in an edition; nil where none before had it, or had another value of
  /// it openly.
  func visibility(_ leaf: Leaf, value: Int) -> EarlierVisibility? {
    guard let earlier = counts[leaf] else { return nil }
    if earlier.isHidden { return .hidden }
    return earlier.value == value ? .shown : nil
  }
}

enum EarlierVisibility { case hidden, shown }
