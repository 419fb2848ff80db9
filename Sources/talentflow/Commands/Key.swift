import ArgumentParser
import Pipeline

/// `talentflow key`
struct Key: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: told("化名密钥和签名密钥: 新建、更换。", "Keys of pseudonyms and of signatures: make and replace them."),
    discussion: """
      \(example) talentflow key new --pipeline Pipelines/quarterly-bulletin.yaml
      \(example) talentflow key rotate --pipeline Pipelines/quarterly-bulletin.yaml
      \(example) talentflow key signing --into keys
      """, subcommands: [New.self, Rotate.self, Signing.self])

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: told(
        "新建化名密钥文件 (0600); 已有时不覆盖。不先新建也可以, 第一次 run 会自己建。",
        "Make the key of the pseudonyms (0600); one that is there is kept. The first run makes it too."),
      discussion: "\(example) talentflow key new --pipeline Pipelines/quarterly-bulletin.yaml")

    @OptionGroup var target: PipelineOption

    func run() throws { try target.print { try $0.new() } }
  }

  struct Rotate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: told(
        "更换化名密钥: 原密钥另存, 有化名的来源随后要从保留的导出重收。",
        "Replace the key of the pseudonyms: the old one is kept, and sources with pseudonyms are then taken again from their exports."
      ),
      discussion: told(
        """
        化名是号码的 HMAC, 号码本身没有保留, 所以原来的化名不能换算成新的: 有化名的来源要全部重收, 命令会写明怎样运行; 没有重收以前 run 拒绝运行。
        收过的文件有一个不在了就不换。原密钥保留为 pseudonym-日期.key (0600), 旧备份还要用它; 不再需要时自己销毁。

        \(example) talentflow key rotate --pipeline Pipelines/quarterly-bulletin.yaml
        """,
        """
        A pseudonym is an HMAC of a number that is not kept, so old ones cannot be converted: sources with pseudonyms are taken again as a whole, and the command says how; until then run refuses to run.
        Where a file that was taken is gone, the key stays. The old key is kept as pseudonym-date.key (0600), as old backups need it; destroy it yourself when it is needed no more.

        \(example) talentflow key rotate --pipeline Pipelines/quarterly-bulletin.yaml
        """))

    @OptionGroup var target: PipelineOption

    func run() throws { try target.print { try $0.rotate() } }
  }

  struct Signing: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: told(
        "新建签名密钥 (Ed25519): 私钥 signing.key (0600) 和公钥 signing.pub。",
        "Make a key pair for signatures (Ed25519): signing.key (private, 0600) and signing.pub."),
      discussion: "\(example) talentflow key signing --into keys")

    @Option(help: told("放在哪个文件夹。", "The folder to put them in."), completion: .directory)
    var into = "."

    func run() throws {
      try Outcome.report { for line in try SigningKeyFile.make(in: into) { Swift.print(line) } }
    }
  }

  /// The pipeline whose key is meant.
  struct PipelineOption: ParsableArguments {
    @Option(
      help: told(
        "流程文件 (YAML), 用它的 work 文件夹和仓库。", "The pipeline file (YAML) whose work folder and warehouse are meant."),
      completion: .file(extensions: ["yaml"]))
    var pipeline = "Pipelines/quarterly-bulletin.yaml"

    func print(_ body: (KeyCommands) throws -> [String]) throws {
      try Outcome.report { for line in try body(KeyCommands(PipelineSpec(file: pipeline))) { Swift.print(line) } }
    }
  }
}
