/// 清单事项: the whole lists every quarter, with changes between them and the doubts that somebody is to find.
struct ItemSystem {
  private let doubts: DoubtBook
  private var random: SampleRandom
  private var sheet = Sheet(
    "items",
    [
      "清单期别", "清单类别", "事项编码", "事项名称", "依据", "责任科室", "服务对象", "法定办结时限", "承诺办结时限", "免费", "条例免费事项", "收费标准", "办理渠道", "材料数",
      "跑动次数", "一件事", "生效日期", "有效期至", "替代事项", "说明", "公平竞争审查日期",
    ], key: ["清单期别", "清单类别", "事项编码"])

  private static let named = [
    "职称评审", "急需紧缺人才绿色通道", "租房补贴", "购房补贴", "人才公寓", "安家费", "用工服务奖补", "乡镇工作补贴", "档案接收", "档案转递", "档案查阅", "职业介绍", "职业指导",
    "失业登记", "就业登记", "就业困难人员认定", "创业担保贷款申请", "高校毕业生档案托管", "求职创业补贴申领", "技能提升补贴申领",
  ]
  private static let kinds = [("服务清单", 20), ("权力清单", 16), ("责任清单", 14), ("收费清单", 4), ("政策清单", 12), ("证明事项", 8)]
  private static let sections = ["人力资源开发科", "事业单位科", "就业服务中心", "专业技术科", "就业促进科", "仲裁院"]

  init(seed: UInt64, _ doubts: DoubtBook) {
    self.doubts = doubts
    random = SampleRandom(seed: seed, stream: 1600)
  }

  mutating func write(_ writer: ExportWriter) throws {
    for (kind, count) in ItemSystem.kinds {
      for number in 0..<count {
        let item = item(kind, number)
        for quarter in Quarter.all.suffix(8) { list(item, kind, number, quarter) }
      }
    }
    try sheet.write(writer)
  }

  private mutating func item(_ kind: String, _ number: Int) -> [String: String] {
    let legal = random.pick([15, 20, 30, 60])
    let promised = kind == "服务清单" && number < 8 ? (number < 2 ? 40 : 20) : legal - random.integer(0...10)
    var cells = [
      "清单类别": kind, "事项编码": "\(kind.prefix(2))\(100 + number)",
      "事项名称": kind == "服务清单" ? ItemSystem.named[number] : "\(kind.prefix(2))事项\(number + 1)",
      "依据": "人力资源市场暂行条例第\(number + 1)条", "责任科室": ItemSystem.sections[number % 6],
      "服务对象": random.pick(["个人", "用人单位", "机构"]), "法定办结时限": "\(max(legal, promised))", "承诺办结时限": "\(promised)",
      "免费": kind == "收费清单" ? "否" : "是", "收费标准": kind == "收费清单" ? "50" : "0",
      "办理渠道": random.chance(0.7) ? "网上；窗口" : "窗口", "材料数": "\(random.integer(1...6))",
      "跑动次数": "\(random.integer(0...2))", "一件事": random.chance(0.2) ? "是" : "否", "生效日期": "2023-01-01",
    ]
    if kind == "服务清单", (8...13).contains(number) { cells["条例免费事项"] = "是" }
    if kind == "政策清单" { (cells["生效日期"], cells["公平竞争审查日期"]) = ("2024-09-01", "2024-08-20") }
    return cells
  }

  /// The item as it stood in a quarter's list; some come, change or go.
  private mutating func list(_ item: [String: String], _ kind: String, _ number: Int, _ quarter: Quarter) {
    var cells = item
    cells["清单期别"] = quarter.name
    let turn = quarter.index
    switch (kind, number) {
    case ("服务清单", 17): if turn < 9 { return }
    case ("服务清单", 18): if turn < 13 { return }
    case ("服务清单", 16): if turn >= 12 { cells["承诺办结时限"] = "5" }
    case ("权力清单", 14):
      // Goes with a word of why.
      if turn > 12 { return }
      if turn == 12 { cells["说明"] = "已下放县级" }
    case ("权力清单", 15):
      if turn > 13 { return }
      if turn == 13 { doubts.plant("I-05", "\(kind) \(cells["事项编码"] ?? "")") }
    default: break
    }
    if turn == Quarter.all.count - 1 { plant(kind, number, &cells) }
    sheet.add(cells, updated: quarter.last)
  }

  private func plant(_ kind: String, _ number: Int, _ cells: inout [String: String]) {
    func found(_ check: String) { doubts.plant(check, "\(kind) \(cells["事项编码"] ?? "")") }
    switch (kind, number) {
    case ("责任清单", 3):
      cells["依据"] = ""
      found("I-01")
    case ("权力清单", 3):
      (cells["法定办结时限"], cells["承诺办结时限"]) = ("20", "21")
      found("I-02")
    case ("服务清单", 9):
      cells["收费标准"] = "20"
      found("I-03")
    case ("政策清单", 3):
      cells["有效期至"] = "2026-09-29"
      found("I-04")
    case ("政策清单", 4): cells["有效期至"] = "2026-09-30"
    case ("政策清单", 5):
      cells["公平竞争审查日期"] = ""
      found("I-06")
    case ("政策清单", 6): (cells["公平竞争审查日期"], cells["生效日期"]) = ("", "2024-07-31")
    case ("证明事项", 2):
      cells["责任科室"] = ""
      found("I-07")
    case ("证明事项", 3):
      cells["依据"] = "桂政发〔2009〕5号第3条"
      found("I-08")
    default: break
    }
  }
}
