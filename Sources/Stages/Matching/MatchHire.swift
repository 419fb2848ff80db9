import Domain
import Warehouse

/// A placement by which a registered seeker was hired.
struct MatchHire {
  /// The day of hiring, else that of starting: an ordinal.
  let day: Int
  let platform: String
  let posting: String
  let employer: Int?
  let occupation: Int?

  /// Those after a day, by the number of the registration; placements that name none are left out.
  static func bySeeker(_ db: Database, after day: Day) throws -> [String: [MatchHire]] {
    guard try db.viewExists(MarketDataset.placements) else { return [:] }
    let rows = try BulkStatement(
      db,
      """
      SELECT id, coalesce(hired_on, started_on), employer, occupation FROM \(MarketDataset.placements)
      WHERE outcome = \(CodeNumber.number("1") ?? 0) AND coalesce(hired_on, started_on) > \(day.ordinal) ORDER BY id
      """)
    func value(_ column: Int) -> Int? {
      let number = rows.integer(column)
      return number == RowValues.missing || number == 0 ? nil : number
    }
    var found: [(id: Int, day: Int, employer: Int?, occupation: Int?)] = []
    while try rows.step() { found.append((rows.integer(0), rows.integer(1), value(2), value(3))) }
    let names = ["seeker_id", "posting_id", "platform"]
    var hires: [String: [MatchHire]] = [:]
    for (row, text) in zip(found, try texts(db, names, of: found.map(\.id))) where !text[0].isEmpty {
      hires[text[0], default: []].append(
        MatchHire(day: row.day, platform: text[2], posting: text[1], employer: row.employer, occupation: row.occupation)
      )
    }
    return hires
  }

  /// Texts of placements, wherever their dataset keeps each.
  private static func texts(_ db: Database, _ names: [String], of ids: [Int]) throws -> [[String]] {
    var texts = [[String]](repeating: [String](repeating: "", count: names.count), count: ids.count)
    try TextSweep(db, dataset: MarketDataset.placements).read(names, of: ids) { texts[$0][$1] = $2 }
    let inRow = Set(try db.columns(in: MarketDataset.placements))
    for (column, name) in names.enumerated() where inRow.contains(name) {
      let row = try BulkStatement(db, "SELECT \(name) FROM \(MarketDataset.placements) WHERE id = ?")
      for (place, id) in ids.enumerated() {
        row.bind(id, 1)
        if try row.step() { texts[place][column] = row.text(0) }
        row.reset()
      }
    }
    return texts
  }
}
