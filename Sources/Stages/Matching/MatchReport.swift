import Domain
import Warehouse

/// What is published of a night's matching: the list, or why there is none, and what came of the lists before.
public struct MatchReport {
  /// An occupation that the catalog lists.
  struct Unit {
    let shortage: CatalogShortage
    var postings = 0
    var openings = 0
    /// Seekers who reach `Matcher.goodScore` with at least one posting.
    var candidates = 0
    var pairs = 0
    /// Postings for which nobody is suggested.
    var starved = 0
  }

  /// Why there is no list.
  enum Reason: Equatable {
    case noData
    case noCatalog
    case noShortage
    case noPosting
    case noSeeker
    case noPair
  }

  /// The last day that the data speak of; nil where nothing has come.
  var day: Day?
  var catalog: CatalogEdition?
  var reason: Reason?
  var units: [Unit] = []
  var rows: [MatchList.Row] = []
  var leftOut = MatchMarket.LeftOut()
  /// Seekers who could be recommended.
  var seekers = 0
  var hits: [MatchHits.Count] = []
  /// Numbers of all who agree and are registered now: a list of before keeps no row of anybody else.
  var agreeing: Set<String> = []
}

extension MatchReport {
  /// - Parameters:
  ///   - catalog: the newest final edition; nil where there is none.
  ///   - former: lists that have not expired.
  ///   - region: where postings lie.
  ///   - check: called now and then; may throw to give up.
  public init(
    _ db: Database, book: CodeBook, catalog: PreviousCatalog?, former: FormerMatches, in region: RegionRange,
    today: Day, check: () throws -> Void = {}
  ) throws {
    self.init()
    day = try RegisteredDay.latest(db, through: today)
    self.catalog = catalog?.edition
    guard let day else {
      reason = .noData
      return
    }
    if !former.lists.isEmpty { agreeing = try MatchReport.agreeing(db, on: day) }
    hits = try MatchHits.counts(db, of: former.lists, on: day)
    guard let catalog else {
      reason = .noCatalog
      return
    }
    let market = try MatchMarket(db, book: book, catalog: CatalogShortages(catalog), in: region, on: day)
    leftOut = market.leftOut
    seekers = market.seekers.count
    let outcome = try Matcher.match(
      market.postings.map { ($0.profile, $0.unit) }, market.seekers, check: check)
    units = MatchReport.units(market, outcome)
    rows = outcome.pairs.map { pair in
      let posting = market.postings[pair.posting]
      return MatchList.Row(
        platform: posting.platform, posting: posting.number, seeker: market.seekerNumbers[pair.seeker],
        score: pair.score, parts: MatchScore(posting.profile, market.seekers[pair.seeker]).parts,
        unit: market.units[posting.unit])
    }
    reason =
      market.units.isEmpty
      ? .noShortage
      : market.postings.isEmpty
        ? .noPosting
        : leftOut.registrations == leftOut.refused + leftOut.notAsked ? .noSeeker : rows.isEmpty ? .noPair : nil
  }

  private static func units(_ market: MatchMarket, _ outcome: Matcher.Outcome) -> [Unit] {
    var units = market.units.map { Unit(shortage: $0) }
    var served = [Int](repeating: 0, count: market.postings.count)
    for pair in outcome.pairs { served[pair.posting] += 1 }
    for (posting, count) in zip(market.postings, served) {
      units[posting.unit].postings += 1
      units[posting.unit].openings += posting.openings
      units[posting.unit].pairs += count
      if count == 0 { units[posting.unit].starved += 1 }
    }
    for (unit, count) in outcome.candidates { units[unit].candidates = count }
    return units
  }

  private static func agreeing(_ db: Database, on day: Day) throws -> Set<String> {
    guard try db.columns(in: MarketDataset.seekers).contains("contact_consent") else { return [] }
    let rows = try BulkStatement(
      db, "SELECT seeker_id FROM \(MarketDataset.seekers) WHERE contact_consent = 1 AND \(MatchMarket.isValid(on: day))"
    )
    var found: Set<String> = []
    while try rows.step() { found.insert(rows.text(0)) }
    return found
  }
}
