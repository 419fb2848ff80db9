import Domain
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
    var rows = PostingReader(where: "posted_on BETWEEN \(days.first) AND \(days.last)", in: region)
    let (id, occupation) = (rows.column("id"), rows.column("occupation"))
    let basis = try CodedStocks.basisColumn(db, MarketDataset.postings, "occupation").map { rows.column($0) }
    let (posted, ends, wantedBy) = (rows.column("posted_on"), rows.column("ends_on"), rows.column("wanted_by"))
    let (closed, closeReason) = (rows.column("closed_on"), rows.column("close_reason"))
    let (openings, applicants, suitable) = (
      rows.column("openings"), rows.column("applicants"), rows.column("suitable")
    )
    let (employer, industry) = (rows.column("employer"), rows.column("industry"))
    let (education, titleLevel) = (rows.column("education"), rows.column("title_level"))
    let (skillLevel, experience) = (rows.column("skill_level"), rows.column("experience_years"))
    let (payLow, payHigh, payState) = (rows.column("pay_low"), rows.column("pay_high"), rows.column("pay_state"))
    let reason = CodeNumber.number("1") ?? 0
    var found: [ShortagePosting] = []
    var counts = [Int](repeating: 0, count: leaves.count + 1)
    try rows.each(db) { row in
      // The cube counts the same rows, so that it knows their codes.
      guard let place = leaves.place(row[occupation] ?? 0) else { return }
      func narrow(_ column: PostingReader.Column, else other: Int32 = -1) -> Int32 {
        row[column].map { Int32(clamping: $0) } ?? other
      }
      let isStated = row[payState] == PayState.stated.rawValue
      counts[place + 1] += 1
      found.append(
        ShortagePosting(
          id: row[id] ?? 0, place: Int32(place), posted: narrow(posted), ends: narrow(ends),
          filledOn: row[closeReason] == reason ? narrow(closed) : -1, wantedBy: narrow(wantedBy),
          openings: narrow(openings), applicants: narrow(applicants), suitable: narrow(suitable),
          employer: narrow(employer), industry: narrow(industry), education: narrow(education, else: 0),
          titleLevel: narrow(titleLevel, else: 0), skillLevel: narrow(skillLevel, else: 0),
          experience: narrow(experience, else: 0), basis: basis.map { narrow($0, else: 0) } ?? 0,
          pay: isStated ? OfferedPay.midpoint(low: row[payLow], high: row[payHigh]) ?? -1 : -1))
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
