/// 案件与投诉举报: disputes, complaints, inspections and penalties, with the doubts that somebody is to find in them.
struct CaseSystem {
  private let scale: Double
  private let pool: EmployerPool
  private let agencies: AgencySystem
  private let doubts: DoubtBook
  private var random: SampleRandom
  private var number = 0
  private var sheet = Sheet(
    "cases",
    [
      "案号", "案件类别", "事由", "岗位编号", "平台", "被申请人信用代码", "被申请人", "机构许可证号", "线索编号", "申请人证件号码", "涉及人数", "单位性质", "行业", "区划",
      "申请日期",
      "受理日期", "开庭日期", "延期批准日期", "结案日期", "处理结果", "胜诉方", "请求金额", "结案金额", "罚款", "没收", "决定书文号", "决定日期", "公示日期", "接收单位文号",
      "渠道",
    ], key: ["案号"])
  /// Numbers of an employer's matters in the last twelve months, for D-06.
  private var recent: [String: Int] = [:]

  /// Matters in an ordinary quarter of the whole city, and the longest a kind may take without being late.
  private static let kinds: [(name: String, volume: Double, days: Int)] = [
    ("仲裁", 620, 40), ("调解", 360, 13), ("投诉", 240, 50), ("举报", 90, 50), ("日常检查", 150, 20), ("专项检查", 70, 20),
    ("双随机", 60, 20), ("行政处罚", 40, 30),
  ]
  private static let disputes = Mix([
    ("劳动报酬", 44.0), ("社会保险", 12), ("解除终止合同", 20), ("确认劳动关系", 9), ("工伤", 8), ("经济补偿", 5), ("人事争议", 2),
  ])
  private static let matters = Mix([
    ("劳动报酬", 40.0), ("虚假招聘", 12), ("收取财物", 10), ("就业歧视-性别", 6), ("社会保险", 18), ("无证经营", 6), ("未明示", 8),
  ])
  private static let market: Set = ["虚假招聘", "收取财物", "就业歧视-性别", "无证经营", "未明示"]

  init(scale: Double, seed: UInt64, pool: EmployerPool, agencies: AgencySystem, _ doubts: DoubtBook) {
    self.scale = scale
    self.pool = pool
    self.agencies = agencies
    self.doubts = doubts
    random = SampleRandom(seed: seed, stream: 1200)
  }

  mutating func write(_ writer: ExportWriter) throws {
    for quarter in Quarter.all {
      let days = Season.offices.days(of: quarter)
      for kind in CaseSystem.kinds {
        for _ in 0..<random.count(kind.volume * scale * days.volume) {
          ordinary(kind.name, days.mix.draw(&random), within: kind.days)
        }
      }
    }
    plant()
    for (code, count) in recent where count >= 3 { doubts.plant("D-06", code) }
    try sheet.write(writer)
  }

  private mutating func nextNumber(_ kind: String, _ day: SampleDay) -> String {
    number += 1
    let prefix = ["仲裁": "桂防劳人仲案", "调解": "防调", "行政处罚": "防人社罚"][kind] ?? "防监"
    return "\(prefix)\(day.parts.year)-\(String("00000\(number)".suffix(5)))"
  }

  private mutating func ordinary(_ kind: String, _ filed: SampleDay, within days: Int) {
    // Days of rest in the offices: what is filed late is accepted within five working days all the same.
    let accepted = filed + random.integer(0...2)
    let closed = accepted + random.integer(1...days)
    add(kind, filed: filed, accepted: accepted, closed: closed <= SampleDay.end ? closed : nil)
  }

