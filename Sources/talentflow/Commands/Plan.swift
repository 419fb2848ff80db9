import ArgumentParser
import Pipeline

/// `talentflow plan`
struct Plan: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "说明 run 将做什么、为什么; 不写任何文件。",
    discussion: "例: talentflow plan Pipelines/quarterly-bulletin.yaml --period 2026Q3")

  @Argument(help: "流程文件 (YAML)。", completion: .file(extensions: ["yaml"]))
  var pipeline: String

  @Option(help: "时期; 缺省用流程文件中的。")
  var period: String?

  @Option(help: "仓库文件; 缺省用流程文件中的。")
  var warehouse: String?

  func run() throws {
    let period = try PeriodOption.parse(period)
    try Outcome.report {
      let spec = try PipelineSpec(file: pipeline, warehouse: warehouse)
      let plan = try RunPlan(spec, period: period).lines()
      for line in plan.lines { print(line) }
      if let exit = plan.exit { throw ExitCode(exit) }
    }
  }
}
