import Domain
import GRDB
import Warehouse

/// The canonical postings that were valid or closed in a period: who wants how many of what.
enum PostingFlows {
  struct Posting {
    let region: Int
    let employer: Int
    let openings: Int
    let filled: Int
    let isValid: Bool
    let isNew: Bool
    let isClosed: Bool
    /// Numbers of the cube, by the number of their dimension; 0 for those that a posting has none of.
    fileprivate var codes = [Int](repeating: 0, count: Dimension.allCases.count)

    func code(_ dimension: Dimension) -> Int { codes[dimension.rawValue] }
  }

  static func read(_ db: Database, region: RegionRange, period: Period) throws -> [Posting] {
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
    var postings: [Posting] = []
    while try rows.step() {
      func value(_ column: Int) -> Int? {
        let value = rows.integer(column)
        return value == RowValues.missing ? nil : value
      }
      let (openings, posted) = (rows.integer(3), rows.integer(5))
      var posting = Posting(
        // A posting without an employer is one of its own.
        region: rows.integer(1), employer: value(2) ?? -rows.integer(0), openings: openings,
        filled: min(value(4) ?? 0, openings), isValid: posted >= first || rows.integer(6) >= first,
        isNew: posted >= first, isClosed: value(7).map { $0 >= first && $0 <= last } ?? false)
      for (column, dimension) in [Dimension.industry, .ownership, .occupation, .sex, .education].enumerated() {
        posting.codes[dimension.rawValue] = value(8 + column) ?? 0
      }
      posting.codes[Dimension.level.rawValue] = Dimension.levelNumber(title: value(13), skill: value(14))
      posting.codes[Dimension.age.rawValue] = Dimension.wantedAge(low: value(15), high: value(16))
      postings.append(posting)
    }
    return postings
  }
}
