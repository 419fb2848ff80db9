import ArgumentParser
import Pipeline

/// `talentflow screen`
struct Screen: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "筛查招聘文字: 一段话碰到哪些规则 (如 C09), 凭哪些字; 筛查仓库中的岗位; 试规则。",
    discussion: """
      发现的是线索, 不是结论。写的文字、试的句子不保存。
      写一个流程文件 (.yaml), 就筛查它的仓库中还没有筛查过的岗位, 发现记在仓库中; 夜间流程自己也筛查, 并按单位写成名单。规则改过以后, --rescreen 全部重筛。

      例: talentflow screen '要求：女，20-35岁，入职交服装费300元'
      例: talentflow screen --self-test
      例: talentflow screen --try phrases.csv
      例: talentflow explain C09
      例: talentflow screen Pipelines/nightly.yaml --rescreen

      --try 的文件是 CSV, 列 rule,expected,text, 如 C09,+,入职交押金500元; + 应发现, - 不应发现。先列各规则的准确率和召回率, 再列涉嫌违法一级和全部的, 最后是漏的和误的。
      退出码: 0 完成; 65 --self-test 有例子不符, 或 --try 的文件写错; 66 没有这个文件; 78 规则写错。
      """)

  @Argument(help: "招聘文字, 可以写几段; 或一个流程文件。")
  var texts: [String] = []

  @Flag(name: .customLong("self-test"), help: "跑一遍各条规则自己的正例和反例。")
  var selfTest = false

  @Option(name: .customLong("try"), help: "CSV 文件 rule,expected,text: 试这些句子。", completion: .file(extensions: ["csv"]))
  var phrases: String?

  @Flag(help: "--try 的结果写成 JSON。")
  var json = false

  @Flag(help: "筛查过的也重新筛查; 要写流程文件。")
  var rescreen = false

  @Option(help: "规则文件夹。", completion: .directory)
  var rules = "Pipelines/rules"

  func validate() throws {
    if texts.isEmpty, phrases == nil, !selfTest { throw ValidationError("写一段文字, 或 --self-test、--try。") }
    if json, phrases == nil { throw ValidationError("--json 要与 --try 同用。") }
    if rescreen, pipeline == nil { throw ValidationError("--rescreen 要写一个流程文件, 如 Pipelines/nightly.yaml。") }
  }

  /// The pipeline file that is named; nil where texts are.
  private var pipeline: String? { texts.count == 1 ? texts.first { $0.hasSuffix(".yaml") } : nil }

  func run() throws {
    try Outcome.report {
      if let pipeline {
        let screening = try WarehouseScreening(PipelineSpec(file: pipeline))
        for line in try screening.run(again: rescreen, workers: RunOptions().workers) { print(line) }
        return
      }
      let report = try ScreenReport(rules: rules)
      for text in texts { print(report.explained(text)) }
      if selfTest { try report.selfTest { print($0) } }
      if let phrases { try report.tried(phrases, asJSON: json) { print($0) } }
    }
  }
}
