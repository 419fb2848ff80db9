import ArgumentParser
import Pipeline

/// `talentflow screen`
struct Screen: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: told(
      "筛查招聘文字: 一段话碰到哪些规则 (如 C09), 凭哪些字; 筛查仓库中的岗位; 试规则。",
      "Screen texts of postings: which rules (such as C09) a text touches, by which words; screen the postings of a warehouse; try rules."
    ),
    discussion: told(
      """
      发现的是线索, 不是结论。写的文字、试的句子不保存。
      写一个流程文件 (.yaml), 就筛查它的仓库中还没有筛查过的岗位, 发现记在仓库中; 夜间流程自己也筛查, 并按单位写成名单。规则改过以后, --rescreen 全部重筛。

      \(example) talentflow screen '要求：女，20-35岁，入职交服装费300元'
      \(example) talentflow screen --self-test
      \(example) talentflow screen --try phrases.csv
      \(example) talentflow explain C09
      \(example) talentflow screen Pipelines/nightly.yaml --rescreen

      --try 的文件是 CSV, 列 rule,expected,text, 如 C09,+,入职交押金500元; + 应发现, - 不应发现。先列各规则的准确率和召回率, 再列涉嫌违法一级和全部的, 最后是漏的和误的。
      退出码: 0 完成; 65 --self-test 有例子不符, 或 --try 的文件写错; 66 没有这个文件; 78 规则写错。
      """,
      """
      What it finds are leads, no verdicts. Texts and sentences that are written here are not kept.
      A pipeline file (.yaml) screens the postings of its warehouse that were not screened yet and keeps the findings in the warehouse; the nightly pipeline screens too, and writes lists by employer. After a change of rules, --rescreen screens all of them again.

      \(example) talentflow screen '要求：女，20-35岁，入职交服装费300元'
      \(example) talentflow screen --self-test
      \(example) talentflow screen --try phrases.csv
      \(example) talentflow explain C09
      \(example) talentflow screen Pipelines/nightly.yaml --rescreen

      The file of --try is a CSV with the columns rule,expected,text, such as 'C09,+,入职交押金500元'; + should be found, - should not. Precision and recall come first for each rule, then for those of likely offences and for all, then what was missed and what was found wrongly.
      Exit codes: 0 done; 65 an example fails --self-test, or the file of --try is wrong; 66 there is no such file; 78 a rule is wrong.
      """))

  @Argument(help: told("招聘文字, 可以写几段; 或一个流程文件。", "Texts of postings; or a pipeline file."))
  var texts: [String] = []

  @Flag(name: .customLong("self-test"), help: told("跑一遍各条规则自己的正例和反例。", "Try the examples that stand with the rules."))
  var selfTest = false

  @Option(
    name: .customLong("try"),
    help: told("CSV 文件 rule,expected,text: 试这些句子。", "A CSV file rule,expected,text: try these sentences."),
    completion: .file(extensions: ["csv"]))
  var phrases: String?

  @Flag(help: told("--try 的结果写成 JSON。", "Write the outcome of --try as JSON."))
  var json = false

  @Flag(help: told("筛查过的也重新筛查; 要写流程文件。", "Screen again what was screened; needs a pipeline file."))
  var rescreen = false

  @Option(help: told("规则文件夹。", "The folder of rules."), completion: .directory)
  var rules = "Pipelines/rules"

  func validate() throws {
    if texts.isEmpty, phrases == nil, !selfTest {
      throw ValidationError(told("写一段文字, 或 --self-test、--try。", "Write a text, or --self-test or --try."))
    }
    if json, phrases == nil || selfTest || !texts.isEmpty {
      throw ValidationError(
        told("--json 只与 --try 同用, 不写文字和 --self-test。", "--json is for --try alone, without texts or --self-test."))
    }
    if rescreen, pipeline == nil {
      throw ValidationError(
        told(
          "--rescreen 要写一个流程文件, 如 Pipelines/nightly.yaml。",
          "--rescreen needs a pipeline file, such as Pipelines/nightly.yaml."))
    }
  }

  /// The pipeline file that is named; nil where texts are.
  private var pipeline: String? { texts.count == 1 ? texts.first { $0.hasSuffix(".yaml") } : nil }

  func run() throws {
    try Outcome.report(asJSON: json) {
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
