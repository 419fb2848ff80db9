import ArgumentParser
import Foundation
import Pipeline

/// `talentflow check`
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "核对仓库: 从明细重新计数, 与累计表、交叉表、台账、散列段逐一比较; 只读。",
    discussion: """
      没有差异时退出码 0; 有差异时逐条列出表、键、仓库中的值和核对所得的值 (每类先列 20 条), 退出码 65; 有运行正在进行时退出码 75。

      例: talentflow check Pipelines/quarterly-bulletin.yaml
      """)

  @Argument(help: "流程文件 (YAML)。", completion: .file(extensions: ["yaml"]))
  var pipeline: String

  @Option(help: "仓库文件; 缺省用流程文件中的。")
  var warehouse: String?

  func run() throws {
    try Outcome.report {
      let spec = try PipelineSpec(file: pipeline, warehouse: warehouse)
      let result = try WarehouseVerification(spec, showsProgress: isatty(STDERR_FILENO) == 1).run()
      for line in result.lines { print(line) }
      if !result.isClean { throw ExitCode(65) }
    }
  }
}
