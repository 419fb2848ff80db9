import ArgumentParser
import Pipeline

/// `talentflow explain`
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "说明一个指标 (名称、单位、方向、公式、来源)、一个用语、一个错误代码、流程声明的表、检查或数据集、一条筛查规则、职业地区行业的一个代码, 或一个职业的紧缺程度; 不写则列出全部 (代码表除外)。",
    discussion: """
      例: talentflow explain openings_per_seeker
      例: talentflow explain 预警级别
      例: talentflow explain TF413
      例: talentflow explain T17.transfer_on_time
      例: talentflow explain C09
      例: talentflow explain 4-02-05-01
      例: talentflow explain 行业/131
      例: talentflow explain 紧缺 --period 2026Q3
      例: talentflow explain 紧缺/6-17-02-02 --pipeline Pipelines/shortage-catalog.yaml

      紧缺 列出全部职业的得分; 紧缺/职业代码 逐项列出数据、分界、得分、权重、指数和敏感性; 取流程文件的仓库、规则和时期, 窗口为到该期最后一季止的四个季度。
      """)

  @Argument(
    help:
      "指标 (如 openings_per_seeker)、公式号 (如 F2)、预测的用语 (如 p50、区间、红色)、代码 (如 TF413、413、row.columns)、表或表中的指标 (如 T17、T17.archive_in)、检查 (如 A-01)、筛查规则 (如 C09)、数据集 (如 archives), 职业、地区、行业的代码或名称 (三位数的写 行业/131), 紧缺, 或 紧缺/职业代码。"
  )
  var indicator: String?

  @Option(help: "流程文件 (YAML), 用它的仓库和规则。", completion: .file(extensions: ["yaml"]))
  var pipeline = "Pipelines/quarterly-bulletin.yaml"

  @Option(help: "时期, 如 2026Q3; 不写则按流程文件。")
  var period: String?

  func validate() throws { _ = try PeriodOption.parse(period) }

  func run() throws {
    try Outcome.report {
      let lines: [String]
      if let indicator, ShortageStudy.holds(indicator) {
        lines = try ShortageStudy.lines(indicator, PipelineSpec(file: pipeline), period: PeriodOption.parse(period))
      } else {
        lines = try Explanation.lines(indicator, of: PipelineSpec(file: pipeline))
      }
      for line in lines { print(line) }
    }
  }
}
