import Domain
import GRDB
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

  /// Canonical postings published from `first` through `last`, by region and id.
  static func postings(_ db: Database, from first: Day, through last: Day) throws -> [Posting] {
    let statement = try BulkStatement(
      db,
      """
      SELECT posted_on, ends_on, closed_on, close_reason, wanted_by, openings, suitable, pay_low, pay_high, pay_state,
        occupation, region, employer, id
      FROM postings WHERE is_copy = 0 AND posted_on BETWEEN \(first.ordinal) AND \(last.ordinal) ORDER BY id
      """)
    let filled = CodeNumber.number("1")
    var result: [Posting] = []
    while try statement.step() {
      func value(_ column: Int) -> Int? {
        let value = statement.integer(column)
        return value == RowValues.missing ? nil : value
      }
      result.append(
        Posting(
          posted: statement.integer(0), ends: statement.integer(1), closed: value(2), isFilled: value(3) == filled,
          wantedBy: value(4), openings: statement.integer(5), suitable: value(6), payLow: value(7), payHigh: value(8),
          payState: value(9).flatMap(PayState.init),
          group: value(10).map { String(CodeNumber.code($0).prefix(1)) } ?? "", region: value(11) ?? 0,
          employer: value(12) ?? -statement.integer(13)))
    }
    return result
  }
}
