import ArgumentParser
import Pipeline

/// `talentflow verify`
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: told(
      "核对一期公报或一版目录 (文件夹或 zip) 的校验和与清单; 不完好时退出码 65。",
      "Check the checksums and the manifest of a bulletin or a catalog (folder or zip); exits with 65 where it is not intact."
    ),
    discussion: """
      \(example) talentflow verify Reports/bulletin/2026Q3
      \(example) talentflow verify Reports/catalog/2026H2/final-1
      \(example) talentflow verify Reports/bulletin/2026Q3 --public-key signing.pub
      """)

  @Argument(help: told("公报或目录的文件夹, 或其中的 zip。", "The folder of a bulletin or a catalog, or the zip in it."))
  var edition: String

  @Option(
    help: told(
      "公钥文件: 校验和须由与它相配的私钥签过。",
      "A file with a public key: the checksums must be signed with the private key that belongs to it."),
    completion: .file())
  var publicKey: String?

  func run() throws {
    try Outcome.report { print(try EditionVerification.line(edition, publicKey: publicKey)) }
  }
}
