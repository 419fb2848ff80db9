import ArgumentParser
import Foundation
import Pipeline

/// `talentflow check`
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: told(
      "核对仓库: 从明细重新计数, 与累计表、交叉表、台账、散列段逐一比较; 只读。",
      "Check the warehouse: recount its rows and compare cubes, cross tables, ledger and segments of hashes; reads only."
    ),
    discussion: told(
      """
      没有差异时退出码 0; 有差异时逐条列出表、键、仓库中的值和核对所得的值 (每类先列 20 条), 退出码 65; 有运行正在进行时退出码 75。

      \(example) talentflow check Pipelines/quarterly-bulletin.yaml
      """,
      """
      Exits with 0 where nothing differs; else lists table, key, value in the warehouse and value counted (the first 20 of a kind) and exits with 65. Exits with 75 while a run is under way.

      \(example) talentflow check Pipelines/quarterly-bulletin.yaml
      """))

  @Argument(help: told("流程文件 (YAML)。", "The pipeline file (YAML)."), completion: .file(extensions: ["yaml"]))
  var pipeline: String

  @Option(help: told("仓库文件; 缺省用流程文件中的。", "The warehouse file; by default that of the pipeline file."))
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
