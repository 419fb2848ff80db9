/// 人力资源服务机构证照: a row a paper, with the doubts that somebody is to find in them.
struct AgencySystem {
  private(set) var agencies: [Agency] = []
  private(set) var papers: [String] = []
  private var sheet = Sheet(
    "agencies",
    [
      "许可证编号", "证照类型", "机构名称", "统一社会信用代码", "机构类型", "业务类型", "网络招聘", "电信业务经营许可证号", "所在地", "乡镇", "开业日期", "申请日期", "受理日期",
      "延期批准日期", "决定日期", "颁证日期", "公示日期", "办理方式", "决定", "发证日期", "有效期至", "状态", "注销日期", "变更日期", "变更报告日期", "年报年度", "年报日期",
      "从业人员",
      "专职人数", "诚信等级", "评定日期", "示范机构",
    ], key: ["许可证编号", "证照类型"])
  private let doubts: DoubtBook
  private var random: SampleRandom

  init(scale: Double, seed: UInt64, _ doubts: DoubtBook) {
    self.doubts = doubts
    random = SampleRandom(seed: seed, stream: 1100)
    let feeds = PostingSite.agencies
    let count = max(48, Int(30 + 300 * scale))
    for number in 0..<count {
      // The last of those that send postings is in no register (G-12).
      var agency = Agency(number, feed: number < feeds.count - 1 ? feeds[number] : nil, &random)
      var cells = permit(agency, number)
      plant(number, &agency, &cells)
      agencies.append(agency)
      papers.append(cells["许可证编号"] ?? "")
      add(cells)
      if agency.business.contains("劳务派遣"), number != 22 { dispatch(agency, number) }
    }
    doubts.plant("G-12", PostingSystem.licence(feeds[feeds.count - 1]))
    applications()
  }

  func write(_ writer: ExportWriter) throws { try sheet.write(writer) }

  private mutating func add(_ cells: [String: String]) {
    let days = ["评定日期", "年报日期", "发证日期", "注销日期", "变更报告日期", "变更日期", "决定日期"].compactMap { cells[$0] }
    let last = days.max() ?? cells["申请日期"] ?? ""
    let parts = last.split(separator: "-").compactMap { Int($0) }
    sheet.add(cells, updated: SampleDay(parts[0], parts[1], parts[2]))
  }

  /// A permit without any doubt.
  private mutating func permit(_ agency: Agency, _ number: Int) -> [String: String] {
    let county = Place.counties[agency.county]
    let issued = agency.opened
    let accepted = issued + -random.integer(6...9)
    // What was issued under a year before the end is graded later.
    let graded = max(SampleDay(2025, 3, 1), issued + 200) + random.integer(0...200)
    var cells = [
      "许可证编号": number < 3 ? PostingSystem.licence(PostingSite.agencies[number]) : "4506\(2_400_100 + number)",
      "证照类型": "许可", "机构名称": agency.name, "统一社会信用代码": agency.creditCode, "机构类型": agency.kind,
      "业务类型": agency.business.joined(separator: "；"), "网络招聘": number % 3 == 0 ? "是" : "否",
      "电信业务经营许可证号": number % 3 == 0 ? "桂B2-2024\(1000 + number)" : "", "所在地": "\(county.code)", "乡镇": agency.town,
      "开业日期": agency.opened.iso, "申请日期": (accepted + -1).iso, "受理日期": accepted.iso, "决定日期": issued.iso,
      "颁证日期": issued.iso, "公示日期": issued.iso, "办理方式": "一般程序", "决定": "准予", "发证日期": issued.iso,
      "有效期至": (issued + 1825).iso, "状态": "有效", "从业人员": "\(random.integer(4...60))", "专职人数": "\(random.integer(3...9))",
      "诚信等级": Mix([("A", 30.0), ("B", 45), ("C", 15)]).draw(&random), "示范机构": number % 17 == 0 ? "市级" : "无",
    ]
    if graded <= SampleDay.end { cells["评定日期"] = graded.iso } else { cells["诚信等级"] = "未评" }
    if issued < SampleDay(2026, 1, 1) {
      cells["年报年度"] = "2025"
      cells["年报日期"] = (SampleDay(2026, 2, 1) + random.integer(0...50)).iso
    }
    return cells
  }

