/// One system of postings over the quarters: new rows, closings, files.
struct PostingSystem {
  let site: PostingSite
  private let scale: Double
  private let seed: UInt64
  private let leads: LeadTruth
  private var composer: FileComposer
  private var numbers = 0
  private var blemishes = 0

  /// Share of rows with a mistake that does not cost the row.
  private static let blemishShare = 0.03
  /// Share of postings that are closed before they run out.
  private static let closedShare = 0.75

  init(_ site: PostingSite, scale: Double, seed: UInt64, _ leads: LeadTruth) {
    self.site = site
    self.scale = scale
    self.seed = seed
    self.leads = leads
    composer = FileComposer(layout: site.layout)
  }

  /// The rows of the quarter's file, and the postings that are new in it.
  ///
  /// - Parameter copies: agency copies that belong into this file.
  mutating func run(_ maker: PostingMaker, copies: [Posting] = []) -> (rows: [SampleRow], new: [Posting]) {
    let quarter = maker.quarter
    var random = SampleRandom(seed: seed, stream: stream(quarter))
    let days = Season.openings.days(of: quarter)
    var drafts: [Draft] = []
    var new: [Posting] = []
    for copy in copies { drafts.append(draft(copy, quarter, &random)) }
    for _ in 0..<random.count(site.volume * scale * days.volume) {
      var posting = maker.make(site, number: nextNumber(quarter), on: days.mix.draw(&random), &random)
      if site == .agency { posting.licence = PostingSystem.licence(posting.platform) }
      if random.chance(PostingSystem.blemishShare) { blemish(&posting, &random) }
      if site != .agency { leads.plant(&posting) }
      new.append(posting)
      drafts.append(draft(posting, quarter, &random))
    }
    if site == .publicSite, quarter.index == 1 { drafts.append(recruitment(maker, &random)) }
    var local = self
    let rows = composer.compose(drafts, quarter: quarter, &random) { random in
      let number = local.nextNumber(quarter)
      return local.site.row(maker.make(local.site, number: number, on: quarter.last, &random))
    }
    numbers = local.numbers
    return (rows, new)
  }

  /// Licence number of an agency.
  static func licence(_ platform: String) -> String {
    let place = (PostingSite.agencies.firstIndex(of: platform) ?? 0) + 1
    return "45060\(place)24000\(place)"
  }

  mutating func nextNumber(_ quarter: Quarter) -> String {
    numbers += 1
    return "\(site.prefix)\(quarter.year)\(String("000000\(numbers)".suffix(7)))"
  }

  private func stream(_ quarter: Quarter) -> UInt64 {
    let base: UInt64 =
      switch site {
      case .publicSite: 100
      case .talent: 200
      case .agency: 300
      }
    return base + UInt64(quarter.index)
  }

  private mutating func blemish(_ posting: inout Posting, _ random: inout SampleRandom) {
    let kinds = PostingBlemish.allCases
    kinds[blemishes % kinds.count].spoil(&posting, &random)
    blemishes += 1
  }

  /// The posting as the quarter knows it, and its closing where the next quarter tells of it.
  private func draft(_ posting: Posting, _ quarter: Quarter, _ random: inout SampleRandom) -> Draft {
    guard posting.closed == nil, random.chance(PostingSystem.closedShare) else {
      return Draft(first: site.row(posting), later: nil)
    }
    let day = posting.fact.start + 1 + Int(70 * Tightness.delay(posting.tightness, random.unit()))
    var changed = posting
    changed.close(on: day, &random)
    if day <= quarter.last { return Draft(first: site.row(changed), later: nil) }
    return Draft(first: site.row(posting), later: random.chance(0.9) ? site.row(changed) : nil)
  }

  /// A recruitment of more than 999 people, which a reader keeps and remarks on.
  private mutating func recruitment(_ maker: PostingMaker, _ random: inout SampleRandom) -> Draft {
    let quarter = maker.quarter
    var posting = maker.make(site, number: nextNumber(quarter), on: quarter.first + 20, &random)
    posting.openings = "1500"
    posting.fact.weight = 1500
    return Draft(first: site.row(posting), later: nil)
  }
}
