import ArgumentParser
import Foundation
import Pipeline

/// `talentflow status`
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "最近的运行、各来源收取情况、退回行数、仓库大小。",
    discussion: """
      例: talentflow status Pipelines/quarterly-bulletin.yaml
      例: talentflow status Pipelines/quarterly-bulletin.yaml --watch 5
      """)

  @Argument(help: "流程文件 (YAML)。", completion: .file(extensions: ["yaml"]))
  var pipeline: String = "Pipelines/quarterly-bulletin.yaml"

  @Option(help: "仓库文件; 缺省用流程文件中的。")
  var warehouse: String?

  @Option(help: "每隔几秒看一次, 直到 Ctrl-C; 在终端上重画, 否则每次接着写一段。")
  var watch: Int?

  func validate() throws {
    if let watch, !(1...86_400).contains(watch) { throw ValidationError("--watch 应在 1 到 86400 秒之间。") }
  }

  func run() throws {
    try Outcome.report {
      let spec = try PipelineSpec(file: pipeline, warehouse: warehouse)
      guard let watch else {
        for line in try StatusReport(spec).lines() { print(line) }
        return
      }
      StatusWatch(spec, isTerminal: isatty(STDOUT_FILENO) == 1).run(every: watch)
    }
  }
}