  /// - Returns: the number of the case.
  @discardableResult
  private mutating func add(
    _ kind: String, filed: SampleDay, accepted: SampleDay?, closed: SampleDay?, _ own: [String: String] = [:]
  ) -> String {
    let employer = random.pick(pool.all)
    let id = nextNumber(kind, filed)
    let isDispute = kind == "仲裁" || kind == "调解"
    let subject = isDispute ? CaseSystem.disputes.draw(&random) : CaseSystem.matters.draw(&random)
    let persons = isDispute ? Mix([(1, 82.0), (2, 7), (4, 5), (12, 4), (25, 2)]).draw(&random) : 1
    let amount = random.integer(8...600) * 100 * persons
    let outcome = outcome(kind)
    var cells = [
      "案号": id, "案件类别": kind, "事由": subject, "被申请人信用代码": employer.creditCode, "被申请人": employer.name,
      "涉及人数": "\(persons)", "单位性质": employer.ownership, "行业": employer.industry.code,
      "区划": "\(Place.counties[employer.county].code)", "申请日期": filed.iso,
      "渠道": random.pick(["12333", "12345", "网上", "窗口"]),
    ]
    if isDispute { cells["请求金额"] = "\(amount)" }
    if CaseSystem.market.contains(subject), kind == "投诉" || kind == "举报" {
      cells["机构许可证号"] = random.pick(agencies.papers.suffix(10).map { $0 })
    }
    if let accepted, accepted <= SampleDay.end { cells["受理日期"] = accepted.iso }
    if let closed {
      cells["结案日期"] = closed.iso
      cells["处理结果"] = outcome
      if isDispute, ["裁决", "终局裁决", "调解成功"].contains(outcome) {
        cells["结案金额"] = "\(amount / 10 * random.integer(3...10))"
        if kind == "仲裁", outcome != "调解成功" { cells["胜诉方"] = random.pick(["劳动者", "单位", "部分"]) }
      }
      if outcome == "移送" { cells["接收单位文号"] = "防公受\(number)号" }
      if outcome == "罚款" {
        cells["罚款"] = "\(random.integer(1...10) * 1000)"
        cells["决定书文号"] = "防人社罚字\(number)号"
        cells["决定日期"] = closed.iso
        let published = closed + random.integer(0...4)
        if published <= SampleDay.end { cells["公示日期"] = published.iso }
      }
    }
    cells.merge(own) { $1 }
    if let rule = own["线索编号"] {
      cells["线索编号"] = "\(rule)/\(employer.creditCode)/\(filed.parts.year)Q\((filed.parts.month + 2) / 3)"
    }
    if filed > SampleDay(2025, 9, 30), !["日常检查", "专项检查", "双随机"].contains(kind) {
      recent[employer.creditCode, default: 0] += 1
    }
    if kind == "仲裁", cells["受理日期"] == nil, cells["处理结果"] != "不予受理" { doubts.plant("D-01", id) }
    let last = [filed, accepted, closed].compactMap { $0 }.filter { $0 <= SampleDay.end }.max() ?? filed
    sheet.add(cells, updated: last)
    return id
  }

  private mutating func outcome(_ kind: String) -> String {
    switch kind {
    case "仲裁": Mix([("调解成功", 42.0), ("裁决", 22), ("终局裁决", 20), ("撤回", 16)]).draw(&random)
    case "调解": Mix([("调解成功", 74.0), ("调解不成", 22), ("撤回", 4)]).draw(&random)
    case "行政处罚": "罚款"
    case "投诉", "举报":
      Mix([("属实", 20.0), ("不属实", 30), ("责令改正", 26), ("已改正", 16), ("无法核实", 5), ("移送", 3)]).draw(&random)
    default: Mix([("不属实", 55.0), ("责令改正", 25), ("已改正", 20)]).draw(&random)
    }
  }

  private mutating func plant() {
    let may = SampleDay(2026, 5, 11)
    doubts.plant("D-01", add("仲裁", filed: may, accepted: may + 9, closed: may + 30))
    // Mediated within the fifth working day.
    add("仲裁", filed: may, accepted: may + 7, closed: may + 30)
    doubts.plant("D-02", add("仲裁", filed: may, accepted: may + 1, closed: may + 48))
    doubts.plant("D-02", add("仲裁", filed: SampleDay(2026, 8, 10), accepted: SampleDay(2026, 8, 12), closed: nil))
    add("仲裁", filed: may, accepted: may + 1, closed: may + 58, ["延期批准日期": (may + 40).iso])
    doubts.plant("D-03", add("调解", filed: SampleDay(2026, 9, 1), accepted: SampleDay(2026, 9, 2), closed: nil))
    doubts.plant("D-04", add("投诉", filed: may, accepted: may, closed: nil))
    let june = SampleDay(2026, 6, 1)
    add("投诉", filed: june, accepted: june, closed: nil, ["延期批准日期": (june + 60).iso])
    doubts.plant("D-05", add("调解", filed: may, accepted: may, closed: may + 5, ["处理结果": "", "结案金额": ""]))
    doubts.plant("D-07", add("举报", filed: may, accepted: may, closed: may + 9, ["处理结果": "移送", "接收单位文号": ""]))
    let silent = add("行政处罚", filed: may, accepted: may, closed: may + 9, ["公示日期": ""])
    for check in ["D-08", "G-13"] { doubts.plant(check, silent) }
    doubts.plant(
      "D-09", add("投诉", filed: may, accepted: may, closed: may + 9, ["事由": "虚假招聘", "机构许可证号": "", "岗位编号": ""]))
    add("投诉", filed: may, accepted: may, closed: may + 9, ["事由": "虚假招聘", "机构许可证号": "", "岗位编号": "FCG20260005294"])
    add("日常检查", filed: SampleDay.end, accepted: SampleDay.end, closed: nil)
    reviews()
  }

  /// Leads that screening gave and that somebody has looked at: the rule of each, in the last two quarters.
  private mutating func reviews() {
    let rules = [
      "C01", "C09", "C-15", "C01", "C04", "C09", "C17", "C-15", "C01", "C02", "C13", "C19", "C01", "C-15", "C10", "C20",
    ]
    for quarter in Quarter.all.suffix(2) {
      for (number, rule) in rules.enumerated() {
        let filed = quarter.first + 7 + number * 4
        let closed = filed + random.integer(3...15)
        add("线索核查", filed: filed, accepted: filed + 1, closed: closed <= SampleDay.end ? closed : nil, ["线索编号": rule])
      }
    }
  }
}
