/// 补贴与住房申领: who was placed and recognised claims, with the doubts that somebody is to find.
struct ClaimSystem {
  private let scale: Double
  private let doubts: DoubtBook
  private var random: SampleRandom
  private var numbers = 0
  private var sheet = Sheet(
    "claims",
    [
      "申领编号", "项目", "申领主体", "证件号码", "配偶证件号码", "统一社会信用代码", "单位名称", "人才级别", "不动产证号", "本地唯一住房", "推荐编号", "补贴起月", "补贴止月",
      "申请金额", "发放金额", "申请日期", "受理日期", "决定日期", "决定", "发放日期", "应退日期", "退回日期", "退回金额", "区划", "经办科室",
    ], key: ["申领编号"])

  private static let schemes = Mix([
    ("租房补贴", 46.0), ("购房补贴", 14), ("人才公寓", 12), ("安家费", 12), ("乡镇工作补贴", 10), ("博士后生活补贴", 3), ("科研启动", 3),
  ])
  private static let section = "人力资源开发科"

  init(scale: Double, seed: UInt64, _ doubts: DoubtBook) {
    self.scale = scale
    self.doubts = doubts
    random = SampleRandom(seed: seed, stream: 1400)
  }

  mutating func write(
    _ writer: ExportWriter, _ hires: [Hires.Hire], _ rosters: inout RosterSystem, _ agencies: AgencySystem
  ) throws {
    // The last ones are kept for what is to be found.
    let ordinary = Array(hires.dropLast(40))
    for hire in ordinary.filter({ _ in random.chance(0.55) }) { claim(hire, &rosters) }
    award(ordinary, agencies)
    plant(hires.suffix(40).map { $0 }, &rosters, agencies)
    try sheet.write(writer)
  }

  /// A person claims one scheme; rent and the like for half a year at a time.
  private mutating func claim(_ hire: Hires.Hire, _ rosters: inout RosterSystem) {
    let scheme = ClaimSystem.schemes.draw(&random)
    let grade = Mix([("A", 4.0), ("B", 12), ("C", 30), ("D", 34), ("E", 20)]).draw(&random)
    let recognised = hire.started + random.integer(10...40)
    guard recognised + 20 < SampleDay.end else { return }
    rosters.recognise(hire, grade: grade, on: recognised)
    let first = recognised + random.integer(5...20)
    let monthly = ["租房补贴": 800, "人才公寓": 300, "乡镇工作补贴": 500, "博士后生活补贴": 2000][scheme]
    let times = monthly == nil ? 1 : random.integer(1...4)
    for time in 0..<times {
      let applied = first + time * 184
      guard applied <= SampleDay.end else { return }
      var own: [String: String] = [:]
      if let monthly {
        let from = month(applied, -6)
        (own["补贴起月"], own["补贴止月"]) = (from, month(applied, -1))
        own["申请金额"] = "\(monthly * 6)"
      } else {
        own["申请金额"] = "\((scheme == "购房补贴" ? 50 : 10) * random.integer(2...6) * 100)"
      }
      if scheme == "购房补贴" {
        (own["不动产证号"], own["本地唯一住房"]) = ("桂(2025)防城港市不动产权第\(10_000 + numbers)号", "是")
      }
      if scheme == "购房补贴" || scheme == "人才公寓", random.chance(0.5) {
        own["配偶证件号码"] = PersonID.make(
          home: 450_602, birth: SampleDay(1985, 1, 1) + random.integer(0...5000), isMale: random.chance(0.5), &random)
      }
      if scheme != "乡镇工作补贴" { own["人才级别"] = grade }
      let decision = Mix([("通过", 90.0), ("不通过", 8), ("撤回", 2)]).draw(&random)
      own["决定"] = decision
      if decision == "通过", random.chance(0.02) {
        let due = applied + 60
        own["应退日期"] = due.iso
        if due + 20 <= SampleDay.end { (own["退回日期"], own["退回金额"]) = ((due + 20).iso, own["申请金额"] ?? "") }
      }
      add(scheme, applied, person: hire.person, county: hire.county, own)
      if decision != "通过" { return }
    }
  }

  /// The first of the month `count` months later.
  private func month(_ day: SampleDay, _ count: Int) -> String {
    let index = day.parts.year * 12 + day.parts.month - 1 + count
    return "\(index / 12)-\(SampleDay.two(index % 12 + 1))"
  }

