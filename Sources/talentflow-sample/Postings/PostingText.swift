/// Number of openings as a posting words it.
enum OpeningsText {
  private static let usual = Mix([
    (1, 41.0), (2, 29), (3, 14), (4, 4), (5, 7), (6, 1.8), (8, 1), (10, 1.6), (15, 0.3), (20, 0.2),
  ])
  private static let crews = Mix([
    (1, 26.0), (2, 29), (3, 18), (5, 14), (6, 3), (8, 3), (10, 5), (15, 0.8), (20, 0.8), (30, 0.3), (50, 0.1),
  ])

  static func make(_ kind: JobKind, _ random: inout SampleRandom) -> (text: String, count: Int) {
    let count = (kind == .labour ? crews : usual).draw(&random)
    let style = random.unit()
    // An unspecified number counts as one opening.
    if style < 0.02 { return ("若干", 1) }
    return (style < 0.1 ? "招\(count)人" : "\(count)", count)
  }
}

/// Age limits as a posting words them.
enum AgeText {
  static func make(_ ages: (low: Int, high: Int)) -> String {
    if ages.high == 0 { return "不限" }
    return ages.low == 0 ? "\(ages.high)岁以下" : "\(ages.low)-\(ages.high)岁"
  }
}

/// Education as words.
enum EducationText {
  private static let words: [String: [String]] = [
    "10": ["硕士"], "20": ["本科", "大学本科"], "30": ["大专"], "40": ["中专", "职高", "技校"], "60": ["高中"], "70": ["初中"],
    "80": ["小学"],
  ]

  /// What somebody has.
  static func held(_ code: String, _ random: inout SampleRandom) -> String {
    if code == "10", random.chance(0.1) { return "博士" }
    return words[code].map { random.pick($0) } ?? ""
  }

  /// What a posting asks for.
  static func wanted(_ code: String, _ random: inout SampleRandom) -> String {
    if code.isEmpty { return "不限" }
    return held(code, &random) + random.pick(["", "及以上", "以上"])
  }
}

/// Levels as words.
enum LevelText {
  static func title(_ level: String, none: String) -> String {
    ["T1": "初级", "T2": "中级", "T3": "高级"][level] ?? none
  }

  static func skill(_ level: String, none: String) -> String {
    ["S5": "初级工", "S4": "中级工", "S3": "高级工", "S2": "技师", "S1": "高级技师"][level] ?? none
  }
}

/// Titles of postings.
enum Title {
  /// As the copy rule compares titles: no ASCII blanks, ASCII letters in lower case.
  static func comparable(_ title: String) -> String {
    let bytes = title.utf8.filter { $0 != 0x20 }.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same title, typed a little differently by an agency.
  static func retyped(_ title: String, _ random: inout SampleRandom) -> String {
    guard random.chance(0.2) else { return title }
    let lower = String(title.map { $0.isASCII ? Character($0.lowercased()) : $0 })
    if lower != title { return lower }
    return "\(title.prefix(2)) \(title.dropFirst(2))"
  }
}

/// Short texts about the work.
enum Description {
  private static let duties: [JobKind: [String]] = [
    .labour: ["服从班组安排, 能倒班", "吃苦耐劳, 包吃住"], .craft: ["持证上岗, 有经验优先", "负责设备操作与保养"],
    .service: ["接待顾客, 态度热情", "早晚轮班, 月休四天"],
    .care: ["细心耐心, 身体健康", "干净勤快, 有健康证"], .sales: ["底薪加提成, 可出差", "开拓客户, 维护渠道"], .clerk: ["熟悉办公软件, 做事细致", "双休, 五险一金"],
    .office: ["相关专业, 两年以上经验", "沟通能力强, 五险一金"], .engineer: ["现场技术管理, 相关专业", "编制方案, 处理现场问题"], .teacher: ["持相应资格证, 有爱心"],
    .nurse: ["持执业证, 能值夜班"],
  ]

  /// - Parameter lines: in two lines, with quotation marks, as agencies write.
  static func make(_ kind: JobKind, lines: Bool, _ random: inout SampleRandom) -> String {
    let duty = random.pick(duties[kind] ?? [""])
    guard lines, random.chance(0.4) else { return duty }
    return random.chance(0.3) ? "1. \(duty)\n2. 面试注明\"机构推荐\"" : "1. \(duty)\n2. 提供住宿"
  }
}
