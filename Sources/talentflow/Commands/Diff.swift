import ArgumentParser
import Pipeline

/// `talentflow diff`
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: told(
      "比较两期公报或两版目录的数据表, 逐格说明哪里不同。", "Compare the tables of two bulletins or of two catalogs, cell by cell."),
    discussion: told(
      """
      前一版在前。同名的表按地区、行等逐行比较, 时期不算不同, 所以也可以比较两个季度。没有不同时也正常结束。

      \(example) talentflow diff Reports/bulletin/superseded/2026Q3-1a2b3c4d.zip Reports/bulletin/2026Q3
      \(example) talentflow diff Reports/bulletin/2026Q2 Reports/bulletin/2026Q3
      """,
      """
      The earlier edition stands first. Tables of the same name are compared row by row, by region and row; the period is no difference, so two quarters can be compared. Exits with 0, also where nothing differs.

      \(example) talentflow diff Reports/bulletin/superseded/2026Q3-1a2b3c4d.zip Reports/bulletin/2026Q3
      \(example) talentflow diff Reports/bulletin/2026Q2 Reports/bulletin/2026Q3
      """))

  @Argument(help: told("前一版的文件夹或 zip。", "Folder or zip of the earlier edition."))
  var before: String

  @Argument(help: told("后一版的文件夹或 zip。", "Folder or zip of the later edition."))
  var after: String

  func run() throws {
    try Outcome.report { print(try EditionComparison.lines(before, after).joined(separator: "\n")) }
  }
}
