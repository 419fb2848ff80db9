import Foundation
import Testing

/// What in an inbox is taken, and what waits or is refused, is the same for `plan` and `run`.
@Suite struct InboxTests {
  @Test func aFileStillBeingWrittenWaits() throws {
    let pipeline = try RerunTests.small()
    try pipeline.run()
    let yaml = pipeline.yaml + "\nsettle_seconds: 3600\n"
    func told(_ command: String) throws -> String {
      try pipeline.scratch.write(yaml, "pipeline.yaml")
      let result = try Program.talentflow.run([command, pipeline.path])
      #expect(result.status == 0, "\(result.errors)")
      return result.output
    }
    // Known content is known, however young the file is.
    #expect(try told("plan").contains("新文件 0 个, 此前已收 2 个"))
    #expect(try told("run").contains("没有新文件 (2 个此前已收)"))
    try pipeline.scratch.write("岗位编号,单位名称,岗位名称,招聘人数,发布日期\nz,甲,乙,7,2026-07-01\n", "in/c.csv")
    let plan = try told("plan")
    #expect(plan.contains("等待  \(pipeline.scratch.file("in/c.csv"))") && plan.contains("新文件 0 个, 此前已收 2 个"))
    let run = try told("run")
    #expect(run.contains("in/c.csv: 文件可能还在写入, 下次再收") && run.contains("(2 个此前已收)"), "\(run)")
    #expect(try pipeline.query("SELECT count(*) FROM file") == ["2"])
    // Its writer says that it is complete.
    try pipeline.scratch.write("", "in/c.csv.done")
    #expect(try told("plan").contains("新文件 1 个, 此前已收 2 个"))
    #expect(try told("run").contains("收取 1 个新文件 (2 个此前已收)"))
  }

  /// Erasing what cannot be taken again at once would publish an edition without it.
  @Test func nothingIsRetakenWhileAFileMayGrow() throws {
    let pipeline = try RerunTests.small()
    try pipeline.run()
    try pipeline.scratch.write(pipeline.yaml + "\nsettle_seconds: 3600\n", "pipeline.yaml")
    let result = try Program.talentflow.run(["run", pipeline.path, "--again", "p"])
    #expect(
      result.status == 75 && result.errorLines.count == 1 && result.errors.contains("in/a.csv"), "\(result.errors)")
    #expect(try pipeline.query("SELECT count(*) FROM postings") == ["21"])
  }

  @Test func linksOutOfTheInboxAreRefused() throws {
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write("岗位编号,单位名称,岗位名称,招聘人数,发布日期\nz,甲,乙,7,2026-07-01\n", "secret.csv")
    func link(_ name: String, _ target: String) throws {
      try FileManager.default.createSymbolicLink(
        atPath: pipeline.scratch.file("in/\(name)"), withDestinationPath: target)
    }
    try link("same.csv", "a.csv")
    #expect(try pipeline.run().output.contains("收取 2 个新文件 (1 个此前已收)"))
    try link("out.csv", "../secret.csv")
    try link("gone.csv", "nowhere.csv")
    let result = try pipeline.run()
    #expect(result.status == 65 && result.errorLines.count == 2, "\(result.errors)")
    #expect(result.errors.contains("in/gone.csv: ") && result.errors.contains("[TF104]"))
    #expect(
      result.errors.contains("in/out.csv: ") && result.errors.contains("secret.csv")
        && result.errors.contains("[TF105]"))
    #expect(try pipeline.query("SELECT count(*) FROM postings") == ["21"])
    let plan = try Program.talentflow.run(["plan", pipeline.path])
    #expect(plan.status == 65 && plan.output.contains("[TF104]") && plan.output.contains("[TF105]"))
    #expect(plan.output.contains("新文件 0 个") && plan.output.contains("都不编") && !plan.output.contains("公报  "))
  }
}
