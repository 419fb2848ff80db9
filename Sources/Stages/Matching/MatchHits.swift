import Domain
import Warehouse

/// How many suggestions of a list became placements, by score: the calibration of the points.
enum MatchHits {
  /// Suggestions of one list within a band of scores.
  struct Count: Equatable {
    let list: Day
    /// The least score of the band.
    let band: Int
    let rows: Int
    let hired: Int
    /// The last day that the data of placements spoke of.
    let known: Day
  }

  static let bands = [90, 80, 70, 60, 50, 0]

  static func band(_ score: Int) -> Int { bands.first { score >= $0 } ?? 0 }

  /// `80-89`; the lowest `50 以下`.
  static func name(_ band: Int, _ texts: Texts) -> String {
    guard let place = bands.firstIndex(of: band), place + 1 < bands.count else {
      return texts(.bandBelow, ["score": "\(bands[bands.count - 2])"])
    }
    return "\(band)-\(place == 0 ? MatchScore.most : bands[place - 1] - 1)"
  }

  private struct PostingKey: Hashable {
    let platform: String
    let posting: String
  }

  /// Counts what came of lists: somebody was hired after the list's day for the posting, or by its employer for its
  /// occupation. Lists of `day` itself have had no time.
  static func counts(_ db: Database, of lists: [MatchList.Former], on day: Day) throws -> [Count] {
    let old = lists.filter { $0.day < day }
    guard let first = old.map(\.day).min() else { return [] }
    let seekers = Set(old.flatMap { $0.cells.dropFirst().map { $0[2] } })
    let hires = try MatchHire.bySeeker(db, after: first).filter { seekers.contains($0.key) }
    let wanted = Set(
      old.flatMap { $0.cells.dropFirst() }.filter { hires[$0[2]] != nil }
        .map { PostingKey(platform: $0[0], posting: $0[1]) })
    let postings = try postings(db, wanted)
    return old.flatMap { list -> [Count] in
      var rows: [Int: Int] = [:]
      var hits: [Int: Int] = [:]
      for cells in list.cells.dropFirst() {
        guard let score = Int(cells[3]) else { continue }
        let key = PostingKey(platform: cells[0], posting: cells[1])
        let isHit = hires[cells[2]]?.contains { hire in
          guard hire.day > list.day.ordinal else { return false }
          if hire.platform == key.platform, hire.posting == key.posting { return true }
          guard let own = postings[key], let employer = hire.employer, let work = hire.occupation else { return false }
          return own.employer == employer && own.occupation == work
        }
        rows[band(score), default: 0] += 1
        if isHit ?? false { hits[band(score), default: 0] += 1 }
      }
      return bands.compactMap { band in
        rows[band].map { Count(list: list.day, band: band, rows: $0, hired: hits[band] ?? 0, known: day) }
      }
    }
  }

  private static func postings(_ db: Database, _ wanted: Set<PostingKey>) throws
    -> [PostingKey: (employer: Int, occupation: Int)]
  {
    guard !wanted.isEmpty else { return [:] }
    let rows = try BulkStatement(
      db,
      """
      SELECT platform.name, posting_id, employer, coalesce(occupation, 0) FROM \(MarketDataset.postings)
      JOIN unit AS platform ON platform.id = unit
      """)
    var found: [PostingKey: (employer: Int, occupation: Int)] = [:]
    while try rows.step() {
      let key = PostingKey(platform: rows.text(0), posting: rows.text(1))
      if wanted.contains(key) { found[key] = (rows.integer(2), rows.integer(3)) }
    }
    return found
  }

  // MARK: What is kept of lists that are gone

  static let path = "hits.csv"

  /// Adds what is known of lists that are gone, band by band: counts, and no number of anybody.
  static func merged(_ counts: [Count], _ stored: [Count]) -> [Count] {
    let own = Set(counts.map(\.list))
    return (stored.filter { !own.contains($0.list) } + counts).sorted { ($0.list, $1.band) < ($1.list, $0.band) }
  }

  static func bytes(_ counts: [Count], _ texts: Texts) -> [UInt8] {
    let header: [MatchText] = [.hitList, .hitBand, .hitRows, .hitHired, .hitKnown]
    return CSVText.bytes(
      [header.map { texts($0) }]
        + counts.map { [$0.list.iso, name($0.band, texts), "\($0.rows)", "\($0.hired)", $0.known.iso] })
  }

  /// Counts of a file that was written before, and lines that cannot be read.
  static func read(_ bytes: [UInt8], _ texts: Texts) -> (counts: [Count], unread: [Int]) {
    guard let records = CSVText.records(bytes) else { return ([], [1]) }
    let names = Dictionary(bands.map { (name($0, texts), $0) }) { first, _ in first }
    var counts: [Count] = []
    var unread: [Int] = []
    for (line, cells) in records.dropFirst() {
      guard cells.count == 5, let list = Day(iso: cells[0]), let band = names[cells[1]], let rows = Int(cells[2]),
        let hired = Int(cells[3]), (0...1_000_000_000).contains(rows), (0...rows).contains(hired),
        let known = Day(iso: cells[4])
      else {
        unread.append(line)
        continue
      }
      counts.append(Count(list: list, band: band, rows: rows, hired: hired, known: known))
    }
    return (counts, unread)
  }
}
