import Domain
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

    /// The place of its county.
    ///
    /// - Parameter regions: the city first; the number after the last stands for what lies in no county.
    func county(among regions: [RegionRange]) -> Int {
      regions.dropFirst().firstIndex { $0.numbers.contains(region) } ?? regions.count
    }
  }

  static func read(_ db: Database, region: RegionRange, period: Period) throws -> [Posting] {
    let (first, last) = (period.firstDay.ordinal, period.lastDay.ordinal)
    var rows = PostingReader(
      where: """
        posted_on <= \(last)
          AND (posted_on >= \(first) OR ends_on >= \(first) OR closed_on BETWEEN \(first) AND \(last))
        """, in: region)
    let (id, place, employer) = (rows.column("id"), rows.column("region"), rows.column("employer"))
    let (openings, filled) = (rows.column("openings"), rows.column("filled"))
    let (posted, ends, closed) = (rows.column("posted_on"), rows.column("ends_on"), rows.column("closed_on"))
    let plain = [Dimension.unit, .industry, .ownership, .occupation, .sex, .education].map {
      ($0, rows.column($0.name))
    }
    let (title, skill) = (rows.column("title_level"), rows.column("skill_level"))
    let (low, high) = (rows.column("age_low"), rows.column("age_high"))
    var postings: [Posting] = []
    try rows.each(db) { row in
      let (count, day) = (row[openings] ?? 0, row[posted] ?? 0)
      var posting = Posting(
        // A posting without an employer is one of its own.
        region: row[place] ?? 0, employer: row[employer] ?? -(row[id] ?? 0), openings: count,
        filled: min(row[filled] ?? 0, count), isValid: day >= first || (row[ends] ?? 0) >= first, isNew: day >= first,
        isClosed: row[closed].map { $0 >= first && $0 <= last } ?? false)
      for (dimension, column) in plain { posting.codes[dimension.rawValue] = row[column] ?? 0 }
      posting.codes[Dimension.level.rawValue] = Dimension.levelNumber(title: row[title], skill: row[skill])
      posting.codes[Dimension.age.rawValue] = Dimension.wantedAge(low: row[low], high: row[high])
      postings.append(posting)
    }
    return postings
  }
}
