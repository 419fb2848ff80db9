import Foundation
import Testing

/// `retention` of a pipeline file: what is old goes, what is not ours or still needed stays.
@Suite struct RetentionTests {
  private func age(_ pipeline: TestPipeline, _ name: String, days: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date().addingTimeInterval(-days * 86_400)], ofItemAtPath: pipeline.scratch.file(name))
  }

  private func run(_ pipeline: TestPipeline, _ retention: String, _ options: String...) throws -> Program.Result {
    try pipeline.scratch.write("\(pipeline.yaml)\nretention: \(retention)\n", "pipeline.yaml")
    return try Program.talentflow.run(["run", pipeline.path] + options)
  }

  @Test func oldListsGo() throws {
    let pipeline = try RerunTests.small()
    let bad = "岗位编号,单位名称,岗位名称,招聘人数,发布日期\nz,甲,,3,2026-07-01\n"
    try pipeline.scratch.write(bad, "in/c.csv")
    try pipeline.scratch.write(bad.replacing("z,", with: "y,"), "in/d.csv")
    try pipeline.run()
    let lists = pipeline.scratch.files("work/rejects")
    #expect(lists.count == 4)
    let foreign = ["notes.csv", "p-3-c.rejects.csv.bak", "改好.rejects.csv", "p-3-c.txt", "list-5.rejects.csv"]
    for name in foreign { try pipeline.scratch.write("mine", "work/rejects/\(name)") }
    try pipeline.scratch.write("elsewhere", "elsewhere.csv")
    try FileManager.default.createSymbolicLink(
      atPath: pipeline.scratch.file("work/rejects/p-9-x.rejects.csv"),
      withDestinationPath: pipeline.scratch.file("elsewhere.csv"))
    for name in lists.filter({ $0.hasPrefix("p-3-") }) + foreign { try age(pipeline, "work/rejects/\(name)", days: 31) }
    try age(pipeline, "elsewhere.csv", days: 31)
    // Nothing goes by default, in a dry run, or before its time.
    try pipeline.run()
    _ = try run(pipeline, "{rejects_days: 30}", "--dry-run")
    _ = try run(pipeline, "{rejects_days: 32}")
    #expect(pipeline.scratch.files("work/rejects").count == 10)
    let result = try run(pipeline, "{rejects_days: 30}")
    #expect(result.status == 0 && result.output.contains("删去 2 个退回清单和问题清单"), "\(result.output)")
    #expect(
      pipeline.scratch.files("work/rejects")
        == (lists.filter { $0.hasPrefix("p-4-") } + foreign + ["p-9-x.rejects.csv"]).sorted())
    #expect(try pipeline.scratch.text("elsewhere.csv") == "elsewhere")
    #expect(try Program.talentflow.run(["check", pipeline.path]).status == 0)
    #expect(try !run(pipeline, "{rejects_days: 30}").output.contains("删去"))
  }

  @Test func oldExportsGoOnceTheyAreTaken() throws {
    let pipeline = try RerunTests.small()
    let text = try pipeline.scratch.text("in/b.csv")
    for name in ["c", "d"] { try pipeline.scratch.write(text.replacing("\nx", with: "\n\(name)"), "in/\(name).csv") }
    try pipeline.scratch.write("", "in/a.csv.done")
    try FileManager.default.createSymbolicLink(
      atPath: pipeline.scratch.file("in/e.csv"), withDestinationPath: pipeline.scratch.file("in/d.csv"))
    for name in ["a", "b", "c"] { try age(pipeline, "in/\(name).csv", days: 400) }
    try age(pipeline, "in/d.csv", days: 500)
    // A source that should be taken again keeps its files.
    try pipeline.run()
    let source = try pipeline.scratch.text("p.yaml")
    try pipeline.scratch.write(source + "life_days: 60\n", "p.yaml")
    #expect(try !run(pipeline, "{exports_days: 365}").output.contains("删去"))
    try pipeline.scratch.write(source, "p.yaml")
    // One that was never taken, as an error stops the run, stays with all the others.
    try pipeline.scratch.write("S9,甲,乙\n", "in/broken.csv")
    try age(pipeline, "in/broken.csv", days: 400)
    #expect(try run(pipeline, "{exports_days: 365}").status == 65)
    #expect(pipeline.scratch.files("in").count == 7)
    try FileManager.default.removeItem(atPath: pipeline.scratch.file("in/broken.csv"))
    try age(pipeline, "in/b.csv", days: 390)
    let before = try Warehouse.dump(pipeline.scratch.file("work/warehouse.sqlite"))
    let result = try run(pipeline, "{exports_days: 365}")
    #expect(result.status == 0 && result.output.contains("删去 3 个收过的导出: a.csv、c.csv、d.csv"), "\(result.output)")
    #expect(result.output.contains("--again"))
    // The newest of the source stays, and the link was never ours.
    #expect(pipeline.scratch.files("in").filter { !$0.hasPrefix("e") } == ["b.csv"])
    #expect(try Warehouse.dump(pipeline.scratch.file("work/warehouse.sqlite")) == before)
    let again = try run(pipeline, "{exports_days: 365}", "--again", "p")
    #expect(again.status == 65 && again.errors.contains("[TF614]"), "\(again.errors)")
    #expect(try Program.talentflow.run(["check", pipeline.path]).status == 0)
  }

  @Test(arguments: ["{rejects_days: 0}", "{rejects_days: soon}", "{reject_days: 3}", "30"])
  func mistakesNameTheirLine(_ text: String) throws {
    let pipeline = try RerunTests.small()
    let result = try run(pipeline, text)
    #expect(result.status == 78 && result.errors.contains("pipeline.yaml:"), "\(result.errors)")
  }
}
