import ArgumentParser
import Pipeline

/// `talentflow plan`
struct Plan: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: told("说明 run 将做什么、为什么; 不写任何文件。", "Say what run would do, and why; writes no file."),
    discussion: "\(example) talentflow plan Pipelines/quarterly-bulletin.yaml --period 2026Q3")

  @Argument(help: told("流程文件 (YAML)。", "The pipeline file (YAML)."), completion: .file(extensions: ["yaml"]))
  var pipeline: String

  @Option(help: told("时期; 缺省用流程文件中的。", "The period; by default that of the pipeline file."))
  var period: String?

  @Option(help: told("仓库文件; 缺省用流程文件中的。", "The warehouse file; by default that of the pipeline file."))
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
