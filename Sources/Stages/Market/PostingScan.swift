import Domain
import Warehouse

/// The postings behind F9, F10 and F13: what cannot be added up in a cube.
struct PostingScan {
  struct Posting {
    let posted: Int
    let ends: Int
    let closed: Int?
    let isFilled: Bool
    let wantedBy: Int?
    let openings: Int
    let suitable: Int?
    let payLow: Int?
    let payHigh: Int?
    let payState: PayState?
    /// 大类 of the occupation; empty where it has none.
    let group: String
    let region: Int
    /// A number of its own where none is named.
    let employer: Int
  }

  /// Share of the openings published in a period whose place nobody knows, among these and those of a region: from 0 to 1.
  static func placeless(_ postings: [Posting], in period: Period, beside region: RegionRange) -> Double {
    let own = postings.filter { period.firstDay.ordinal...period.lastDay.ordinal ~= $0.posted }
    let unknown = own.reduce(0) { $0 + ($1.region == 0 ? $1.openings : 0) }
    let known = own.reduce(0) { $0 + (region.numbers.contains($1.region) ? $1.openings : 0) }
    return unknown == 0 ? 0 : Double(unknown) / Double(unknown + known)
  }

  /// Canonical postings published from `first` through `last`, by region and id.
  static func postings(_ db: Database, from first: Day, through last: Day) throws -> [Posting] {
    var postings = PostingReader(where: "posted_on BETWEEN \(first.ordinal) AND \(last.ordinal)")
    let id = postings.column("id")
    let (posted, ends, closed) = (
      postings.column("posted_on"), postings.column("ends_on"), postings.column("closed_on")
    )
    let (reason, wantedBy) = (postings.column("close_reason"), postings.column("wanted_by"))
    let (openings, suitable) = (postings.column("openings"), postings.column("suitable"))
    let (payLow, payHigh, payState) = (
      postings.column("pay_low"), postings.column("pay_high"), postings.column("pay_state")
    )
    let (occupation, region, employer) = (
      postings.column("occupation"), postings.column("region"), postings.column("employer")
    )
    let filled = CodeNumber.number("1")
    var result: [Posting] = []
    try postings.each(db) { row in
      result.append(
        Posting(
          posted: row[posted] ?? 0, ends: row[ends] ?? 0, closed: row[closed], isFilled: row[reason] == filled,
          wantedBy: row[wantedBy], openings: row[openings] ?? 0, suitable: row[suitable], payLow: row[payLow],
          payHigh: row[payHigh], payState: row[payState].flatMap(PayState.init),
          group: row[occupation].map { String(CodeNumber.code($0).prefix(1)) } ?? "", region: row[region] ?? 0,
          employer: row[employer] ?? -(row[id] ?? 0)))
    }
    return result
  }
}
