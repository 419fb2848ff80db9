import Domain
import Warehouse

/// The openings and seekers that were valid in a period (F1), by what their occupation rests on.
struct CodedStocks {
  /// Openings or seekers; of nil neither code nor text was given, or the code comes from an older program.
  typealias Split = [TitleBasis?: Int]

  private struct Key: Hashable {
    let region: Int
    let occupation: Int
    let basis: TitleBasis?
  }

  private struct Cell {
    let region: Int
    /// 小类; nil above that level.
    let group: String?
    let basis: TitleBasis?
    let count: Int
  }

  /// By dataset.
  private let cells: [String: [Cell]]

  /// Nil where all occupations were given.
  init?(_ db: Database, in period: Period) throws {
    let days = (first: period.firstDay.ordinal, last: period.lastDay.ordinal)
    var counts: [String: [Key: Int]] = [:]
    if try CodedStocks.isRead(db, MarketDataset.postings, "occupation") {
      counts[MarketDataset.postings] = try CodedStocks.postings(db, days)
    }
    if try CodedStocks.isRead(db, MarketDataset.seekers, "intended_occupation") {
      counts[MarketDataset.seekers] = try CodedStocks.seekers(db, days)
    }
    guard !counts.isEmpty else { return nil }
    cells = counts.mapValues { counts in
      counts.map { key, count in
        Cell(
          region: key.region, group: OccupationGaps.group(CodeNumber.occupationCode(key.occupation)), basis: key.basis,
          count: count)
      }
    }
  }

  /// Name of the column that says what an occupation rests on; nil where the bureau's own dataset codes no titles.
  static func basisColumn(_ db: Database, _ dataset: String, _ field: String) throws -> String? {
    let column = "\(field)_basis"
    return try db.columns(in: dataset).contains(column) ? column : nil
  }

  private static func isRead(_ db: Database, _ dataset: String, _ field: String) throws -> Bool {
    try CodedRows.isAnyRead(db, of: dataset) && basisColumn(db, dataset, field) != nil
  }

  private static func postings(_ db: Database, _ days: (first: Int, last: Int)) throws -> [Key: Int] {
    var postings = PostingReader(where: "posted_on <= \(days.last) AND ends_on >= \(days.first)")
    let (region, occupation) = (postings.column("region"), postings.column("occupation"))
    let (basis, openings) = (postings.column("occupation_basis"), postings.column("openings"))
    var counts: [Key: Int] = [:]
    try postings.each(db) { row in
      let key = Key(
        region: row[region] ?? 0, occupation: row[occupation] ?? 0, basis: row[basis].flatMap(TitleBasis.init))
      counts[key, default: 0] += row[openings] ?? 1
    }
    return counts
  }

  private static func seekers(_ db: Database, _ days: (first: Int, last: Int)) throws -> [Key: Int] {
    let statement = try BulkStatement(
      db,
      """
      SELECT coalesce(region, 0), coalesce(intended_occupation, 0), coalesce(intended_occupation_basis, -1), count(*)
      FROM \(MarketDataset.seekers) WHERE registered_on <= \(days.last) AND ends_on >= \(days.first) GROUP BY 1, 2, 3
      """)
    var counts: [Key: Int] = [:]
    while try statement.step() {
      let key = Key(
        region: statement.integer(0), occupation: statement.integer(1),
        basis: TitleBasis(rawValue: statement.integer(2)))
      counts[key] = statement.integer(3)
    }
    return counts
  }

  /// Those of a region.
  ///
  /// - Parameter group: the 小类 that counts; nil: all, coded or not.
  func split(_ dataset: String, in region: RegionRange, of group: String? = nil) -> Split {
    (cells[dataset] ?? []).reduce(into: [:]) { split, cell in
      guard region.numbers.contains(cell.region), group == nil || cell.group == group else { return }
      split[cell.basis, default: 0] += cell.count
    }
  }
}
