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
    abstract: told(
      "数据字典: 一个数据集有哪些字段、表头可叫什么、怎样才合格。",
      "Data dictionary: the fields of a dataset, the names their columns may have, what makes a value valid."),
    discussion: "\(example) talentflow contract postings --format table-schema")

  @Argument(
    help: told(
      "数据集名, 如 postings、seekers、placements、archives。",
      "The name of a dataset, such as postings, seekers, placements or archives."))
  var dataset: String

  @Option(help: told("markdown 或 table-schema (Frictionless)。", "markdown or table-schema (Frictionless)."))
  var format: Format = .markdown

  @Option(
    help: told("流程文件 (YAML), 用它的数据集。", "The pipeline file (YAML) whose datasets are meant."),
    completion: .file(extensions: ["yaml"]))
  var pipeline = "Pipelines/quarterly-bulletin.yaml"

  func run() throws {
    try Outcome.report(asJSON: format == .tableSchema) {
      let dictionary = try DataDictionary(dataset, of: PipelineSpec(file: pipeline).datasets)
      print(format == .markdown ? dictionary.markdown() : try dictionary.tableSchema())
    }
  }
}
