import ArgumentParser
import Pipeline

/// `talentflow restore`
struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: told(
      "从备份恢复仓库; 现在的仓库改名保留。", "Restore the warehouse from a backup; the present one is kept under another name."),
    discussion: told(
      """
      先核对备份 (校验和、SQLite 完整性), 损坏的不恢复 (退出码 65); 有运行正在进行时退出码 75。中途断电, 仓库是完整的旧版或新版。
      也可以恢复升级、恢复时保留在旁边的仓库文件 (名称带 -before-)。

      \(example) talentflow restore /backup/backup-quarterly-bulletin-2026-11-28-021500 --pipeline Pipelines/quarterly-bulletin.yaml
      """,
      """
      The backup is checked first (checksums, integrity of SQLite); a damaged one is not restored (exit code 65). Exits with 75 while a run is under way. Whenever the power fails, the warehouse is the old one or the new one, whole.
      A warehouse file that an upgrade or a restoration kept beside it (with -before- in its name) can be restored too.

      \(example) talentflow restore /backup/backup-quarterly-bulletin-2026-11-28-021500 --pipeline Pipelines/quarterly-bulletin.yaml
      """))

  @Argument(
    help: told("备份的文件夹, 或保留的仓库文件。", "The folder of the backup, or a warehouse file that was kept."),
    completion: .directory)
  var backup: String

  @Option(
    help: told("流程文件 (YAML), 恢复它的仓库。", "The pipeline file (YAML) whose warehouse is restored."),
    completion: .file(extensions: ["yaml"]))
  var pipeline: String

  @Option(help: told("仓库文件; 缺省用流程文件中的。", "The warehouse file; by default that of the pipeline file."))
  var warehouse: String?

  func run() throws {
    try Outcome.report {
      let spec = try PipelineSpec(file: pipeline, warehouse: warehouse)
      for line in try WarehouseRestoration(spec, backup: backup).run() { print(line) }
    }
  }
}
