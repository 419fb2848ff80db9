import ArgumentParser
import Pipeline

/// `talentflow code`
struct Code: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: told(
      "岗位名称编码: 一个名称是哪个职业, 凭哪个词, 有多可靠; 只读。",
      "Code titles of postings: which occupation a title is, by which word, how surely; reads only."),
    discussion: """
      \(example) talentflow code '【港口区】急聘高级电气自动化工程师 五险一金'
      \(example) talentflow code --csv titles.csv > coded.csv
      \(example) talentflow code --check Tests/fixtures/titles-300.csv
      """)

  @Argument(help: told("岗位名称, 可以写几个。", "Titles of postings."))
  var titles: [String] = []

  @Option(
    help: told("CSV 文件, 有一列 title: 逐个编码, 写到标准输出。", "A CSV file with a column title: codes each, to standard output."),
    completion: .file(extensions: ["csv"]))
  var csv: String?

  @Option(
    help: told(
      "CSV 文件, 列 title,code,alternatives (用 | 分开): 与人工编码比较。",
      "A CSV file with the columns title,code,alternatives (separated by |): compares with codes given by people."),
    completion: .file(extensions: ["csv"]))
  var check: String?

  @Flag(
    help: told(
      "列出词表中互相包含而大类不同的词。", "List words of the dictionary that contain each other and belong to different major groups.")
  )
  var lint = false

  @Option(help: told("代码表文件夹。", "The folder of code lists."), completion: .directory)
  var codelists = "Pipelines/codelists"

  func validate() throws {
    if titles.isEmpty, csv == nil, check == nil, !lint {
      throw ValidationError(told("写一个岗位名称, 或 --csv、--check、--lint。", "Write a title, or --csv, --check or --lint."))
    }
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
