/// One system of registrations over the quarters: new rows, closings, files.
struct SeekerSystem {
  let office: SeekerOffice
  private let scale: Double
  private let seed: UInt64
  private var composer: FileComposer
  private var numbers = 0
  private var blemishes = 0

  /// Share of rows with a mistake that does not cost the row.
  private static let blemishShare = 0.03
  /// Share of seekers whose registration is closed before it runs out.
  private static let closedShare = 0.33

  init(_ office: SeekerOffice, scale: Double, seed: UInt64) {
    self.office = office
    self.scale = scale
    self.seed = seed
    composer = FileComposer(layout: office.layout)
  }

  /// The rows of the quarter's file, and the registrations that are new in it.
  mutating func run(_ maker: SeekerMaker) -> (rows: [SampleRow], new: [Seeker]) {
    let quarter = maker.quarter
    let stream: UInt64 = (office == .centre ? 500 : 600) + UInt64(quarter.index)
    var random = SampleRandom(seed: seed, stream: stream)
    let days = Season.seekers.days(of: quarter)
    var drafts: [Draft] = []
    var new: [Seeker] = []
    for _ in 0..<random.count(office.volume * scale * days.volume) {
      var seeker = maker.make(office, number: nextNumber(quarter), on: days.mix.draw(&random), &random)
      if random.chance(SeekerSystem.blemishShare) { blemish(&seeker, &random) }
      new.append(seeker)
      drafts.append(draft(seeker, quarter, &random))
    }
    var local = self
    let rows = composer.compose(drafts, quarter: quarter, &random) { random in
      let number = local.nextNumber(quarter)
      return local.office.row(maker.make(local.office, number: number, on: quarter.last, &random))
    }
    numbers = local.numbers
    return (rows, new)
  }

  private mutating func nextNumber(_ quarter: Quarter) -> String {
    numbers += 1
    return "\(office.prefix)\(quarter.year)\(String("000000\(numbers)".suffix(7)))"
  }

  private mutating func blemish(_ seeker: inout Seeker, _ random: inout SampleRandom) {
    let kinds = SeekerBlemish.allCases
    kinds[blemishes % kinds.count].spoil(&seeker, isCounty: office == .county, &random)
    blemishes += 1
  }

  /// The registration as the quarter knows it, and its closing where the next quarter tells of it.
  private func draft(_ seeker: Seeker, _ quarter: Quarter, _ random: inout SampleRandom) -> Draft {
    guard seeker.closed == nil, random.chance(SeekerSystem.closedShare) else {
      return Draft(first: office.row(seeker), later: nil)
    }
    let point = random.unit()
    let day = seeker.fact.start + 2 + Int(100 * point * point)
    var changed = seeker
    changed.close(on: day, &random)
    if day <= quarter.last { return Draft(first: office.row(changed), later: nil) }
    return Draft(first: office.row(seeker), later: random.chance(0.8) ? office.row(changed) : nil)
  }
}
