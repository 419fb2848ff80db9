import ArgumentParser
import Pipeline

/// `talentflow status`
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "最近的运行、各来源收取情况、退回行数、仓库大小。",
    discussion: "例: talentflow status Pipelines/quarterly-bulletin.yaml")

  @Argument(help: "流程文件 (YAML)。", completion: .file(extensions: ["yaml"]))
  var pipeline: String = "Pipelines/quarterly-bulletin.yaml"

  @Option(help: "仓库文件; 缺省用流程文件中的。")
  var warehouse: String?

  func run() throws {
    try Outcome.report {
      let spec = try PipelineSpec(file: pipeline, warehouse: warehouse)
      for line in try StatusReport(spec).lines() { print(line) }
    }
  }
}
