import ArgumentParser
import Pipeline

/// `talentflow contract`
struct ContractCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown
    case tableSchema = "table-schema"
  }

  static let configuration = CommandConfiguration(
    commandName: "contract",
    abstract: "数据字典: 一个数据集有哪些字段、表头可叫什么、怎样才合格。",
    discussion: "例: talentflow contract postings --format table-schema")

  @Argument(help: "数据集名, 如 postings、seekers、placements、archives。")
  var dataset: String

  @Option(help: "markdown 或 table-schema (Frictionless)。")
  var format: Format = .markdown

  @Option(help: "流程文件 (YAML), 用它的数据集。", completion: .file(extensions: ["yaml"]))
  var pipeline = "Pipelines/quarterly-bulletin.yaml"

  func run() throws {
    try Outcome.report {
      let dictionary = try DataDictionary(dataset, of: PipelineSpec(file: pipeline).datasets)
      print(format == .markdown ? dictionary.markdown() : try dictionary.tableSchema())
    }
  }
}
