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

  /// What the parser of arguments says is Chinese, and English where that is asked for.
  @Test(arguments: [
    (
      ["run"],
      "错误 缺少 <pipeline>\n说明  <pipeline>  流程文件 (YAML)。\n用法: talentflow run [选项] <pipeline>\n  详见 talentflow run --help\n"
    ),
    (["run", "a", "--periodd", "x"], "错误 没有选项 --periodd, 是否应为 --period?"), (["run", "a", "b"], "错误 多出来的 b"),
    (["run", "a", "--period"], "错误 没有写值: --period <period>"), (["rnu"], "错误 多出来的 rnu"),
    (["run", "a", "--lang", "fr"], "错误 --lang <lang> 不能是 fr; 可写 'zh', 'en', 'both'"),
    (["run", "a", "--workers", "x"], "错误 --workers <workers> 不能是 x\n"), (["forecast"], "错误 写一个仓库中的序列"),
    (["forecast", "--lang", "en"], "Error: Write a series of the warehouse, or --csv and a file.\n"),
    (["run", "--lang", "en"], "Error: Missing expected argument"),
    (["stauts", "--lang=en"], "Error: Unexpected argument 'stauts'"),
  ]) func wrongCommandLinesAreToldInChinese(_ arguments: [String], _ words: String) throws {
    let result = try Program.talentflow.run(arguments)
    #expect(result.status == 64 && result.errors.hasPrefix(words), "\(result.errors)")
  }

  /// So is help, of all commands: no heading of the parser is left.
  @Test(arguments: [["--help"], ["run", "--help"], ["help", "scan"], []]) func helpIsInChinese(_ arguments: [String])
    throws
  {
    let result = try Program.talentflow.run(arguments)
    #expect(result.status == 0 && result.output.contains("\n选项:\n") && result.output.contains("用法: talentflow"))
    for word in ["OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "SUBCOMMANDS", "Show", "values:", "default:", "See '"] {
      #expect(!result.output.contains(word), "\(word)")
    }
    #expect(try Program.talentflow.run(arguments + ["--lang", "en"]).output.contains("USAGE: talentflow"))
  }

  /// A browser is asked for the page; where there is none, that is said with the address.
  @Test func opensThePageOfARun() throws {
    let pipeline = try RerunTests.small()
    let script = "#!/bin/sh\nprintf %s \"$1\" > \"$0.part\" && mv \"$0.part\" \"$0.asked\"\n"
    try pipeline.scratch.write(script, "bin/xdg-open")
    let browser = pipeline.scratch.file("bin/xdg-open")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: browser)
    try pipeline.scratch.write(pipeline.yaml, "pipeline.yaml")
    let arguments = ["run", pipeline.path, "--open"]
    let path = pipeline.scratch.file("bin") + ":/usr/bin:/bin"
    let result = try Program.talentflow.run(arguments, environment: ["PATH": path])
    #expect(result.status == 0, "\(result.errors)")
    // Nobody sits at a terminal: the figures are not printed.
    #expect(!result.output.contains("网页: ") && !result.output.contains("求人倍率"))
    for _ in 0..<100 where !pipeline.scratch.exists("bin/xdg-open.asked") { usleep(50_000) }
    let asked = try pipeline.scratch.text("bin/xdg-open.asked")
    #expect(asked.hasPrefix("file:///") && asked.hasSuffix("/Reports/bulletin/2026Q3/index.html"), "\(asked)")
    let without = try Program.talentflow.run(arguments, environment: ["PATH": "/nowhere"])
    #expect(without.status == 0 && without.errors.contains("没有打开网页的程序"), "\(without.errors)")
  }

  @Test func englishEdition() throws {
    let pipeline = try RerunTests.small()
    #expect(try pipeline.run("--lang", "both").status == 0)
    let page = try pipeline.scratch.text("Reports/bulletin/2026Q3-en/index.html")
    #expect(page.contains("lang=\"en\"") && page.contains("employers sought 103 people"))
    #expect(try pipeline.scratch.text("Reports/bulletin/2026Q3/index.html").contains("招聘各类人员103人"))
  }
}
