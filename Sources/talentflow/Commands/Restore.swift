import ArgumentParser
import Pipeline

/// `talentflow restore`
struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "从备份恢复仓库; 现在的仓库改名保留。",
    discussion: """
      先核对备份 (校验和、SQLite 完整性), 损坏的不恢复 (退出码 65); 有运行正在进行时退出码 75。中途断电, 仓库是完整的旧版或新版。
      也可以恢复升级、恢复时保留在旁边的仓库文件 (名称带 -before-)。

      例: talentflow restore /backup/backup-quarterly-bulletin-2026-11-28-021500 --pipeline Pipelines/quarterly-bulletin.yaml
      """)

  @Argument(help: "备份的文件夹, 或保留的仓库文件。", completion: .directory)
  var backup: String

  @Option(help: "流程文件 (YAML), 恢复它的仓库。", completion: .file(extensions: ["yaml"]))
  var pipeline: String

  @Option(help: "仓库文件; 缺省用流程文件中的。")
  var warehouse: String?

  func run() throws {
    try Outcome.report {
      let spec = try PipelineSpec(file: pipeline, warehouse: warehouse)
      for line in try WarehouseRestoration(spec, backup: backup).run() { print(line) }
    }
  }
}
