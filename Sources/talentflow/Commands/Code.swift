import ArgumentParser
import Pipeline

/// `talentflow code`
struct Code: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "岗位名称编码: 一个名称是哪个职业, 凭哪个词, 有多可靠; 只读。",
    discussion: """
      例: talentflow code '【港口区】急聘高级电气自动化工程师 五险一金'
      例: talentflow code --csv titles.csv > coded.csv
      例: talentflow code --check Tests/fixtures/titles-300.csv
      """)

  @Argument(help: "岗位名称, 可以写几个。")
  var titles: [String] = []

  @Option(help: "CSV 文件, 有一列 title: 逐个编码, 写到标准输出。", completion: .file(extensions: ["csv"]))
  var csv: String?

  @Option(help: "CSV 文件, 列 title,code,alternatives (用 | 分开): 与人工编码比较。", completion: .file(extensions: ["csv"]))
  var check: String?

  @Flag(help: "列出词表中互相包含而大类不同的词。")
  var lint = false

  @Option(help: "代码表文件夹。", completion: .directory)
  var codelists = "Pipelines/codelists"

  func validate() throws {
    if titles.isEmpty, csv == nil, check == nil, !lint { throw ValidationError("写一个岗位名称, 或 --csv、--check、--lint。") }
  }

  func run() throws {
    try Outcome.report {
      let report = try TitleReport(codelists: codelists)
      for title in titles { print(report.explained(title)) }
      if let csv { try report.coded(csv) { print($0) } }
      if let check { try report.checked(check) { print($0) } }
      if lint { report.lint { print($0) } }
    }
  }
}
