import Domain
import Foundation

/// Suggestions as the employment centre gets them: numbers of postings and registrations, points, and nothing of a person.
struct MatchList {
  struct Row {
    let platform: String
    let posting: String
    let seeker: String
    let score: Int
    let parts: [Int]
    let unit: CatalogShortage
  }

  /// A list that was published and has not expired.
  struct Former {
    let name: String
    let day: Day
    let until: Day
    /// As they stand in the file; the first is the header. Without rows that have more or fewer columns than the program
    /// writes.
    let cells: [[String]]
    /// All rows of the file, to which people may have added columns.
    let file: [[String]]
    /// Where the numbers of registrations stand in them.
    let seeker: Int
  }

  /// Days that a list is kept.
  static let life = 30

  /// The last day that the data speak of.
  let day: Day
  let rows: [Row]

  /// `matches-2026-09-30-until-2027-01-01.csv`: what it is of, and the last day on which it may be there.
  static func name(of day: Day, until: Day) -> String { "matches-\(day.iso)-until-\(until.iso).csv" }

  /// Nil for the name of anything else.
  static func days(_ name: String) -> (day: Day, until: Day)? {
    guard name.hasPrefix("matches-"), name.hasSuffix(".csv") else { return nil }
    let parts = name.dropFirst("matches-".count).dropLast(".csv".count).components(separatedBy: "-until-")
    guard parts.count == 2, let day = Day(iso: parts[0]), let until = Day(iso: parts[1]),
      MatchList.name(of: day, until: until) == name
    else { return nil }
    return (day, until)
  }

  static func header(_ texts: Texts) -> [String] {
    let names: [MatchText] =
      [.matchPlatform, .matchPosting, .matchSeeker, .matchScore] + MatchText.parts
      + [.matchUnit, .matchUnitName, .matchShortage, .matchUntil]
    return names.map { texts($0) }
  }

  func cells(_ row: Row, until: Day) -> [String] {
    [row.platform, row.posting, row.seeker, "\(row.score)"] + row.parts.map(String.init)
      + [row.unit.occupation, row.unit.name, row.unit.level.name, until.iso]
  }

  func bytes(_ texts: Texts, until: Day) -> [UInt8] {
    CSVText.bytes([MatchList.header(texts)] + rows.map { cells($0, until: until) })
  }
}
