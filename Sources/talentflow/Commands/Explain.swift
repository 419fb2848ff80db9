import ArgumentParser
import Pipeline

/// `talentflow explain`
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "说明一个指标: 名称、单位、方向、公式、来源; 不写指标则列出全部。",
    discussion: "例: talentflow explain openings_per_seeker")

  @Argument(help: "指标 (如 openings_per_seeker) 或公式号 (如 F2)。")
  var indicator: String?

  func run() throws {
    try Outcome.report {
      for line in try Explanation.lines(indicator) { print(line) }
    }
  }
}
