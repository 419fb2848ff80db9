/// 事业单位公开招聘: a plan a quarter, with the doubts that somebody is to find.
struct PostsSystem {
  private let scale: Double
  private let units: [Employer]
  private let doubts: DoubtBook
  private var random: SampleRandom
  private var sheet = Sheet(
    "public-posts",
    [
      "招聘批次", "岗位代码", "招聘单位", "单位信用代码", "单位层级", "区划", "乡镇", "岗位类别", "职业", "计划数", "招聘方式", "招聘范围", "放宽条件", "放宽批准文号",
      "专项招聘",
      "政策性招聘文号", "条件原文", "年龄上限", "学历", "职业院校专业教师", "企业工作年限", "技能等级", "公告日期", "条件变更日期", "变更公告日期", "报名开始", "报名截止", "考试日期",
      "公示开始", "公示结束", "聘用日期", "报考人数", "开考比例", "参考人数", "聘用人数", "聘用本地人数", "来自非公", "留学回国人数", "服务基层项目人员", "取消数",
    ], key: ["招聘批次", "岗位代码"])

  init(scale: Double, seed: UInt64, pool: EmployerPool, _ doubts: DoubtBook) {
    self.scale = scale
    self.doubts = doubts
    random = SampleRandom(seed: seed, stream: 1500)
    // Public bodies are few in the pool: as many again that offer no jobs elsewhere.
    var units = pool.all.filter { $0.ownership == "41" }
    for number in 0..<14 {
      let county = number % 4
      units.append(
        Employer(
          name:
            "防城港\(["澄", "棠", "沛", "砚", "珑", "霁", "榕"][number % 7])\(["源", "川"][number / 7])\(["中学", "医院", "服务中心"][number % 3])",
          creditCode: CreditCode.make(prefix: "12", place: Place.counties[county].code, &random), ownership: "41",
          industry: Industry.named("83"), county: county, usesBothSites: false, prefersPublicSite: true))
    }
    self.units = units
  }

  mutating func write(_ writer: ExportWriter) throws {
    for quarter in Quarter.all {
      let plan = "GKZP\(quarter.name)"
      // In the months in which such plans come out, weeks before any long holiday.
      let notice = quarter.first + 8
      for number in 0..<Int(24 + 360 * scale) { ordinary(plan, number, notice) }
    }
    plant()
    try sheet.write(writer)
  }

  /// A post without any doubt.
  private mutating func cells(_ plan: String, _ number: Int, _ notice: SampleDay) -> [String: String] {
    let unit = random.pick(units)
    let level = Mix([("市", 30.0), ("县", 45), ("乡镇", 25)]).draw(&random)
    let places = Mix([(1, 70.0), (2, 20), (4, 10)]).draw(&random)
    let method = number % 8 == 7 ? "直接面试" : "统一考试"
    var cells = [
      "招聘批次": plan, "岗位代码": "G\(String("000\(number)".suffix(4)))", "招聘单位": unit.name, "单位信用代码": unit.creditCode,
      "单位层级": level, "区划": "\(Place.counties[unit.county].code)", "岗位类别": random.pick(["管理", "专业技术", "专业技术", "工勤"]),
      "计划数": "\(places)", "招聘方式": method, "招聘范围": number % 6 == 5 ? "本市" : random.pick(["全国", "广西"]),
      "条件原文": "符合岗位要求的专业条件", "年龄上限": "35", "学历": random.pick(["大学本科教育", "大学专科教育", "硕士研究生毕业"]),
      "公告日期": notice.iso, "报名开始": (notice + 1).iso, "报名截止": (notice + 20).iso, "考试日期": (notice + 34).iso,
    ]
    if level == "乡镇" { cells["乡镇"] = random.pick(Agency.towns[unit.county]) }
    if number % 7 == 3 { (cells["放宽条件"], cells["放宽批准文号"]) = (random.pick(["年龄；学历", "专业", "开考比例"]), "桂人社批\(number)号") }
    if number % 11 == 6 { (cells["专项招聘"], cells["政策性招聘文号"]) = ("是", "人社部发〔2024〕1号") }
    if notice + 34 <= SampleDay.end {
      let applicants = places * random.integer(4...30)
      (cells["报考人数"], cells["参考人数"]) = ("\(applicants)", "\(max(places * 3, applicants * 3 / 4))")
    }
    let publicity = notice + 46
    (cells["公示开始"], cells["公示结束"]) = (publicity.iso, (publicity + 18).iso)
    let hired = publicity + 25
    if hired <= SampleDay.end {
      let count = random.chance(0.9) ? places : places - 1
      let locals = random.integer(0...count)
      (cells["聘用日期"], cells["聘用人数"], cells["聘用本地人数"]) = (hired.iso, "\(count)", "\(locals)")
      cells["来自非公"] = "\(random.integer(0...count))"
    }
    return cells
  }

