import ArgumentParser
import Foundation
import Pipeline

/// `talentflow new-source`
struct NewSource: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-source",
    abstract: told(
      "看一个导出, 写出它的来源文件: 确定的、猜的、还缺的都写明。",
      "Look at an export and write its source file: what is certain, guessed and missing is marked."),
    discussion: "\(example) talentflow new-source inbox/2026-08.csv --contract postings --id my-site")

  @Argument(
    help: told("导出文件 (CSV、.xlsx, 或 CSV 压缩成的 .gz)。", "The export (CSV, .xlsx, or CSV in .gz)."), completion: .file())
  var file: String

  @Option(
    help: told(
      "数据集名, 如 postings、seekers; 缺省取表头最像的。",
      "The name of the dataset, such as postings or seekers; by default the one whose header is most alike."))
  var contract: String?

  @Option(
    help: told(
      "来源的短名 (小写英文、数字和 -); 缺省取自文件名。",
      "A short name of the source (small letters, digits and -); by default from the name of the file."))
  var id: String?

  @Option(
    help: told("流程文件 (YAML), 用它的数据集和代码表。", "The pipeline file (YAML) whose datasets and code lists are meant."),
    completion: .file(extensions: ["yaml"]))
  var pipeline = "Pipelines/quarterly-bulletin.yaml"

  @Option(help: told("写到这个文件夹。", "The folder to write to."), completion: .directory)
  var into = "Pipelines/sources"

  /// Where paths in the pipeline file begin.
  private var folder: String { (pipeline as NSString).deletingLastPathComponent }

  /// A path as the pipeline file writes it: relative to its folder within the project, absolute elsewhere.
  private func fromPipeline(_ path: String) -> String {
    func parts(_ path: String) -> [String] { URL(fileURLWithPath: path).standardized.pathComponents }
    let (from, to) = (parts(folder.isEmpty ? "." : folder), parts(path))
    let shared = zip(from, to).prefix { $0 == $1 }.count
    guard shared >= from.count - 1 else { return "/" + to.dropFirst().joined(separator: "/") }
    return (Array(repeating: "..", count: from.count - shared) + to[shared...]).joined(separator: "/")
  }

  func run() throws {
    try Outcome.report {
      let spec = try PipelineSpec(file: pipeline)
      let draft = try SourceDraft(of: file, contract: contract, id: id, spec: spec)
      let path = try draft.write(into: into)
      for note in draft.notes { print(note) }
      print("已写成 \(path): 请打开核对。然后在流程文件的 inputs 中加一行 (路径相对于 \(folder)):")
      print("- {source: \(fromPipeline(path)), files: \(fromPipeline(file))}")
      print("再试运行: talentflow run 流程文件 --dry-run")
    }
  }
}
