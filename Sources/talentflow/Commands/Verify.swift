import ArgumentParser
import Pipeline

/// `talentflow verify`
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "核对一期公报或一版目录 (文件夹或 zip) 的校验和与清单; 不完好时退出码 65。",
    discussion: """
      例: talentflow verify Reports/bulletin/2026Q3
      例: talentflow verify Reports/catalog/2026H2/final-1
      例: talentflow verify Reports/bulletin/2026Q3 --public-key signing.pub
      """)

  @Argument(help: "公报或目录的文件夹, 或其中的 zip。")
  var edition: String

  @Option(help: "公钥文件: 校验和须由与它相配的私钥签过。", completion: .file())
  var publicKey: String?

  func run() throws {
    try Outcome.report { print(try EditionVerification.line(edition, publicKey: publicKey)) }
  }
}
