import ArgumentParser
import Pipeline

/// `talentflow scan`
struct Scan: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: told(
      "查找泄露: 在文件和文件夹中查找身份证号码、手机号码、固定电话和姓名; 只读。",
      "Look for leaks: numbers of identity cards and phones, and names, in files and folders; reads only."),
    discussion: told(
      """
      看内容而不看名称: gzip、zip 解开看, SQLite 仓库连同打包的文字一起看, 编码 (UTF-8、GB18030、UTF-16) 自动识别。
      每处一行: 文件、第几行、哪一种、遮盖后的值。没有时退出码 0; 有, 或者有文件看不了时退出码 65。

      \(example) talentflow scan Reports .talentflow/warehouse.sqlite
      \(example) talentflow scan Reports/bulletin/2026Q3/bulletin-2026Q3.zip --names names.txt
      """,
      """
      It looks at content, not at names: into gzip and zip, into SQLite warehouses with their packed texts, in UTF-8, GB18030 and UTF-16.
      One line a find: file, line, kind, masked value. Exits with 0 where there is none, with 65 where there is one or a file cannot be looked at.

      \(example) talentflow scan Reports .talentflow/warehouse.sqlite
      \(example) talentflow scan Reports/bulletin/2026Q3/bulletin-2026Q3.zip --names names.txt
      """))

  @Argument(help: told("文件或文件夹。", "Files or folders."), completion: .file())
  var paths: [String]

  @Option(help: told("还要查找的姓名: 一行一个的文本文件。", "A text file of names to look for as well, one a line."))
  var names: String?

  func run() throws {
    try Outcome.report {
      if try !PersonalDataReport(names: names).run(paths, say: { print($0) }) { throw ExitCode(65) }
    }
  }
}
