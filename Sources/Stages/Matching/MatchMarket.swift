import Domain
import Warehouse

/// What is matched: open postings of the occupations that the catalog lists, and the seekers who agreed to be recommended,
/// as the data had them on a day.
///
/// No column of sex, age, birth, household, category or person is read here, and of a place of living that which the
/// seeker stated: where it is left out, the household's stands in for it in the warehouse.
struct MatchMarket {
  struct Posting {
    let platform: String
    let number: String
    let profile: MatchProfile
    let openings: Int
    /// Place of its unit among those of the catalog.
    let unit: Int
  }

  /// Why postings or seekers are not matched, each in one count.
  struct LeftOut {
    /// Open postings of the city, of listed occupations as the title has it, that only a title of medium certainty says.
    var unsurePostings = 0
    /// Open postings of the city without an occupation, or with one above the 小类.
    var uncodedPostings = 0
    /// Open postings of listed occupations whose place of work nobody knows: they may lie anywhere.
    var placelessPostings = 0
    /// Valid registrations.
    var registrations = 0
    /// Of them: agreed to nothing, or were not asked.
    var refused = 0
    var notAsked = 0
    /// Agreed, but were hired since they registered, by a placement that names the registration.
    var hired = 0
    /// Agreed, but what they look for is not known to the 中类.
    var withoutOccupation = 0
  }

  let units: [CatalogShortage]
  /// In the order of platform and number.
  private(set) var postings: [Posting] = []
  /// Numbers of the seekers, ascending, and what they have.
  private(set) var seekerNumbers: [String] = []
  private(set) var seekers: [MatchProfile] = []
  private(set) var leftOut = LeftOut()

  private let day: Day
  private let levels: [Int: Int32]

  /// - Parameters:
  ///   - region: where postings lie.
  ///   - day: the last that the data speak of.
  init(_ db: Database, book: CodeBook, catalog: CatalogShortages, in region: RegionRange, on day: Day) throws {
    self.day = day
    units = catalog.units
    levels = Dictionary(
      try book.list("education").entries.compactMap { entry in
        CodeNumber.number(entry.code).map { ($0, MatchEducation.level(entry)) }
      }
    ) { first, _ in first }
    try readPostings(db, catalog, region)
    try readSeekers(db)
  }

  /// The condition of what is valid on a day.
  static func isValid(on day: Day) -> String {
    "ends_on >= \(day.ordinal) AND (closed_on IS NULL OR closed_on > \(day.ordinal))"
  }

  private mutating func readPostings(_ db: Database, _ catalog: CatalogShortages, _ region: RegionRange) throws {
    var rows = PostingReader(where: "posted_on <= \(day.ordinal) AND \(MatchMarket.isValid(on: day))")
    let (id, unit, occupation) = (rows.column("id"), rows.column("unit"), rows.column("occupation"))
    let basis = try CodedStocks.basisColumn(db, MarketDataset.postings, "occupation").map { rows.column($0) }
    let (education, title) = (rows.column("education"), rows.column("title_level"))
    let (skill, experience) = (rows.column("skill_level"), rows.column("experience_years"))
    let (place, openings, filled) = (rows.column("region"), rows.column("openings"), rows.column("filled"))
    let (low, high, state) = (rows.column("pay_low"), rows.column("pay_high"), rows.column("pay_state"))
    let platforms = try Dictionary(
      uniqueKeysWithValues: Row.fetchAll(db, sql: "SELECT id, name FROM unit").map { ($0[0] as Int, $0[1] as String) })
    var found: [(id: Int, platform: String, profile: MatchProfile, openings: Int, unit: Int)] = []
    var left = leftOut
    try rows.each(db) { row in
      let open = (row[openings] ?? 1) - (row[filled] ?? 0)
      guard open > 0 else { return }
      let isHere = region.numbers.contains(row[place] ?? 0)
      guard let code = row[occupation], MatchOccupation(code, basis: nil).minorGroup != 0 else {
        if isHere { left.uncodedPostings += 1 }
        return
      }
      guard let own = catalog.place(CodeNumber.occupationCode(code)) else { return }
      guard isHere else {
        if (row[place] ?? 0) == 0 { left.placelessPostings += 1 }
        return
      }
      let known = basis.flatMap { row[$0] }.flatMap(TitleBasis.init)
      guard known != .medium else {
        left.unsurePostings += 1
        return
      }
      found.append(
        (
          row[id] ?? 0, row[unit].flatMap { platforms[$0] } ?? "",
          MatchProfile(
            occupation: MatchOccupation(code, basis: known), education: wanted(row[education]) { levels[$0] },
            title: wanted(row[title], MatchMarket.title), skill: wanted(row[skill], MatchMarket.skill),
            experience: wanted(row[experience]) { Int32(clamping: $0) }, region: Int32(clamping: row[place] ?? 0),
            pay: MatchPay(low: row[low], high: row[high], isStated: row[state] == PayState.stated.rawValue)),
          open, own
        ))
    }
    leftOut = left
    let number = try BulkStatement(db, "SELECT posting_id FROM postings WHERE id = ?")
    postings = try found.map { row in
      number.bind(row.id, 1)
      let text = try number.step() ? number.text(0) : ""
      number.reset()
      return Posting(
        platform: row.platform, number: text, profile: row.profile, openings: row.openings, unit: row.unit)
    }.sorted { MatchMarket.precedes([$0.platform, $0.number], [$1.platform, $1.number]) }
  }

