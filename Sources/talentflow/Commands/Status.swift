import ArgumentParser
import Foundation
import Pipeline

/// `talentflow status`
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: told(
      "最近的运行、各来源收取情况、退回行数、仓库大小。", "The last runs, what was taken of each source, rows rejected, size of the warehouse."),
    discussion: """
      \(example) talentflow status Pipelines/quarterly-bulletin.yaml
      \(example) talentflow status Pipelines/quarterly-bulletin.yaml --watch 5
      """)

  @Argument(help: told("流程文件 (YAML)。", "The pipeline file (YAML)."), completion: .file(extensions: ["yaml"]))
  var pipeline: String = "Pipelines/quarterly-bulletin.yaml"

  @Option(help: told("仓库文件; 缺省用流程文件中的。", "The warehouse file; by default that of the pipeline file."))
  var warehouse: String?

  @Option(
    help: told(
      "每隔几秒看一次, 直到 Ctrl-C; 在终端上重画, 否则每次接着写一段。",
      "Look every so many seconds, until Ctrl-C; redrawn on a terminal, else written one after the other."))
  var watch: Int?

  func validate() throws {
    if let watch, !(1...86_400).contains(watch) {
      throw ValidationError(told("--watch 应在 1 到 86400 秒之间。", "--watch should be between 1 and 86400 seconds."))
    }
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