  /// - Returns: the number.
  @discardableResult
  private mutating func add(
    _ scheme: String, _ applied: SampleDay, person: String, county: Int, _ own: [String: String]
  ) -> String {
    numbers += 1
    let id = "SL\(applied.parts.year)\(String("00000\(numbers)".suffix(5)))"
    let accepted = applied + random.integer(0...2)
    let decided = accepted + random.integer(3...14)
    let paid = decided + random.integer(5...25)
    var cells = [
      "申领编号": id, "项目": scheme, "申领主体": "个人", "证件号码": person, "申请日期": applied.iso, "决定": "通过",
      "区划": "\(Place.counties[county].code)", "经办科室": ClaimSystem.section,
    ]
    cells.merge(own) { $1 }
    if own["受理日期"] == nil, accepted <= SampleDay.end { cells["受理日期"] = accepted.iso }
    if own["决定日期"] == nil { if decided <= SampleDay.end { cells["决定日期"] = decided.iso } else { cells["决定"] = "" } }
    if cells["决定"] == "通过", own["发放日期"] == nil, paid <= SampleDay.end {
      cells["发放日期"] = paid.iso
      cells["发放金额"] = own["发放金额"] ?? cells["申请金额"] ?? ""
    }
    if cells["发放金额"] == nil || cells["发放金额"] == "" {
      (cells["应退日期"], cells["退回日期"], cells["退回金额"]) = (nil, nil, nil)
    }
    let last = ["申请日期", "受理日期", "决定日期", "发放日期", "退回日期"].compactMap { SampleDay(iso: cells[$0] ?? "") }.max()
    sheet.add(cells, updated: last ?? applied)
    return id
  }

  /// Agencies are paid for those whom they placed: one claim an agency and quarter.
  private mutating func award(_ hires: [Hires.Hire], _ agencies: AgencySystem) {
    let able = [0, 1, 3, 4].map { agencies.agencies[$0] } + agencies.agencies.suffix(8)
    for quarter in Quarter.all.dropFirst(6) {
      let own = hires.filter { (quarter.first...quarter.last).contains($0.started) }
      for (place, agency) in able.enumerated() where agency.opened < quarter.first && agency.opened.parts.year < 2026 {
        let placed = own.indices.filter { $0 % able.count == place }.prefix(3).map { own[$0].number }
        let applied = quarter.last + 10 + place
        guard !placed.isEmpty, applied <= SampleDay.end else { continue }
        add(
          "用工服务奖补", applied, person: "", county: agency.county,
          [
            "申领主体": "机构", "统一社会信用代码": agency.creditCode, "单位名称": agency.name,
            "推荐编号": placed.joined(separator: "；"), "申请金额": "\(placed.count * 300 + place)", "经办科室": "就业服务中心",
          ])
      }
    }
  }

