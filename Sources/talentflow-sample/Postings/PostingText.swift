/// Number of openings as a posting words it.
enum OpeningsText {
  private static let usual = Mix([
    (1, 38.0), (2, 28), (3, 14), (4, 4), (5, 9), (6, 2.5), (8, 1.5), (10, 2.2), (15, 0.5), (20, 0.3),
  ])
  private static let crews = Mix([
    (1, 22.0), (2, 26), (3, 17), (5, 16), (6, 4), (8, 4), (10, 8), (15, 1.2), (20, 1.2), (30, 0.4), (50, 0.2),
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
    "10": ["硕士"], "20": ["本科", "大学本科"], "30": ["大专"], "40": ["中专", "职高", "技校"], "60": ["高中"], "70": ["初中"], "80": ["小学"],
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
    String(
      String.UnicodeScalarView(
        title.unicodeScalars.filter { $0 != " " }.map { ("A"..."Z").contains($0) ? Unicode.Scalar($0.value + 32)! : $0 }
      ))
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
    .labour: ["服从班组安排, 能倒班", "吃苦耐劳, 包吃住"], .craft: ["持证上岗, 有经验优先", "负责设备操作与保养"], .service: ["接待顾客, 态度热情", "早晚轮班, 月休四天"],
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