  private mutating func readSeekers(_ db: Database) throws {
    let there = Set(try db.columns(in: MarketDataset.seekers))
    // The bureau's own dataset may lack what the shipped one has: that is unknown of everybody then.
    func column(_ name: String) -> String { there.contains(name) ? name : "NULL" }
    let place = there.contains("region_stated") ? "CASE WHEN region_stated = 1 THEN region END" : "NULL"
    let rows = try BulkStatement(
      db,
      """
      SELECT seeker_id, \(column("contact_consent")), intended_occupation, \(column("intended_occupation_basis")),
        education, title_level, skill_level, \(column("experience_years")), \(place),
        wanted_pay_low, wanted_pay_high, wanted_pay_state, registered_on
      FROM \(MarketDataset.seekers) WHERE registered_on <= \(day.ordinal) AND \(MatchMarket.isValid(on: day)) ORDER BY seeker_id
      """)
    func value(_ column: Int) -> Int? {
      let number = rows.integer(column)
      return number == RowValues.missing ? nil : number
    }
    let hires = try hires(db)
    while try rows.step() {
      leftOut.registrations += 1
      guard let consent = value(1) else {
        leftOut.notAsked += 1
        continue
      }
      guard consent == 1 else {
        leftOut.refused += 1
        continue
      }
      let registered = value(12) ?? 0
      guard hires[rows.text(0)]?.contains(where: { registered <= $0.day && $0.day <= day.ordinal }) != true else {
        leftOut.hired += 1
        continue
      }
      let occupation = MatchOccupation(value(2), basis: value(3).flatMap(TitleBasis.init))
      guard occupation.group != 0 else {
        leftOut.withoutOccupation += 1
        continue
      }
      seekerNumbers.append(rows.text(0))
      seekers.append(
        MatchProfile(
          occupation: occupation, education: had(value(4)) { levels[$0] }, title: had(value(5), MatchMarket.title),
          skill: had(value(6), MatchMarket.skill), experience: Int32(clamping: value(7) ?? -1),
          region: Int32(clamping: value(8) ?? 0),
          pay: MatchPay(low: value(9), high: value(10), isStated: value(11) == PayState.stated.rawValue)))
    }
  }

  /// Hires since the earliest of the valid registrations.
  private func hires(_ db: Database) throws -> [String: [MatchHire]] {
    let first = try Int.fetchOne(
      db,
      sql: """
        SELECT min(registered_on) FROM \(MarketDataset.seekers)
        WHERE registered_on <= \(day.ordinal) AND \(MatchMarket.isValid(on: day))
        """)
    guard let first else { return [:] }
    return try MatchHire.bySeeker(db, after: Day(ordinal: first - 1))
  }

  /// What is asked for: -1 unknown, 0 nothing. A code that says no level is unknown.
  private func wanted(_ code: Int?, _ level: (Int) -> Int32?) -> Int32 {
    guard let code else { return -1 }
    guard code > 0 else { return 0 }
    return level(code).flatMap { $0 > 0 ? $0 : nil } ?? -1
  }

  private func had(_ code: Int?, _ level: (Int) -> Int32?) -> Int32 {
    code.flatMap { $0 > 0 ? level($0) : nil } ?? 0
  }

  /// 初级 1, 中级 2, 高级 3: the digit of the code.
  private static func title(_ code: Int) -> Int32? { Int32(CodeNumber.code(code)) }

  /// 五级 1 to 一级 5: the digit of the code, counted from below.
  private static func skill(_ code: Int) -> Int32? { Int32(CodeNumber.code(code)).map { 6 - $0 } }

  /// By the bytes of UTF-8, as SQLite sorts.
  static func precedes(_ one: [String], _ other: [String]) -> Bool {
    for (left, right) in zip(one, other) where left != right {
      return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
    return false
  }
}
