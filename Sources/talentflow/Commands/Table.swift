import ArgumentParser
import Pipeline

/// `talentflow table`
struct Table: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "算出流程声明的表 (tables 文件夹), 写到屏幕 (CSV); 不发布, 不写文件。",
    discussion: """
      写好或改了一张表, 先用它看结果。缺省是本局看到的数; --public 是公开版会有的样子, 保密的数为 [c]。

      例: talentflow table T17 --period 2026Q3
      例: talentflow table T17 --public
      """)

  @Argument(help: "表号, 如 T17; 不写则算全部。")
  var table: String?

  @Option(help: "流程文件 (YAML), 用它的仓库、数据集和规则。", completion: .file(extensions: ["yaml"]))
  var pipeline = "Pipelines/quarterly-bulletin.yaml"

  @Option(help: "时期, 如 2026Q3; 不写则按流程文件。")
  var period: String?

  @Flag(name: .customLong("public"), help: "公开版的样子。")
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
