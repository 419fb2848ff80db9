import ArgumentParser
import Pipeline

/// `talentflow table`
struct Table: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: told(
      "算出流程声明的表 (tables 文件夹), 写到屏幕 (CSV); 不发布, 不写文件。",
      "Compute tables that the pipeline declares (folder tables) and print them (CSV); publishes nothing, writes no file."
    ),
    discussion: told(
      """
      写好或改了一张表, 先用它看结果。缺省是本局看到的数; --public 是公开版会有的样子, 保密的数为 [c]。

      \(example) talentflow table T17 --period 2026Q3
      \(example) talentflow table T17 --public
      """,
      """
      To look at a table that was written or changed. It shows what the bureau sees; --public shows what a public edition would, confidential figures as [c].

      \(example) talentflow table T17 --period 2026Q3
      \(example) talentflow table T17 --public
      """))

  @Argument(help: told("表号, 如 T17; 不写则算全部。", "The number of a table, such as T17; without it all are computed."))
  var table: String?

  @Option(
    help: told("流程文件 (YAML), 用它的仓库、数据集和规则。", "The pipeline file (YAML) whose warehouse, datasets and rules are meant."),
    completion: .file(extensions: ["yaml"]))
  var pipeline = "Pipelines/quarterly-bulletin.yaml"

  @Option(help: told("时期, 如 2026Q3; 不写则按流程文件。", "The period, such as 2026Q3; by default that of the pipeline file."))
  var period: String?

  @Flag(name: .customLong("public"), help: told("公开版的样子。", "As the public edition would show it."))
  var isPublic = false

  func validate() throws { _ = try PeriodOption.parse(period) }

  func run() throws {
    try Outcome.report {
      let spec = try PipelineSpec(file: pipeline)
      let preview = try TablePreview(spec, period: PeriodOption.parse(period))
      for line in try preview.lines(table, isPublic: isPublic) { print(line) }
    }
  }
}