  private mutating func ordinary(_ plan: String, _ number: Int, _ notice: SampleDay) {
    add(cells(plan, number, notice))
  }

  private mutating func add(_ cells: [String: String]) {
    let days = ["公告日期", "聘用日期", "变更公告日期"].compactMap { SampleDay(iso: cells[$0] ?? "") }
    sheet.add(cells, updated: min(days.max() ?? SampleDay.end, SampleDay.end))
  }

  private mutating func plant() {
    let plan = "GKZP2026D"
    let notice = SampleDay(2026, 4, 8)
    var number = 0
    func base(_ own: [String: String]) -> [String: String] {
      number += 1
      var cells = cells(plan, 100 * number, notice)
      for column in ["放宽条件", "放宽批准文号", "专项招聘", "政策性招聘文号"] { cells[column] = nil }
      (cells["招聘方式"], cells["招聘范围"], cells["计划数"], cells["参考人数"], cells["报考人数"]) = ("统一考试", "全国", "2", "8", "20")
      (cells["聘用人数"], cells["聘用本地人数"], cells["来自非公"]) = ("2", "1", "1")
      (cells["区划"], cells["单位层级"], cells["岗位类别"]) = ("450602", "县", "专业技术")
      cells.merge(own) { $1 }
      return cells
    }
    func found(_ check: String, _ own: [String: String]) {
      let cells = base(own)
      doubts.plant(check, "\(plan)/\(cells["岗位代码"] ?? "")")
      add(cells)
    }
    found("H-01", ["报名截止": (notice + 5).iso])
    found("H-02", ["参考人数": "5"])
    add(base(["参考人数": "6"]))
    found("H-03", ["公示结束": (notice + 46 + 4).iso])
    found("H-04", ["聘用人数": "3"])
    found("H-05", ["聘用日期": (notice + 46 + 18).iso])
    found("H-06", ["放宽条件": "年龄"])
    add(base(["放宽条件": "年龄", "区划": "450621"]))
    found("H-07", ["条件原文": "本岗位只招男性"])
    found("H-07", ["条件原文": "符合岗位要求的专业条件；已婚已育者优先；限本市户籍人员报名"])
    add(base(["条件原文": "符合岗位要求的专业条件，性别、民族、户籍不限"]))
    found("H-08", ["职业院校专业教师": "是", "企业工作年限": "1", "学历": "大学本科教育"])
    add(base(["职业院校专业教师": "是", "企业工作年限": "0", "学历": "大学专科教育", "技能等级": "三级"]))
    found("H-09", ["岗位类别": "特设岗位"])
    add(base(["岗位类别": "特设岗位", "单位层级": "乡镇"]))
    found("H-11", ["招聘方式": "直接考核", "学历": "大学本科教育"])
    add(base(["招聘方式": "直接考核", "学历": "博士研究生毕业"]))
    found("H-12", ["取消数": "2", "报考人数": "4", "参考人数": "3", "聘用人数": "0", "聘用本地人数": "0", "来自非公": "0", "聘用日期": ""])
    found("H-13", ["专项招聘": "是"])
    found("H-14", ["条件变更日期": (notice + 3).iso])
    add(base(["条件变更日期": (notice + 3).iso, "变更公告日期": (notice + 3).iso]))
    // A plan of which too much is for people of the place.
    for place in 0..<4 {
      let cells = base(["招聘批次": "GKZP2026L", "招聘范围": place < 2 ? "本市" : "全国"])
      add(cells)
    }
    doubts.plant("H-10", "GKZP2026L")
    var last = base(["公告日期": SampleDay.end.iso])
    for column in [
      "报名开始", "报名截止", "考试日期", "公示开始", "公示结束", "聘用日期", "报考人数", "参考人数", "聘用人数", "聘用本地人数", "来自非公",
    ] { last[column] = nil }
    add(last)
  }
}