  /// The papers of some agencies are not as they should be.
  private mutating func plant(_ number: Int, _ agency: inout Agency, _ cells: inout [String: String]) {
    let entry = "\(cells["许可证编号"] ?? "")/许可"
    // Old enough for whatever is wrong with them.
    func date(_ column: String, _ day: SampleDay) { cells[column] = day.iso }
    if (5...32).contains(number), agency.opened > SampleDay(2024, 1, 1) {
      agency = Agency(copying: agency, opened: SampleDay(2023, 5, 8) + number)
      let accepted = agency.opened + -7
      for column in ["开业日期", "决定日期", "颁证日期", "公示日期", "发证日期"] { date(column, agency.opened) }
      date("受理日期", accepted)
      date("申请日期", accepted + -1)
      date("有效期至", agency.opened + 1825)
      date("评定日期", SampleDay(2025, 3, 1) + number)
      if cells["诚信等级"] == "未评" { cells["诚信等级"] = "B" }
      cells["年报年度"] = "2025"
      date("年报日期", SampleDay(2026, 2, 1) + number)
    }
    switch number {
    case 2:
      // Ended, and still sends postings.
      date("有效期至", SampleDay(2026, 8, 31))
      date("开业日期", SampleDay(2021, 9, 1))
      doubts.plant("G-02", agency.creditCode)
    case 5, 6:
      date("有效期至", SampleDay(2026, number == 5 ? 12 : 10, number == 5 ? 29 : 20))
      doubts.plant("G-01", entry)
    case 7: date("有效期至", SampleDay(2026, 12, 30))
    case 8:
      date("受理日期", agency.opened + -45)
      date("申请日期", agency.opened + -46)
      doubts.plant("G-03", entry)
    case 9:
      date("颁证日期", agency.opened + 30)
      doubts.plant("G-03", entry)
    case 10, 11:
      // Half a month late, and never.
      if number == 10 { date("年报日期", SampleDay(2026, 4, 15)) } else { (cells["年报日期"], cells["年报年度"]) = ("", "") }
      doubts.plant("G-05", agency.creditCode)
    case 12, 13:
      date("变更日期", SampleDay(2026, 5, 6))
      if number == 12 { date("变更报告日期", SampleDay(2026, 6, 8)) }
      doubts.plant("G-06", entry)
    case 14:
      date("变更日期", SampleDay(2026, 5, 6))
      date("变更报告日期", SampleDay(2026, 5, 21))
    case 15, 16:
      cells["专职人数"] = "\(number - 14)"
      doubts.plant("G-07", entry)
    case 18:
      (cells["网络招聘"], cells["电信业务经营许可证号"]) = ("是", "")
      doubts.plant("G-08", entry)
    case 20:
      date("评定日期", SampleDay(2024, 8, 1))
      doubts.plant("G-11", "\(agency.creditCode) 评定")
    case 21:
      cells["诚信等级"] = "D"
      doubts.plant("G-11", "\(agency.creditCode) D")
    case 22:
      if !agency.business.contains("劳务派遣") { agency.business.append("劳务派遣") }
      cells["业务类型"] = agency.business.joined(separator: "；")
      doubts.plant("G-10", agency.creditCode)
    case 24:
      date("公示日期", agency.opened + 40)
      doubts.plant("G-13", entry)
    case 26:
      // Revoked; it sends no postings.
      (cells["状态"], cells["注销日期"]) = ("注销", "2026-03-10")
      (agency.business, cells["业务类型"]) = (["招聘"], "招聘")
    case 35: (agency.business, cells["业务类型"]) = (["招聘"], "招聘")
    default: break
    }
  }

  private mutating func dispatch(_ agency: Agency, _ number: Int) {
    let issued = agency.opened + 20
    sheet.add(
      [
        "许可证编号": "4506PQ\(1000 + number)", "证照类型": "劳务派遣许可", "机构名称": agency.name, "统一社会信用代码": agency.creditCode,
        "机构类型": agency.kind, "业务类型": "劳务派遣", "所在地": "\(Place.counties[agency.county].code)", "乡镇": agency.town,
        "开业日期": agency.opened.iso, "申请日期": (issued + -8).iso, "受理日期": (issued + -7).iso, "决定日期": issued.iso,
        "决定": "准予", "发证日期": issued.iso, "有效期至": (issued + 2190).iso, "状态": "有效",
      ], updated: issued)
  }

  /// Filings, one of them late; applications under way, one of them late; one agency under two names.
  private mutating func applications() {
    for number in 0..<6 {
      let agency = agencies[30 + number]
      let filed = agency.opened + (number == 3 ? 16 : number + 1)
      let paper = "4506BA\(100 + number)"
      if number == 3 { doubts.plant("G-04", "\(paper)/备案") }
      let other = number == 5
      if other { doubts.plant("G-09", "\(papers[30 + number])/许可 + \(paper)/备案") }
      sheet.add(
        [
          "许可证编号": paper, "证照类型": "备案", "机构名称": other ? "防城港另名人力资源有限公司" : agency.name,
          "统一社会信用代码": agency.creditCode, "机构类型": agency.kind, "业务类型": "人事代理",
          "所在地": "\(Place.counties[agency.county].code)", "乡镇": agency.town, "开业日期": agency.opened.iso,
          "申请日期": filed.iso, "发证日期": filed.iso, "状态": "有效",
        ], updated: filed)
    }
    for (number, day) in [SampleDay(2026, 7, 6), SampleDay(2026, 9, 22), SampleDay.end].enumerated() {
      let county = number % 4
      let paper = "SL2026\(100 + number)"
      if number == 0 { doubts.plant("G-03", "\(paper)/许可") }
      sheet.add(
        [
          "许可证编号": paper, "证照类型": "许可", "机构名称": "防城港申请\(["甲", "乙", "丙"][number])人力资源有限公司",
          "统一社会信用代码": CreditCode.make(prefix: "91", place: Place.counties[county].code, &random), "机构类型": "民营",
          "业务类型": "招聘", "所在地": "\(Place.counties[county].code)", "申请日期": day.iso, "受理日期": day.iso, "办理方式": "一般程序",
        ], updated: day)
    }
  }
}
