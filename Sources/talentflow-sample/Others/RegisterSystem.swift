/// 人员名册: who has which status at a unit, all kinds in one export.
struct RegisterSystem {
  private let scale: Double
  private let seed: UInt64
  private var numbers = 0
  /// What earlier quarters told of and this one changes.
  private var open: [Entry] = []

  static let layout = ExportLayout(
    system: "register", encoding: .utf8, newline: "\n", delimiter: ",",
    headers: [
      "编号", "名册类别", "证件号码", "姓名", "单位名称", "单位信用代码", "单位性质", "行业", "区划", "生源地", "级别", "证书号", "办理方式", "申请日期", "批准日期",
      "结果", "起始日期", "截止日期", "约定工作天数", "离开日期", "去向区划", "密级", "更新时间",
    ],
    required: [0, 1], mainDate: 16, updated: 22, openings: nil, text: 11)

  /// A kind of register: entries in an ordinary quarter of the whole city, and how long one lasts.
  private struct Kind: Sendable {
    let name: String
    let volume: Double
    let years: Int
    let grades: [String]
  }

  private static let kinds = [
    Kind(name: "职称", volume: 420, years: 0, grades: ["初", "中", "副高", "正高"]),
    Kind(name: "柔性引进", volume: 60, years: 2, grades: ["A", "B", "C"]),
    Kind(name: "外国人工作许可", volume: 40, years: 1, grades: ["A", "B", "C"]),
    Kind(name: "留学回国", volume: 50, years: 0, grades: []),
    Kind(name: "基层项目", volume: 60, years: 2, grades: ["三支一扶"]),
    Kind(name: "绿色通道", volume: 30, years: 0, grades: ["A", "B", "C", "D", "E"]),
    Kind(name: "兼职离岗", volume: 30, years: 3, grades: ["兼职", "离岗创业", "挂职", "研修"]),
    Kind(name: "博士后", volume: 6, years: 2, grades: []), Kind(name: "进修培养", volume: 40, years: 1, grades: []),
    // No public table may count these.
    Kind(name: "重点领域人才", volume: 12, years: 5, grades: []), Kind(name: "服务期", volume: 30, years: 5, grades: []),
    Kind(name: "竞业限制", volume: 25, years: 2, grades: []),
  ]

  private struct Entry {
    var cells: [String]
    let leaves: SampleDay
  }

  init(scale: Double, seed: UInt64) {
    self.scale = scale
    self.seed = seed
  }

  /// The rows of the quarter's file: new entries, and those of whom it became known that they left.
  mutating func run(_ quarter: Quarter, pool: EmployerPool) -> [SampleRow] {
    var random = SampleRandom(seed: seed, stream: 900 + UInt64(quarter.index))
    let days = Season.offices.days(of: quarter)
    var rows: [SampleRow] = []
    for entry in open where entry.leaves <= quarter.last {
      var cells = entry.cells
      cells[19] = entry.leaves.iso
      cells[20] = random.pick(["广东省深圳市", "广西南宁市", "广西钦州市", ""])
      rows.append(row(cells, SampleTime(entry.leaves, second: 61_200)))
    }
    open.removeAll { $0.leaves <= quarter.last }
    for kind in RegisterSystem.kinds {
      for _ in 0..<random.count(kind.volume * scale * days.volume) {
        rows.append(entry(kind, days.mix.draw(&random), pool, &random))
      }
    }
    return rows.enumerated().sorted { ($0.element.updated, $0.offset) < ($1.element.updated, $1.offset) }.map(\.element)
  }

  private mutating func entry(
    _ kind: Kind, _ day: SampleDay, _ pool: EmployerPool, _ random: inout SampleRandom
  ) -> SampleRow {
    numbers += 1
    let employer = random.pick(pool.all)
    let county = Place.counties[employer.county]
    let birth = SampleDay(ordinal: day.ordinal - random.integer(23...50) * 366 - random.integer(0...364))
    // A foreigner has no resident number.
    let person =
      kind.name == "外国人工作许可" || random.chance(0.02)
      ? "" : PersonID.make(home: random.pick(Place.counties).code, birth: birth, isMale: random.chance(0.5), &random)
    let applied = day + -random.integer(5...40)
    let outcome = Mix([("通过", 82.0), ("不通过", 15), ("撤回", 3)]).draw(&random)
    let until = kind.years == 0 ? nil : day + kind.years * 365
    let agreed = kind.name == "柔性引进" ? "\(random.integer(2...12) * 10)" : ""
    let grade = kind.grades.isEmpty ? "" : random.pick(kind.grades)
    let sector = ["11": "国企", "41": "事业", "42": "机关", "31": "个体", "21": "外资", "22": "外资"][employer.ownership] ?? "民营"
    let cells = [
      "MC\(String("000000\(numbers)".suffix(6)))", kind.name, person, "某", employer.name, employer.creditCode, sector,
      employer.industry.code, "\(county.code)", random.pick(Place.origins).names[0], grade, "证字\(numbers)号",
      random.chance(0.15) ? "绿色通道" : "常规", applied.iso, day.iso, outcome, day.iso, until?.iso ?? "", agreed, "", "",
      "内部",
      "",
    ]
    if kind.years > 0, outcome == "通过", random.chance(0.3) {
      open.append(Entry(cells: cells, leaves: day + random.integer(90...700)))
    }
    return row(cells, SampleTime(day, second: random.integer(30_600...61_200)))
  }

  private func row(_ cells: [String], _ updated: SampleTime) -> SampleRow {
    var cells = cells
    cells[22] = RegisterSystem.layout.stamp(updated)
    return SampleRow(cells: cells, key: "register/\(cells[1])/\(cells[0])", updated: updated, fact: nil, flaw: nil)
  }
}
