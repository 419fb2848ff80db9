import Domain
import GRDB
import Warehouse

/// All postings that an index needs, read once, by occupation code.
struct ShortagePostings {
  /// In the order of the places of their codes, then of their numbers.
  private let all: [ShortagePosting]
  /// Where each place begins, and the end of the last.
  private let starts: [Int]

  /// Canonical postings of a region published in a run of quarters.
  init(_ db: Database, region: RegionRange, quarters: ClosedRange<Int>, leaves: ShortageLeaves) throws {
    let days = DaySpan(quarters: quarters)
    let rows = try BulkStatement(
      db,
      """
      SELECT id, occupation, posted_on, ends_on, closed_on, close_reason, wanted_by, openings, applicants, suitable,
        employer, industry, education, title_level, skill_level, experience_years, pay_low, pay_high, pay_state
      FROM postings
      WHERE is_copy = 0 AND posted_on BETWEEN \(days.first) AND \(days.last)
        AND region BETWEEN \(region.numbers.lowerBound) AND \(region.numbers.upperBound)
      ORDER BY id
      """)
    let reason = CodeNumber.number("1") ?? 0
    var found: [ShortagePosting] = []
    var counts = [Int](repeating: 0, count: leaves.count + 1)
    while try rows.step() {
      func value(_ column: Int) -> Int? {
        let value = rows.integer(column)
        return value == RowValues.missing ? nil : value
      }
      func narrow(_ column: Int, else other: Int32 = -1) -> Int32 { value(column).map { Int32(clamping: $0) } ?? other }
      // The cube counts the same rows, so that it knows their codes.
      guard let place = leaves.place(value(1) ?? 0) else { continue }
      let isStated = value(18) == PayState.stated.rawValue
      counts[place + 1] += 1
      found.append(
        ShortagePosting(
          id: rows.integer(0), place: Int32(place), posted: narrow(2), ends: narrow(3),
          filledOn: value(5) == reason ? narrow(4) : -1, wantedBy: narrow(6), openings: narrow(7),
          applicants: narrow(8), suitable: narrow(9), employer: narrow(10), industry: narrow(11),
          education: narrow(12, else: 0), titleLevel: narrow(13, else: 0), skillLevel: narrow(14, else: 0),
          experience: narrow(15, else: 0),
          pay: isStated ? OfferedPay.midpoint(low: value(16), high: value(17)) ?? -1 : -1))
    }
    for place in 1..<counts.count { counts[place] += counts[place - 1] }
    starts = counts
    var order = [Int](repeating: 0, count: found.count)
    for index in found.indices {
      let place = Int(found[index].place)
      order[counts[place]] = index
      counts[place] += 1
    }
    all = order.map { found[$0] }
  }

  /// Those of some occupation codes, published on some days.
  func of(_ places: [Int], _ days: DaySpan) -> [ShortagePosting] {
    var result: [ShortagePosting] = []
    for place in places {
      for posting in all[starts[place]..<starts[place + 1]] where days.holds(Int(posting.posted)) {
        result.append(posting)
      }
    }
    return result
  }
}

/// The days of a run of quarters, as ordinals.
struct DaySpan {
  let first: Int
  let last: Int

  init(quarters: ClosedRange<Int>) {
    first = Period(unit: .quarter, ordinal: quarters.lowerBound).firstDay.ordinal
    last = Period(unit: .quarter, ordinal: quarters.upperBound).lastDay.ordinal
  }

  func holds(_ day: Int) -> Bool { day >= first && day <= last }
}
