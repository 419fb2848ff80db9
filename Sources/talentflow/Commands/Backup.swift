import ArgumentParser
import Foundation
import Pipeline

/// `talentflow backup`
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "备份仓库: 抄成一个完整的、核对过的副本; 运行期间也可以备份。",
    discussion: """
      在文件夹中新建 backup-流程-日期-时间 (仅本人可读): 仓库、校验和 SHA256SUMS; 全部写好、核对过才出现。恢复用 talentflow restore。
      化名密钥不在其内: 谁同时有仓库和密钥, 就能由化名试出证件号码, 所以要分开放。--with-key 一起备份。

      例: talentflow backup Pipelines/quarterly-bulletin.yaml --into /backup
      """)

  @Argument(help: "流程文件 (YAML)。", completion: .file(extensions: ["yaml"]))
  var pipeline: String

  @Option(help: "放在哪个文件夹; 没有就新建 (0700)。", completion: .directory)
  var into: String

  @Option(help: "仓库文件; 缺省用流程文件中的。")
  var warehouse: String?

  @Flag(help: "连同化名密钥一起备份。")
  var withKey = false

  func run() throws {
    try Outcome.report {
      let spec = try PipelineSpec(file: pipeline, warehouse: warehouse)
      let backup = WarehouseBackup(spec, showsProgress: isatty(STDERR_FILENO) == 1)
      for line in try backup.make(into: into, withKey: withKey) { print(line) }
    }
  }
}