  private mutating func plant(_ hires: [Hires.Hire], _ rosters: inout RosterSystem, _ agencies: AgencySystem) {
    var next = 0
    func person() -> Hires.Hire {
      next += 1
      return hires[next - 1]
    }
    let may = SampleDay(2026, 5, 11)
    func rent(_ from: String, _ to: String, _ amount: Int) -> [String: String] {
      ["补贴起月": from, "补贴止月": to, "申请金额": "\(amount)"]
    }
    func claims(_ check: String, _ one: String, _ other: String) { doubts.plant(check, "\(one) + \(other)") }
    var own = person()
    claims(
      "B-01", add("租房补贴", may, person: own.person, county: own.county, rent("2026-01", "2026-06", 4800)),
      add("租房补贴", may + 60, person: own.person, county: own.county, rent("2026-06", "2026-08", 2400)))
    own = person()
    add("租房补贴", may, person: own.person, county: own.county, rent("2025-11", "2026-04", 4800))
    add("租房补贴", may + 60, person: own.person, county: own.county, rent("2026-05", "2026-06", 1600))
    // A couple; the same home of two who are none.
    let (one, other) = (person(), person())
    let home = ["不动产证号": "桂(2026)防城港市不动产权第90001号", "本地唯一住房": "是", "申请金额": "30000"]
    claims(
      "B-02",
      add("购房补贴", may, person: one.person, county: 0, home.merging(["不动产证号": "甲", "配偶证件号码": other.person]) { $1 }),
      add("购房补贴", may + 9, person: other.person, county: 0, home.merging(["不动产证号": "乙", "申请金额": "29000"]) { $1 }))
    let (third, fourth) = (person(), person())
    claims(
      "B-02", add("购房补贴", may + 1, person: third.person, county: 0, home),
      add("购房补贴", may + 12, person: fourth.person, county: 0, home.merging(["申请金额": "28000"]) { $1 }))
    own = person()
    claims(
      "B-03", add("租房补贴", may + 2, person: own.person, county: 1, rent("2026-01", "2026-06", 4800)),
      add("人才公寓", may + 70, person: own.person, county: 1, rent("2026-06", "2026-08", 900)))
    own = person()
    doubts.plant(
      "B-04",
      add("购房补贴", may + 3, person: own.person, county: 0, ["本地唯一住房": "否", "不动产证号": "丙", "申请金额": "20000"]))
    // Gone in spring, paid until summer.
    own = person()
    let gone = rosters.add(
      "绿色通道", SampleDay(2025, 3, 3), ["证件号码": own.person, "级别": "C", "离开日期": SampleDay(2026, 3, 10).iso])
    claims("B-05", add("租房补贴", may + 60, person: own.person, county: 0, rent("2026-01", "2026-06", 4800)), gone)
    own = person()
    let ended = rosters.add(
      "柔性引进", SampleDay(2024, 4, 1), ["证件号码": own.person, "级别": "B", "截止日期": SampleDay(2026, 3, 31).iso])
    let still = add("租房补贴", may + 61, person: own.person, county: 0, rent("2026-01", "2026-06", 4800))
    claims("B-05", still, ended)
    claims("R-13", ended, still)
    own = person()
    doubts.plant(
      "B-06", add("租房补贴", may + 4, person: own.person, county: 2, rent("2026-02", "2026-04", 3001)))
    own = person()
    add("租房补贴", may + 4, person: own.person, county: 2, rent("2026-02", "2026-04", 3000))
    own = person()
    doubts.plant("B-07", add("安家费", may + 5, person: own.person, county: 3, ["人才级别": "A", "申请金额": "9000"]))
    own = person()
    let same = ["申请金额": "7700", "发放金额": "7700", "发放日期": (may + 40).iso]
    claims(
      "B-08", add("科研启动", may, person: own.person, county: 0, same),
      add("安家费", may + 1, person: own.person, county: 0, same))
    own = person()
    doubts.plant(
      "B-10",
      add("安家费", may + -60, person: own.person, county: 0, ["申请金额": "6000", "应退日期": SampleDay(2026, 6, 1).iso]))
    own = person()
    doubts.plant(
      "B-12",
      add(
        "租房补贴", may, person: own.person, county: 0,
        rent("2026-03", "2026-04", 1600).merging(["受理日期": may.iso, "决定日期": (may + 60).iso]) { $1 }))
    plantAwards(person(), person(), agencies)
    own = person()
    add("安家费", SampleDay.end, person: own.person, county: 0, ["申请金额": "5000"])
  }

  private mutating func plantAwards(
    _ one: Hires.Hire, _ other: Hires.Hire, _ agencies: AgencySystem
  ) {
    func award(_ agency: Agency, _ number: String, _ day: SampleDay, _ amount: Int) -> String {
      add(
        "用工服务奖补", day, person: "", county: agency.county,
        [
          "申领主体": "机构", "统一社会信用代码": agency.creditCode, "单位名称": agency.name, "推荐编号": number, "申请金额": "\(amount)",
          "经办科室": "就业服务中心",
        ])
    }
    let day = SampleDay(2026, 8, 20)
    let able = agencies.agencies
    doubts.plant("B-09", "\(award(able[0], "TJ20269999999", day, 301)) + TJ20269999999")
    let twice = [award(able[1], one.number, day, 302), award(able[3], one.number, day + 1, 303)]
    for id in twice { doubts.plant("B-09", "\(id) + \(one.number)") }
    // An agency whose paper had ended long before.
    let late = award(able[26], other.number, day, 304)
    doubts.plant("B-11", "\(late) + \(other.number)")
  }
}
