/// 人员名册 that the sections keep beside the one export of all kinds: those who claim, those who serve at the grass roots, and
/// the doubts that somebody is to find.
struct RosterSystem {
  private var sheet = Sheet(
    "rosters",
    [
      "编号", "名册类别", "证件号码", "单位名称", "单位信用代码", "单位性质", "区划", "乡镇", "生源地", "职业", "级别", "证书号", "办理方式", "申请日期", "批准日期",
      "结果",
      "起始日期", "截止日期", "复核日期", "约定工作天数", "实际工作天数", "同意日期", "同意单位", "离开日期", "去向区划", "期满去向", "月补偿", "前12个月月均工资", "违约金",
      "培训费用",
      "人员性质", "年龄", "密级",
    ], key: ["名册类别", "编号"])
  private let pool: EmployerPool
  private let doubts: DoubtBook
  private var random: SampleRandom
  private var numbers = 0

  init(seed: UInt64, pool: EmployerPool, _ doubts: DoubtBook) {
    self.pool = pool
    self.doubts = doubts
    random = SampleRandom(seed: seed, stream: 1300)
  }

  func write(_ writer: ExportWriter) throws { try sheet.write(writer) }

  /// - Returns: the entry's name in lists: kind and number.
  @discardableResult
  mutating func add(_ kind: String, _ starts: SampleDay, _ own: [String: String] = [:]) -> String {
    numbers += 1
    let id = "RZ\(String("00000\(numbers)".suffix(5)))"
    let employer = random.pick(pool.all)
    let county = Place.counties[employer.county]
    let birth = SampleDay(ordinal: starts.ordinal - random.integer(23...50) * 366)
    var cells = [
      "编号": id, "名册类别": kind, "单位名称": employer.name, "单位信用代码": employer.creditCode, "区划": "\(county.code)",
      "证件号码": PersonID.make(home: county.code, birth: birth, isMale: random.chance(0.5), &random),
      "证书号": "册字\(numbers)号",
      "起始日期": starts.iso, "密级": "内部",
    ]
    cells.merge(own) { $1 }
    // What happened last; a term that ends later has not.
    let last = ["起始日期", "离开日期", "复核日期", "批准日期", "同意日期"].compactMap { SampleDay(iso: cells[$0] ?? "") }.max() ?? starts
    sheet.add(cells, updated: min(last, SampleDay.end))
    return "\(kind)/\(id)"
  }

  /// Who was recognised with a grade, so that the grade may be claimed for.
  mutating func recognise(_ hire: Hires.Hire, grade: String, on day: SampleDay) {
    add(
      "绿色通道", day,
      [
        "证件号码": hire.person, "单位名称": hire.employerName, "单位信用代码": hire.employer, "级别": grade,
        "区划": "\(Place.counties[hire.county].code)", "申请日期": (day + -12).iso, "批准日期": day.iso, "结果": "通过",
        "办理方式": "绿色通道",
      ])
  }

  /// Those who serve at the grass roots for two years, with what became of them.
  mutating func serve() {
    let after = Mix([("留任基层", 34.0), ("聘入事业", 22), ("考录机关", 16), ("企业", 12), ("升学", 6), ("创业", 4), ("未就业", 6)])
    let steps = random.integer(26...30)
    for number in 0..<steps * 4 {
      let starts = SampleDay(2024, 3, 1) + number * 7
      let until = starts + 730
      var own = [
        "级别": "三支一扶", "截止日期": until.iso, "年龄": "\(random.integer(22...29))",
        "生源地": "\(random.pick(Place.counties).code)",
        "乡镇": random.pick(Agency.towns[number % 4]), "区划": "\(Place.counties[number % 4].code)", "结果": "通过",
        "批准日期": starts.iso, "申请日期": (starts + -30).iso, "办理方式": "公开招聘",
      ]
      if until <= SampleDay.end, number % 9 != 0 || until < SampleDay(2026, 7, 2) { own["期满去向"] = after.draw(&random) }
      if starts <= SampleDay.end { add("基层项目", starts, own) }
    }
  }

