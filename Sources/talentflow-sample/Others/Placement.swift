/// One referral of a seeker to a posting.
struct Placement {
  let number: String
  let posting: Posting
  let seeker: Seeker
  let referred: SampleDay
  private var interviewed: SampleDay?
  private var hired: SampleDay?
  private var started: SampleDay?
  private var outcome = ""
  private var reason = ""
  private var pay = ""
  private var kept = ""
  private let fromSector: String
  private let fromPlace: String
  private let talent: String
  private let channel: String
  private(set) var updated: SampleTime
  private let entered: SampleTime

  init(number: String, posting: Posting, seeker: Seeker, referred: SampleDay, _ random: inout SampleRandom) {
    self.number = number
    self.posting = posting
    self.seeker = seeker
    self.referred = referred
    fromSector = Mix([("民营", 50.0), ("国企", 8), ("事业", 3), ("社会组织", 2), ("", 37)]).draw(&random)
    fromPlace =
      Mix([(0, 60.0), (1, 20), (2, 20)]).draw(&random) == 0 ? seeker.homeName : random.pick(["广东省深圳市", "广西南宁市", ""])
    let experts = ["专业技术", "高技能", "企业经营管理"]
    talent =
      seeker.fact.level.hasPrefix("T") ? experts[0] : ["S3", "S2", "S1"].contains(seeker.fact.level) ? experts[1] : ""
    channel = random.pick(["市人力资源市场", "市公共就业服务中心", "港口区就业服务中心", "东兴市就业服务中心"])
    entered = SampleTime(referred, second: random.integer(30_600...61_200))
    updated = entered
  }

  /// Last day on which something about the referral was settled.
  var decidedOn: SampleDay? { [interviewed, hired, started].compactMap { $0 }.last }

  /// The referral as it stood when it was entered.
  var undecided: Placement {
    var open = self
    (open.interviewed, open.hired, open.started) = (nil, nil, nil)
    (open.outcome, open.reason, open.pay, open.kept) = ("", "", "", "")
    open.updated = entered
    return open
  }

  /// Draws interview and outcome.
  mutating func decide(_ random: inout SampleRandom) {
    let interview = referred + random.integer(1...8)
    interviewed = interview
    outcome = Mix([("录用", 58.0), ("未录用", 30), ("放弃", 12)]).draw(&random)
    switch outcome {
    case "录用":
      let day = interview + random.integer(0...7)
      hired = day
      if random.chance(0.9) { started = day + random.integer(1...15) }
      if let low = posting.pay.low, let high = posting.pay.high { pay = "\((low + high) / 200 * 100)" }
      if day < SampleDay(2026, 2, 1) { kept = random.chance(0.7) ? "是" : "否" }
    case "未录用": reason = random.pick(["技能不符", "学历不符", "岗位已满", "面试未通过"])
    default: reason = random.pick(["薪酬偏低", "距离太远", "另有工作"])
    }
    updated = SampleTime(decidedOn ?? interview, second: random.integer(61_200...64_800))
  }

  var cells: [String] {
    let layout = PlacementSystem.layout
    let occupation = posting.hasOccupation ? posting.profile.occupation : ""
    let move = Move(of: self, from: fromPlace, fromSector, talent, hired: hired)
    return [
      number, seeker.number, seeker.person, posting.number, posting.platform, layout.date(referred),
      layout.date(interviewed), layout.date(hired), layout.date(started), outcome, reason, pay, occupation,
      posting.creditCode, posting.employerName, posting.industry?.code ?? "", move.fromSector, move.toSector,
      move.fromPlace, move.toPlace, move.talent, seeker.fact.category == "11" ? "是" : "否",
      updated.seconds % 41 == 0 ? "是" : "否", move.isForeign ? "是" : "否", channel, kept, keptAYear,
      layout.stamp(updated),
    ]
  }

  /// Whether the person was still there after a year; nobody is who had left after half of it.
  private var keptAYear: String {
    guard let hired, hired < SampleDay(2025, 8, 1), !kept.isEmpty else { return "" }
    var random = SampleRandom(of: number, 2)
    guard kept == "是" else { return "否" }
    return random.chance(0.1) ? "" : random.chance(0.85) ? "是" : "否"
  }
}
