import Foundation
import Testing

/// The commands beside `run`.
@Suite struct CommandTests {
  static let commands = [
    "run", "plan", "status", "explain", "contract", "verify", "forecast", "check", "scan", "key", "diff",
    "backup", "restore", "install",
  ]

  @Test(arguments: commands) func helpHasAnExample(_ command: String) throws {
    let result = try Program.talentflow.run([command, "--help"])
    #expect(result.status == 0)
    #expect(result.output.contains("例: talentflow \(command)"))
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

  /// Before the work, by `plan` and by `run`: nothing has been taken or made.
  @Test(arguments: ["plan", "run"]) func wrongWordsAreToldAtOnce(command: String) throws {
    let copy = try SmallBureau.folder(inputs: "permits", hasInternal: true)
    try copy.replace("side_up,增加{amount}人", "side_up,增加{人数}人", in: "Pipelines/templates/texts/bulletin.csv")
    let result = try copy.run(command, SmallBureau.pipeline)
    #expect(result.status == 78 && result.errors.contains("TF640"), "\(result.errors)")
    #expect(result.errors.contains("可写的有 {amount}、{percent}"), "\(result.errors)")
    #expect(!copy.scratch.exists("work") && !copy.scratch.exists("Reports"))
  }

  @Test func explainKnowsEveryIndicatorOfAnEdition() throws {
    let all = try Program.talentflow.run(["explain"]).output.split(separator: "\n")
    #expect(all.count >= 15)
    // Each kind of entry tells its own things: terms of forecasts have a meaning where indicators have a formula.
    let kinds = [
      "预测": ["名称", "含义"], "表": ["名称", "读者", "文件"], "检查": ["名称", "级别", "依据", "文件"],
      "数据集": ["名称", "主键", "来源"],
    ]
    for line in all {
      let cells = line.split(separator: "\t").map(String.init)
      let id = cells[1]
      let text = try Program.talentflow.run(["explain", id]).output
      let parts = kinds[cells[0]] ?? ["名称", "公式", "来源"]
      for part in parts { #expect(text.contains(part), "\(id)") }
    }
    let wrong = try Program.talentflow.run(["explain", "openings_per_seekr"])
    #expect(wrong.status == 65 && wrong.errors.contains("openings_per_seeker"))
  }

  @Test(arguments: ["postings", "seekers", "placements", "archives", "experts"])
  func contractAsTableSchema(_ name: String) throws {
    let result = try Program.talentflow.run(["contract", name, "--format", "table-schema"])
    let schema = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let fields = schema?["fields"] as? [[String: Any]] ?? []
    let markdown = try Program.talentflow.run(["contract", name]).output
    #expect(fields.count > 7)
    for field in fields { #expect(markdown.contains("| \(field["name"] as? String ?? "?")")) }
    #expect((schema?["primaryKey"] as? [String])?.isEmpty == false)
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
