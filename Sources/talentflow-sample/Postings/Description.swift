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
