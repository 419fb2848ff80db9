import ArgumentParser
import Pipeline

/// `talentflow scan`
struct Scan: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "查找泄露: 在文件和文件夹中查找身份证号码、手机号码、固定电话和姓名; 只读。",
    discussion: """
      看内容而不看名称: gzip、zip 解开看, SQLite 仓库连同打包的文字一起看, 编码 (UTF-8、GB18030、UTF-16) 自动识别。
      每处一行: 文件、第几行、哪一种、遮盖后的值。没有时退出码 0; 有, 或者有文件看不了时退出码 65。

      例: talentflow scan Reports .talentflow/warehouse.sqlite
      例: talentflow scan Reports/bulletin/2026Q3/bulletin-2026Q3.zip --names names.txt
      """)

  @Argument(help: "文件或文件夹。", completion: .file())
  var paths: [String]

  @Option(help: "还要查找的姓名: 一行一个的文本文件。")
  var names: String?

  func run() throws {
    try Outcome.report {
      if try !PersonalDataReport(names: names).run(paths, say: { print($0) }) { throw ExitCode(65) }
    }
  }
}