  /// The doubts of the registers; hard negatives beside them.
  mutating func plant(_ hires: [Hires.Hire]) {
    let may = SampleDay(2026, 5, 11)
    func day(_ year: Int, _ month: Int, _ day: Int) -> String { SampleDay(year, month, day).iso }
    let old = SampleDay(2024, 1, 15)
    plantKeyField(hires, old)
    plantTerms(hires, old)
    // Flexible: too few days, and enough.
    doubts.plant(
      "R-12", add("柔性引进", SampleDay(2025, 3, 3), ["约定工作天数": "60", "实际工作天数": "41", "级别": "B", "截止日期": day(2027, 3, 3)]))
    add("柔性引进", SampleDay(2025, 3, 3), ["约定工作天数": "60", "实际工作天数": "60", "级别": "B", "截止日期": day(2027, 3, 3)])
    let recognised = ["级别": "C", "结果": "通过", "职业": "2-06-03-00", "批准日期": may.iso, "申请日期": (may + -20).iso]
    doubts.plant("R-14", add("绿色通道", may, recognised))
    add("专项编制", may, recognised.merging(["职业": "4-02-05-01"]) { $1 })
    doubts.plant("R-15", add("绿色通道", may, ["级别": "C", "结果": "通过", "批准日期": may.iso, "申请日期": (may + -80).iso]))
    let title = ["级别": "中", "结果": "通过", "批准日期": may.iso, "申请日期": (may + -30).iso]
    doubts.plant("R-16", add("职称", may, title.merging(["证书号": "原职称桂00123", "办理方式": "常规"]) { $1 }))
    add("职称", may, title.merging(["证书号": "原职称桂00124", "办理方式": "直接确认"]) { $1 })
    doubts.plant("R-26", add("职称", may, title.merging(["申请日期": (may + -90).iso]) { $1 }))
    doubts.plant("R-27", add("职称", may, title.merging(["证书号": "", "办理方式": "直接确认"]) { $1 }))
    doubts.plant("R-17", add("留学回国", may, ["证书号": ""]))
    let permit = ["级别": "B", "截止日期": day(2026, 10, 30)]
    doubts.plant("R-18", add("外国人工作许可", SampleDay(2025, 10, 31), permit))
    add("外国人工作许可", SampleDay(2025, 11, 1), ["级别": "B", "截止日期": day(2026, 10, 31)])
    doubts.plant("R-19", add("外国人工作许可", may, ["级别": "C", "截止日期": (may + 91).iso]))
    add("外国人工作许可", may, ["级别": "C", "截止日期": (may + 90).iso])
    add("外国人工作许可", may, ["级别": "C", "截止日期": (may + 300).iso, "证书号": "配额2026-7"])
    if let hire = hires.last(where: { $0.started < may }) {
      let id = add(
        "外国人工作许可", hire.started + -30, ["证件号码": hire.person, "级别": "B", "截止日期": day(2027, 5, 1)])
      doubts.plant("R-20", "\(id) + \(hire.number)")
    }
    // Too old where the county is no hard one; there it would do.
    let volunteer = ["级别": "三支一扶", "生源地": "450602", "结果": "通过", "截止日期": day(2026, 8, 1), "期满去向": "留任基层"]
    doubts.plant("R-21", add("基层项目", SampleDay(2023, 8, 1), volunteer.merging(["年龄": "31", "区划": "450602"]) { $1 }))
    add("基层项目", SampleDay(2023, 8, 1), volunteer.merging(["年龄": "32", "区划": "450621"]) { $1 })
    doubts.plant("R-24", add("兼职离岗", SampleDay(2023, 9, 29), ["级别": "离岗创业"]))
    add("兼职离岗", SampleDay(2023, 9, 30), ["级别": "离岗创业"])
    doubts.plant("R-25", add("兼职离岗", may, ["级别": "挂职", "证书号": ""]))
    for number in 0..<12 {
      add("职业经理人", SampleDay(2025, 2, 3) + number * 40, ["级别": "", "办理方式": number % 2 == 0 ? "公开招聘" : "常规"])
    }
    add("进修培养", SampleDay.end)
  }

