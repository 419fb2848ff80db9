import Foundation
import TestSupport
import Testing

/// The commands beside `run`.
@Suite struct CommandTests {
  static let commands = [
    "run", "plan", "status", "explain", "contract", "verify", "forecast", "check", "screen", "scan", "key",
    "diff",
    "backup", "restore", "install",
  ]

  @Test(arguments: commands) func helpHasAnExample(_ command: String) throws {
    let result = try Program.talentflow.run([command, "--help"])
    #expect(result.status == 0)
    #expect(result.output.contains("例: talentflow \(command)"))
  }

  @Test func versionIsTold() throws {
    let result = try Program.talentflow.run(["--version"])
    #expect(result.status == 0 && result.output.firstMatch(of: /^\d+\.\d+\.\d+\n$/) != nil, "\(result.output)")
  }

  @Test func misspeltCommandLine() throws {
    #expect(try Program.talentflow.run(["run"]).status == 64)
    #expect(try Program.talentflow.run(["run", "x.yaml", "--period", "Q3"]).status == 64)
    #expect(try Program.talentflow.run(["runn"]).status == 64)
  }

  @Test func planWritesNothing() throws {
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write(pipeline.yaml, "pipeline.yaml")
    let before = pipeline.scratch.files("")
    let plan = try Program.talentflow.run(["plan", pipeline.path])
    #expect(plan.status == 0)
    #expect(plan.output.contains("新文件 2 个") && plan.output.contains("尚未发布"))
    #expect(pipeline.scratch.files("") == before)
    try pipeline.run()
    #expect(try Program.talentflow.run(["plan", pipeline.path]).output.contains("新文件 0 个, 此前已收 2 个"))
  }

  @Test func statusTellsRunsAndSources() throws {
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write(pipeline.yaml, "pipeline.yaml")
    #expect(try Program.talentflow.run(["status", pipeline.path]).status == 66)
    try pipeline.run()
    let status = try Program.talentflow.run(["status", pipeline.path]).output
    #expect(status.contains("运行 1") && status.contains("完成") && status.contains("来源 p  2 个文件  21 行  接收 21"))
  }

  /// Each kind of entry tells its own things; that all entries do is shown by `ExplanationTests`.
  @Test func explainTellsOfEachKind() throws {
    let all = try Program.talentflow.run(["explain"]).output.split(separator: "\n")
    #expect(all.count >= 200)
    for (id, part) in [("valid_openings", "公式"), ("T17", "读者"), ("TF413", "办法"), ("postings", "主键")] {
      #expect(all.contains { $0.split(separator: "\t")[1] == id }, "\(id)")
      #expect(try Program.talentflow.run(["explain", id]).output.contains(part), "\(id)")
    }
    let wrong = try Program.talentflow.run(["explain", "openings_per_seekr"])
    #expect(wrong.status == 65 && wrong.errors.contains("openings_per_seeker"))
  }

  @Test func codesAreExplainedWithoutAPipeline() throws {
    let known = try Program.talentflow.run(["explain", "tf413", "--pipeline", "no/such.yaml"])
    #expect(known.status == 0 && known.output.hasPrefix("代码 TF413\n含义  流程不编公报"), "\(known.output)\(known.errors)")
    let near = try Program.talentflow.run(["explain", "429", "--pipeline", "no/such.yaml"])
    #expect(near.status == 65 && near.errors.contains("TF4"), "\(near.errors)")
  }

