import Foundation
import TestSupport
import Testing

/// Running again, running in parallel, running after a change.
@Suite struct RerunTests {
  private static let list = "Reports/index.html"

  @Test func secondRunDoesNothingAndSaysSo() throws {
    let pipeline = try RerunTests.small()
    #expect(try pipeline.run().status == 0)
    let before = try Warehouse.dump(pipeline.scratch.file("work/warehouse.sqlite"))
    let second = try pipeline.run()
    #expect(second.status == 0)
    #expect(second.output.contains("没有新文件"))
    #expect(second.output.contains("未改动"))
    #expect(try Warehouse.dump(pipeline.scratch.file("work/warehouse.sqlite")) == before)
  }

  @Test func changedFileChangesJustItsRows() throws {
    let pipeline = try RerunTests.small()
    try pipeline.run()
    let before = try pipeline.query("SELECT id, content FROM postings")
    var lines = try pipeline.scratch.text("in/a.csv").split(separator: "\n", omittingEmptySubsequences: false)
    lines[3] = lines[3].replacing(",5,", with: ",9,")[...]
    try pipeline.scratch.write(lines.joined(separator: "\n"), "in/a.csv")
    let again = try pipeline.run()
    #expect(again.output.contains("收取 1 个新文件 (1 个此前已收)"))
    let after = try pipeline.query("SELECT id, content FROM postings")
    #expect(Set(after).subtracting(before).count == 1)
    #expect(
      try pipeline.query("SELECT rows, accepted, rejected, duplicate, unchanged FROM file WHERE id = 3") == [
        "20|1|0|0|19"
      ])
    #expect(again.output.contains("superseded"))
  }

  @Test func workersDoNotMatter() throws {
    let two = try SampleRun.shared.get()
    var one = try TestPipeline(inputs: TestPipeline.sampleInputs, period: "2026Q3")
    one.hasForecast = true
    #expect(try one.run("--workers", "1").status == 0)
    #expect(try Warehouse.dump(one.scratch.file("work/warehouse.sqlite")) == two.dump)
    let zip = "Reports/bulletin/2026Q3/bulletin-2026Q3.zip"
    #expect(try one.scratch.data(zip) == two.pipeline.scratch.data(zip))
  }

  /// The edition in Reports/ and the list of editions are what the program makes of SampleData. Re-recorded only with
  /// TALENTFLOW_RECORD=1.
  @Test func committedEditionRegeneratesByteForByte() throws {
    let pipeline = try ShippedRun.shared.get().pipeline
    let folder = "Reports/bulletin/2026Q3"
    let files = pipeline.scratch.files(folder)
    #expect(files.count > 20)
    if ProcessInfo.processInfo.environment["TALENTFLOW_RECORD"] == "1" {
      for path in [folder, RerunTests.list] {
        try? FileManager.default.removeItem(atPath: Repository.file(path))
        try FileManager.default.copyItem(atPath: pipeline.scratch.file(path), toPath: Repository.file(path))
      }
    }
    let committed = Repository.files(folder, suffix: "").map { String($0.dropFirst(folder.count + 1)) }
    #expect(committed.filter { !["charts", "tables"].contains($0) } == files)
    for name in files {
      let here = try Data(contentsOf: URL(fileURLWithPath: Repository.file("\(folder)/\(name)")))
      #expect(try here == pipeline.scratch.data("\(folder)/\(name)"), "\(name)")
    }
    #expect(try Repository.text(RerunTests.list) == pipeline.scratch.text(RerunTests.list))
  }

  @Test func killedRunLosesNothing() throws {
    let pipeline = try RerunTests.small(rows: 60_000)
    let running = try pipeline.start()
    // The folder is made at the start of the first file's transaction.
    while running.process.isRunning, !pipeline.scratch.exists("work/rejects") { usleep(1000) }
    kill(running.process.processIdentifier, SIGKILL)
    #expect(running.result().status != 0)
    #expect(try pipeline.run().status == 0)
    #expect(try pipeline.query("SELECT count(*) FROM postings") == ["60001"])
    #expect(try pipeline.query("SELECT rows, accepted FROM file ORDER BY id") == ["60000|60000", "1|1"])
    let parts = pipeline.scratch.files("").filter { $0.hasSuffix(".part") || $0.hasPrefix("Reports/bulletin/.") }
    #expect(parts.isEmpty, "\(parts)")
  }

  @Test func dryRunWritesNothing() throws {
    let pipeline = try RerunTests.small()
    let result = try pipeline.run("--dry-run")
    #expect(result.status == 0)
    #expect(result.output.contains("共 21 行"))
    #expect(!pipeline.scratch.exists("work") && !pipeline.scratch.exists("Reports"))
  }

  /// A dry run that died left a copy of the warehouse in the temporary folder.
  @Test func leftoversOfADeadDryRunAreRemoved() throws {
    let pipeline = try RerunTests.small()
    for name in ["dead", "alive", "young"] { try pipeline.scratch.write("x", "tmp/talentflow-dry-\(name)/w") }
    for name in ["dead", "alive"] {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -600)],
        ofItemAtPath: pipeline.scratch.file("tmp/talentflow-dry-\(name)"))
    }
    let alive = open(pipeline.scratch.file("tmp/talentflow-dry-alive"), O_RDONLY | O_CLOEXEC)
    defer { close(alive) }
    #expect(flock(alive, LOCK_EX | LOCK_NB) == 0)
    try pipeline.scratch.write(pipeline.yaml, "pipeline.yaml")
    let result = try Program.talentflow.run(
      ["run", pipeline.path], environment: ["TMPDIR": pipeline.scratch.file("tmp")])
    #expect(result.status == 0, "\(result.errors)")
    #expect(pipeline.scratch.files("tmp") == ["talentflow-dry-alive/w", "talentflow-dry-young/w"])
  }

  @Test func mendedRejectsGoBackIn() throws {
    let pipeline = try RerunTests.small()
    let text = try pipeline.scratch.text("in/a.csv").replacing("岗位3,5,2026-07-04", with: "岗位3,5,2026-02-30")
    try pipeline.scratch.write(text, "in/a.csv")
    try pipeline.run()
    let name = pipeline.scratch.files("work/rejects").first { $0.hasSuffix(".rejects.csv") }!
    let rejects = try pipeline.scratch.text("work/rejects/\(name)")
    #expect(rejects.contains("登记或发布日期无法识别") && rejects.contains("date.required"))
    try pipeline.scratch.write(rejects.replacing("2026-02-30", with: "2026-07-04"), "in/a-mended.csv")
    let again = try pipeline.run()
    #expect(again.output.contains("接收 1, 退回 0"))
    #expect(!pipeline.scratch.files("work/rejects").contains { $0.contains("mended") })
  }

  /// Two files: `rows` postings of the third quarter, and one more.
  static func small(rows: Int = 20) throws -> TestPipeline {
    var pipeline = try TestPipeline(inputs: [], period: "2026Q3")
    pipeline.regions = ["450600"]
    try pipeline.keepTables("T1", "T2", "T5")
    let header = "岗位编号,单位名称,岗位名称,招聘人数,发布日期,更新时间\n"
    let lines = (0..<rows).map { "\($0),单位\($0 % 7),岗位\($0),5,2026-07-0\($0 % 9 + 1),2026-07-10" }
    try pipeline.scratch.write(header + lines.joined(separator: "\n") + "\n", "in/a.csv")
    try pipeline.scratch.write(header + "x,单位,岗位,3,2026-08-01,2026-08-02\n", "in/b.csv")
    try pipeline.scratch.write(
      "source: p\ntitle: p\ncontract: postings\nhome_region: \"450600\"\nconstants: {platform: p}\n", "p.yaml")
    pipeline.inputs = [(pipeline.scratch.file("p.yaml"), pipeline.scratch.file("in/*.csv"))]
    return pipeline
  }
}
