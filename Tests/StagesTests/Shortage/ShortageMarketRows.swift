import Domain
import TestSupport
import Warehouse

@testable import Stages

/// A market of nine quarters, 2024Q3 to 2026Q3, small enough to be recounted by hand. Every posting ends within its
/// quarter, so that nothing is carried over.
struct ShortageMarketRows {
  /// One occupation: the same three postings, and the same number of seekers, in each quarter.
  struct Job {
    let code: String
    /// Openings of each of the three postings, and how many were filled of them.
    let openings: Int
    var filled: [Int]
    /// Days to the closing of those that closed as 招满, in the same order; nil was withdrawn after 40 days.
    var days: [Int?]
    /// Suitable applicants of each posting.
    var suitable: Int
    /// Pay offered until 2025Q3, and since.
    var pay: (before: Int, now: Int)
    var seekers: Int
    /// Seekers of 2024Q4 and 2025Q1 where they were others.
    var seekersThen: Int?
  }

  /// 48 openings in the window, 36 and 24.
  static let heavy = Job(
    code: "4-02-05-01", openings: 4, filled: [4, 3, 0], days: [30, nil, nil], suitable: 6, pay: (5000, 5500), seekers: 4
  )
  static let medium = Job(
    code: "4-02-05-02", openings: 3, filled: [3, 1, 0], days: [20, 20, nil], suitable: 5, pay: (5000, 5150), seekers: 6,
    seekersThen: 10)
  static let light = Job(
    code: "4-02-05-03", openings: 2, filled: [2, 2, 0], days: [10, 10, 10], suitable: 5, pay: (5000, 4900), seekers: 5)

  static let first = Period(unit: .quarter, ordinal: 2024 * 4 + 2)
  static let last = Period(unit: .quarter, ordinal: 2026 * 4 + 2)

  private(set) var postings: [PostingRow] = []
  private(set) var seekers = "求职编号,意向职业,常住区划,登记日期,注销日期,登记机构,求职人员类别\n"

  init(_ jobs: [Job] = [heavy, medium, light]) {
    for quarter in ShortageMarketRows.first.ordinal...ShortageMarketRows.last.ordinal {
      for job in jobs { add(job, Period(unit: .quarter, ordinal: quarter)) }
    }
  }

  private mutating func add(_ job: Job, _ quarter: Period) {
    let day = Day(ordinal: quarter.firstDay.ordinal + 4)
    let isNow = quarter.ordinal > ShortageMarketRows.last.ordinal - 4
    for place in 0..<3 {
      let closed = Day(ordinal: day.ordinal + (job.days[place] ?? 40)).iso
      post(
        "\(job.code)/\(quarter)/\(place)", job.code, openings: job.openings, on: day.iso, employer: "单位\(place)",
        [
          "关闭日期": closed, "关闭原因": job.days[place] == nil ? "撤回" : "招满", "已招人数": "\(job.filled[place])",
          "合适人数": "\(job.suitable)", "薪资待遇": "\(isNow ? job.pay.now : job.pay.before)",
        ])
    }
    let isThen = [2024 * 4 + 3, 2025 * 4].contains(quarter.ordinal)
    for person in 0..<(isThen ? job.seekersThen ?? job.seekers : job.seekers) {
      seek("\(job.code)/\(quarter)/\(person)", job.code, on: day.iso, until: Day(ordinal: day.ordinal + 50).iso)
    }
  }

  mutating func post(
    _ id: String, _ occupation: String, openings: Int, on day: String, employer: String = "单位0",
    _ cells: [String: String] = [:], title: String? = nil
  ) {
    var row = PostingRow(["区划代码": "450602", "职业": occupation].merging(cells) { $1 })
    (row.id, row.employer, row.title, row.openings, row.posted) = (id, employer, title ?? "岗位\(id)", "\(openings)", day)
    postings.append(row)
  }

  mutating func seek(
    _ id: String, _ occupation: String, on day: String, until end: String, category: String = "失业青年"
  ) {
    seekers += "\(id),\(occupation),450602,\(day),\(end),中心,\(category)\n"
  }

  func warehouse(hasSeekers: Bool = true) throws -> TestWarehouse {
    var warehouse = try TestWarehouse()
    try warehouse.take(postings)
    if hasSeekers { try warehouse.take(seekers, .seekers) }
    return warehouse
  }
}

extension TestWarehouse {
  /// Freezes quartiles of the ratio, as an earlier run would have.
  func freeze(_ quartiles: [Double] = [0.5, 1, 2]) throws {
    try queue.write { db in
      try db.execute(
        sql: "INSERT INTO shortage_base VALUES (1, '450600', 2025, ?, ?, ?, 9, '首次设定', 0)",
        arguments: StatementArguments(quartiles))
    }
  }

  func shortages(
    _ last: Period = ShortageMarketRows.last, rules: ShortageRules = .test(), region: String = "450600"
  ) throws -> ShortageReport {
    try queue.read { db in
      try ShortageBuilder(db, book: TestBook.book, rules: rules, region: region).build(last)
    }
  }
}