  private mutating func plantKeyField(_ hires: [Hires.Hire], _ old: SampleDay) {
    let left = SampleDay(2026, 6, 3)
    let reviewed = ["复核日期": SampleDay(2026, 2, 2).iso]
    let agreed = ["同意日期": left.iso, "同意单位": "原单位", "离开日期": left.iso, "截止日期": SampleDay(2027, 6, 3).iso]
    doubts.plant("R-01", add("重点领域人才", old, reviewed.merging(["离开日期": left.iso]) { $1 }))
    doubts.plant("R-01", add("重点领域人才", old, reviewed.merging(["离开日期": left.iso, "同意日期": (left + 1).iso]) { $1 }))
    add("重点领域人才", old, reviewed.merging(agreed) { $1 })
    doubts.plant("R-02", add("重点领域人才", old, ["复核日期": SampleDay(2025, 9, 29).iso]))
    add("重点领域人才", old, ["复核日期": SampleDay(2025, 9, 30).iso])
    if let hire = hires.last(where: { $0.started > left }) {
      let id = add("重点领域人才", old, reviewed.merging(agreed.merging(["证件号码": hire.person]) { $1 }) { $1 })
      doubts.plant("R-28", "\(id) + \(hire.number)")
    }
  }

  private mutating func plantTerms(_ hires: [Hires.Hire], _ old: SampleDay) {
    func until(_ day: SampleDay) -> [String: String] { ["截止日期": day.iso] }
    doubts.plant("R-03", add("服务期", old, until(SampleDay(2026, 12, 29))))
    add("服务期", old, until(SampleDay(2026, 12, 30)))
    let away = SampleDay(2028, 1, 1)
    if let hire = hires.first(where: { $0.started > SampleDay(2026, 3, 1) }) {
      let id = add("服务期", old, until(away).merging(["证件号码": hire.person]) { $1 })
      doubts.plant("R-04", "\(id) + \(hire.number)")
    }
    doubts.plant("R-05", add("服务期", old, until(away).merging(["违约金": "50001", "培训费用": "50000"]) { $1 }))
    add("服务期", old, until(away).merging(["违约金": "50000", "培训费用": "50000"]) { $1 })
    let start = SampleDay(2025, 6, 2)
    let fair = ["月补偿": "6000", "前12个月月均工资": "10000", "人员性质": "高级技术", "违约金": "100000"]
    func restrict(_ day: SampleDay, _ own: [String: String]) -> [String: String] {
      fair.merging(until(day).merging(own) { $1 }) { $1 }
    }
    doubts.plant("R-06", add("竞业限制", start, restrict(SampleDay(2027, 6, 3), [:])))
    add("竞业限制", start, restrict(SampleDay(2027, 6, 2), [:]))
    doubts.plant("R-07", add("竞业限制", start, restrict(SampleDay(2026, 6, 2), ["月补偿": "2999"])))
    // Below the minimum wage of its county, which nobody has confirmed.
    doubts.plant(
      "R-07",
      add(
        "竞业限制", start,
        restrict(SampleDay(2026, 6, 2), ["月补偿": "1989", "前12个月月均工资": "5000", "违约金": "50000", "区划": "450602"])))
    doubts.plant("R-08", add("竞业限制", start, restrict(SampleDay(2027, 6, 2), ["月补偿": "4999"])))
    doubts.plant("R-09", add("竞业限制", start, restrict(SampleDay(2027, 6, 2), ["人员性质": "其他"])))
    doubts.plant("R-10", add("竞业限制", start, restrict(SampleDay(2026, 6, 2), ["违约金": "360001"])))
    doubts.plant("R-11", add("竞业限制", start, restrict(SampleDay(2026, 12, 29), [:])))
  }
}
