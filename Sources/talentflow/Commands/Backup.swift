import ArgumentParser
import Foundation
import Pipeline

/// `talentflow backup`
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: told(
      "备份仓库: 抄成一个完整的、核对过的副本; 运行期间也可以备份。", "Back up the warehouse: a whole copy, checked; a run may be under way."),
    discussion: told(
      """
      在文件夹中新建 backup-流程-日期-时间 (仅本人可读): 仓库、校验和 SHA256SUMS; 全部写好、核对过才出现。恢复用 talentflow restore。
      化名密钥不在其内: 谁同时有仓库和密钥, 就能由化名试出证件号码, 所以要分开放。--with-key 一起备份。

      \(example) talentflow backup Pipelines/quarterly-bulletin.yaml --into /backup
      """,
      """
      A new folder backup-pipeline-date-time, for its owner alone, gets the warehouse and its checksums, SHA256SUMS; it appears once all is written and checked. To restore: talentflow restore.
      The key of the pseudonyms is not in it: who has both can find numbers of identity cards by trial, so keep them apart. --with-key backs up both.

      \(example) talentflow backup Pipelines/quarterly-bulletin.yaml --into /backup
      """))

  @Argument(help: told("流程文件 (YAML)。", "The pipeline file (YAML)."), completion: .file(extensions: ["yaml"]))
  var pipeline: String

  @Option(
    help: told("放在哪个文件夹; 没有就新建 (0700)。", "The folder to put it in; made where it is missing (0700)."),
    completion: .directory)
  var into: String

  @Option(help: told("仓库文件; 缺省用流程文件中的。", "The warehouse file; by default that of the pipeline file."))
  var warehouse: String?

  @Flag(help: told("连同化名密钥一起备份。", "Back up the key of the pseudonyms too."))
  var withKey = false

  func run() throws {
    try Outcome.report {
      let spec = try PipelineSpec(file: pipeline, warehouse: warehouse)
      let backup = WarehouseBackup(spec, showsProgress: isatty(STDERR_FILENO) == 1)
      for line in try backup.make(into: into, withKey: withKey) { print(line) }
    }
  }
}
