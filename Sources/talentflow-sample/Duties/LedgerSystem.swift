/// 任务台账: what the sections say of the measures, a row a measure, quarter and section; some are late.
struct LedgerSystem {
  private var random: SampleRandom
  private var sheet = Sheet(
    "measures",
    ["序号", "期别", "责任科室", "完成情况", "状态", "问题", "下一步", "文件依据", "完成时限", "目标值", "目标单位", "填报日期"],
    key: ["序号", "期别", "责任科室"])

  /// The first section of each measure.
  private static let leads = [
    "人力资源开发科", "人力资源开发科", "人力资源开发科", "就业服务中心", "事业单位科", "事业单位科", "人力资源开发科", "事业单位科", "事业单位科", "人力资源开发科", "事业单位科",
    "事业单位科", "事业单位科", "事业单位科", "人力资源开发科", "专业技术科", "事业单位科", "事业单位科", "事业单位科", "人力资源开发科", "人力资源开发科", "人力资源开发科", "事业单位科",
    "就业服务中心", "仲裁院", "事业单位科", "事业单位科", "事业单位科", "人力资源开发科", "就业服务中心", "事业单位科", "人力资源开发科", "事业单位科", "事业单位科", "就业服务中心",
    "社会保险管理中心", "就业服务中心", "就业服务中心", "就业服务中心", "人力资源开发科", "人力资源开发科", "人力资源开发科", "事业单位科", "人力资源开发科",
  ]

  init(seed: UInt64) { random = SampleRandom(seed: seed, stream: 1700) }

  mutating func write(_ writer: ExportWriter) throws {
    for quarter in Quarter.all.suffix(4) {
      for (place, section) in LedgerSystem.leads.enumerated() {
        let isLast = quarter.index == Quarter.all.count - 1
        // One says nothing this quarter, another nothing for two.
        if isLast, place == 7 || place == 33 { continue }
        if quarter.index == Quarter.all.count - 2, place == 33 { continue }
        let state = Mix([("推进中", 60.0), ("长期坚持", 25), ("完成", 10), ("未启动", 5)]).draw(&random)
        sheet.add(
          [
            "序号": "\(place + 1)", "期别": quarter.name, "责任科室": section, "状态": state,
            "完成情况": "按方案推进，本季度完成\(random.integer(1...9))项工作", "问题": random.chance(0.4) ? "人手不足" : "",
            "下一步": "继续推进", "填报日期": (quarter.last + -random.integer(0...5)).iso,
          ], updated: quarter.last)
      }
    }
    try sheet.write(writer)
  }
}
