/// 汇总数 that others report: what agencies say of a year (人社统LM1), and how many months of flats there were and were lived in.
struct ReportSystem {
  private var random: SampleRandom
  private var sheet = Sheet(
    "reports", ["期别", "指标", "填报单位", "区划", "渠道", "数值", "收费金额"], key: ["期别", "指标", "填报单位", "区划", "渠道"])

  init(seed: UInt64) { random = SampleRandom(seed: seed, stream: 1800) }

  mutating func write(_ writer: ExportWriter, _ agencies: AgencySystem) throws {
    for year in 2023...2025 {
      for (agency, paper) in zip(agencies.agencies, agencies.papers)
      where agency.opened.parts.year < year && random.chance(0.9) {
        let staff = random.integer(4...60)
        for (item, value) in [
          ("从业人员", staff), ("营业收入", staff * random.integer(20...90)), ("服务人次", staff * random.integer(30...120)),
          ("服务用人单位", staff * random.integer(1...5)), ("招聘会场次", random.integer(0...6)),
          ("网络发布岗位", staff * random.integer(0...40)), ("培训人次", random.integer(0...200)),
        ] { add("\(year)", item, paper, Place.counties[agency.county].code, value, SampleDay(year + 1, 2, 20)) }
      }
    }
    for quarter in Quarter.all.suffix(9) {
      for (place, flats) in [(0, 60), (1, 40), (3, 30)] {
        let used = flats * 3 * random.integer(70...97) / 100
        let code = Place.counties[place].code
        add(quarter.name, "公寓可用月数", "人才公寓\(place + 1)", code, flats * 3, quarter.last)
        add(quarter.name, "公寓入住月数", "人才公寓\(place + 1)", code, used, quarter.last)
      }
    }
    try sheet.write(writer)
  }

  private mutating func add(
    _ period: String, _ item: String, _ office: String, _ place: Int, _ value: Int, _ updated: SampleDay
  ) {
    sheet.add(
      ["期别": period, "指标": item, "填报单位": office, "区划": "\(place)", "渠道": "合计", "数值": "\(value)", "收费金额": "0"],
      updated: updated)
  }
}