  @Test(arguments: [
    "postings", "seekers", "placements", "archives", "register", "counts", "experts", "agencies", "cases", "claims",
    "public_posts", "items", "measures",
  ])
  func contractAsTableSchema(_ name: String) throws {
    let result = try Program.talentflow.run(["contract", name, "--format", "table-schema"])
    let schema = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let fields = schema?["fields"] as? [[String: Any]] ?? []
    let markdown = try Program.talentflow.run(["contract", name]).output
    #expect(fields.count > 7)
    for field in fields { #expect(markdown.contains("| \(field["name"] as? String ?? "?")")) }
    #expect((schema?["primaryKey"] as? [String])?.isEmpty == false)
  }

  /// What the clerk of a centre does with phrases of their own.
  @Test func screenTriesPhrases() throws {
    let folder = try TestFolder()
    let rules = ["--rules", Repository.file("Pipelines/rules")]
    func screen(_ words: [String]) throws -> (status: Int32, output: String, errors: String) {
      let result = try Program.talentflow.run(["screen"] + words + rules)
      return (result.status, result.output, result.errors)
    }
    let own = try screen(["--self-test"])
    #expect(own.status == 0 && own.output.contains(", 0 个不符。"), "\(own)")
    let text = try screen(["入职交押金500元, 电话13800138000", "办公室文员"])
    #expect(text.status == 0 && text.output.contains("C09 收取财物、扣押证件  涉嫌违法") && text.output.contains("没有发现"))
    #expect(!text.output.contains("13800138000"))
    let phrases = "rule,expected,text\nC09,+,入职交押金500元\nC09,-,不收押金\nC01,+,诚聘文员13800138000\n"
    let path = try folder.write(phrases, "phrases.csv")
    let tried = try screen(["--try", path])
    #expect(tried.status == 0 && tried.output.contains("漏 C01 第 4 行") && !tried.output.contains("13800138000"))
    #expect(tried.output.contains("全部  3  2  1  1  0  1.000  0.500"), "\(tried.output)")
    let json = try JSONSerialization.jsonObject(with: Data(try screen(["--try", path, "--json"]).output.utf8))
    let all = (json as? [String: Any])?["all"] as? [String: Any]
    #expect(all?["recall"] as? Double == 0.5 && all?["precision"] as? Double == 1)
    #expect(folder.files("") == ["phrases.csv"])
  }

  @Test(arguments: [
    ("rule,expected\nC09,+\n", "缺少列 text"), ("rule,expected,text\nC99,+,x\n", "没有规则 C99"),
    ("rule,expected,text\nC09,yes,x\n", "+ 或 -"), ("rule,expected,text\nC09,+\n", "2 列"),
    ("rule,expected,text\n", "没有句子"), ("", "phrases.csv:1"),
  ])
  func screenRefusesWrongPhrases(_ text: String, _ part: String) throws {
    let folder = try TestFolder()
    let path = try folder.write(text, "phrases.csv")
    let rules = ["--rules", Repository.file("Pipelines/rules")]
    let wrong = try Program.talentflow.run(["screen", "--try", path] + rules)
    #expect(wrong.status == 65 && wrong.errors.contains("TF783") && wrong.errors.contains(part), "\(wrong.errors)")
    #expect(try Program.talentflow.run(["screen", "--try", folder.file("none.csv")] + rules).status == 66)
    #expect(try Program.talentflow.run(["screen", "x", "--rules", folder.path]).status == 66)
  }

  @Test func verifyFindsAChange() throws {
    let pipeline = try RerunTests.small()
    try pipeline.run()
    let folder = pipeline.scratch.file("Reports/bulletin/2026Q3")
    #expect(try Program.talentflow.run(["verify", folder]).status == 0)
    #expect(try Program.talentflow.run(["verify", "\(folder)/bulletin-2026Q3.zip"]).status == 0)
    let table = try pipeline.scratch.text("Reports/bulletin/2026Q3/tables/T1.csv")
    try pipeline.scratch.write(table.replacing("103", with: "104"), "Reports/bulletin/2026Q3/tables/T1.csv")
    let result = try Program.talentflow.run(["verify", folder])
    #expect(result.status == 65 && result.errors.contains("tables/T1.csv"), "\(result.errors)")
    #expect(try Program.talentflow.run(["verify", "/nowhere"]).status == 66)
    let above = try Program.talentflow.run(["verify", pipeline.scratch.file("Reports/bulletin")])
    #expect(above.status == 65 && above.errors.contains("里面有 2026Q3"), "\(above.errors)")
  }

  @Test func englishEdition() throws {
    let pipeline = try RerunTests.small()
    #expect(try pipeline.run("--lang", "both").status == 0)
    let page = try pipeline.scratch.text("Reports/bulletin/2026Q3-en/index.html")
    #expect(page.contains("lang=\"en\"") && page.contains("employers sought 103 people"))
    #expect(try pipeline.scratch.text("Reports/bulletin/2026Q3/index.html").contains("招聘各类人员103人"))
  }
}
