import ArgumentParser
import Pipeline

/// `talentflow explain`
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: told(
      "说明一个指标 (名称、单位、方向、公式、来源)、一个用语、一个错误代码、流程声明的表、检查或数据集、一条筛查规则、职业地区行业的一个代码, 或一个职业的紧缺程度; 不写则列出全部 (代码表除外)。",
      "Explain an indicator (name, unit, direction, formula, source), a term, an error code, a table, check or dataset of the pipeline, a rule of screening, a code of an occupation, region or industry, or how scarce an occupation is; without a name all are listed (but code lists)."
    ),
    discussion: told(
      """
      \(example) talentflow explain openings_per_seeker
      \(example) talentflow explain 趋紧
      \(example) talentflow explain TF413
      \(example) talentflow explain T17.transfer_on_time
      \(example) talentflow explain C09
      \(example) talentflow explain 4-02-05-01
      \(example) talentflow explain 行业/131
      \(example) talentflow explain 紧缺 --period 2026Q3
      \(example) talentflow explain 紧缺/6-17-02-02 --pipeline Pipelines/shortage-catalog.yaml

      紧缺 列出全部职业的得分; 紧缺/职业代码 逐项列出数据、分界、得分、权重、指数和敏感性; 取流程文件的仓库、规则和时期, 窗口为到该期最后一季止的四个季度。
      """,
      """
      \(example) talentflow explain openings_per_seeker
      \(example) talentflow explain tighter
      \(example) talentflow explain TF413
      \(example) talentflow explain T17.transfer_on_time
      \(example) talentflow explain C09
      \(example) talentflow explain 4-02-05-01
      \(example) talentflow explain 行业/131
      \(example) talentflow explain 紧缺 --period 2026Q3
      \(example) talentflow explain 紧缺/6-17-02-02 --pipeline Pipelines/shortage-catalog.yaml

      紧缺 (scarcity) lists the scores of all occupations; 紧缺/CODE lists data, limits, scores, weights, index and sensitivity of one. The warehouse, rules and period are those of the pipeline file; the window is the four quarters up to the last one of the period. Explanations are in Chinese.
      """))

  @Argument(
    help: told(
      "指标 (如 openings_per_seeker)、公式号 (如 F2)、公报和预测的用语 (如 结转、趋紧、红色、p50)、各表的列名和行名 (如 应届高校毕业生)、代码 (如 TF413、413、row.columns)、表或表中的指标 (如 T17、T17.archive_in)、检查 (如 A-01)、筛查规则 (如 C09)、数据集 (如 archives), 职业、地区、行业的代码或名称 (三位数的写 行业/131), 紧缺, 或 紧缺/职业代码。",
      "An indicator (openings_per_seeker), a formula (F2), a word of bulletins or forecasts (tighter, p50), a column or row of a table, a code (TF413, 413, row.columns), a table or an indicator of it (T17, T17.archive_in), a check (A-01), a rule of screening (C09), a dataset (archives), the code or name of an occupation, region or industry (three digits as 行业/131), 紧缺 (scarcity), or 紧缺/CODE of an occupation."
    ))
  var indicator: String?

  @Option(
    help: told("流程文件 (YAML), 用它的仓库和规则。", "The pipeline file (YAML) whose warehouse and rules are meant."),
    completion: .file(extensions: ["yaml"]))
  var pipeline = "Pipelines/quarterly-bulletin.yaml"

  @Option(help: told("时期, 如 2026Q3; 不写则按流程文件。", "The period, such as 2026Q3; by default that of the pipeline file."))
  var period: String?

  func validate() throws { _ = try PeriodOption.parse(period) }

  func run() throws {
    try Outcome.report {
      let lines: [String]
      if let indicator, ShortageStudy.holds(indicator) {
        lines = try ShortageStudy.lines(indicator, PipelineSpec(file: pipeline), period: PeriodOption.parse(period))
      } else {
        lines = try Explanation.lines(indicator, of: Explanation(PipelineSpec(file: pipeline)))
      }
      for line in lines { print(line) }
    }
  }
}
