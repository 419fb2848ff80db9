import ArgumentParser
import Pipeline

/// `talentflow explain`
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "说明一个指标 (名称、单位、方向、公式、来源), 或预测与预警的一个用语; 不写则列出全部。",
    discussion: """
      例: talentflow explain openings_per_seeker
      例: talentflow explain 预警级别
      """)

  @Argument(help: "指标 (如 openings_per_seeker)、公式号 (如 F2) 或预测的用语 (如 p50、区间、红色)。")
  var indicator: String?

  func run() throws {
    try Outcome.report {
      for line in try Explanation.lines(indicator) { print(line) }
    }
  }
}
