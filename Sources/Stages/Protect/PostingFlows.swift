import Domain
import GRDB
import Warehouse

/// The canonical postings that were valid or closed in a period, one after another: who wants how many of what.
struct PostingFlows {
  struct Posting {
    let region: Int
    let employer: Int
    let openings: Int
    let filled: Int
    let isValid: Bool
    let isNew: Bool
    let isClosed: Bool
    /// Numbers of the cube.
    let codes: [Dimension: Int]
  }

  /// Dimensions of postings that tables break down by.
  static let dimensions: [Dimension] = [.industry, .ownership, .occupation, .sex, .education, .level, .age]

  static func forEach(
    _ db: Database, region: RegionRange, period: Period, _ body: (Posting) throws -> Void
  ) throws {
    let (first, last) = (period.firstDay.ordinal, period.lastDay.ordinal)
    let rows = try BulkStatement(
      db,
      """
      SELECT id, region, employer, openings, filled, posted_on, ends_on, closed_on, industry, ownership, occupation, sex,
        education, title_level, skill_level, age_low, age_high
      FROM postings
      WHERE is_copy = 0 AND region BETWEEN \(region.numbers.lowerBound) AND \(region.numbers.upperBound)
        AND posted_on <= \(last)
        AND (posted_on >= \(first) OR ends_on >= \(first) OR closed_on BETWEEN \(first) AND \(last))
      """)
    while try rows.step() {
      func value(_ column: Int) -> Int? {
        let value = rows.integer(column)
        return value == RowValues.missing ? nil : value
      }
      let (openings, posted) = (rows.integer(3), rows.integer(5))
      try body(
        Posting(
          // A posting without an employer is one of its own.
          region: rows.integer(1), employer: value(2) ?? -rows.integer(0), openings: openings,
          filled: min(value(4) ?? 0, openings), isValid: posted >= first || rows.integer(6) >= first,
          isNew: posted >= first, isClosed: value(7).map { $0 >= first && $0 <= last } ?? false,
          codes: [
            .industry: value(8) ?? 0, .ownership: value(9) ?? 0, .occupation: value(10) ?? 0, .sex: value(11) ?? 0,
            .education: value(12) ?? 0, .level: Dimension.levelNumber(title: value(13), skill: value(14)),
            .age: Dimension.wantedAge(low: value(15), high: value(16)),
          ]))
    }
  }
}
