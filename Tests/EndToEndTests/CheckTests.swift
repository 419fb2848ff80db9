import Foundation
import Testing

/// `talentflow check`: clean after whatever runs do, and what is damaged is told.
@Suite struct CheckTests {
  private func check(_ pipeline: TestPipeline, _ options: String...) throws -> Program.Result {
    try Program.talentflow.run(["check", pipeline.path] + options)
  }

  @Test func theSampleIsClean() throws {
    let result = try check(SampleRun.shared.get().pipeline)
    #expect(result.status == 0 && result.output == "检查完毕: 0 处差异\n", "\(result.output)\(result.errors)")
    #expect(result.errors.isEmpty)
  }

  @Test func changesDuplicatesAndErasingLeaveItClean() throws {
    let pipeline = try RerunTests.small(rows: 300)
    try pipeline.run()
    let text = try pipeline.scratch.text("in/a.csv")
    try pipeline.scratch.write(
      text.replacing("2026-07-10", with: "2026-07-11").replacing(",5,", with: ",多,"), "in/c.csv")
    try pipeline.scratch.write(
      text.replacing("2026-07-10", with: "2026-07-09") + text.split(separator: "\n")[5], "in/d.csv")
    try pipeline.scratch.write(text.replacing("2026-07-10", with: "2026-07-12"), "in/e.csv")
    try pipeline.run()
    #expect(try pipeline.query("SELECT count(*) FROM postings_history") == ["600"])
    #expect(try check(pipeline).output == "检查完毕: 0 处差异\n")
    // Of one file no row can be used: that is told, and the others are taken.
    let again = try pipeline.run("--again", "p")
    #expect(again.status == 65 && again.errors.contains("300 行全部退回: 第 2 行 openings"), "\(again.errors)")
    #expect(try pipeline.query("SELECT min(id) FROM file") == ["6"])
    #expect(try check(pipeline).output == "检查完毕: 0 处差异\n")
  }

  @Test func damageIsListedWithTableKeyAndValues() throws {
    let pipeline = try RerunTests.small()
    try pipeline.run()
    try Warehouse.change(
      pipeline.scratch.file("work/warehouse.sqlite"),
      "UPDATE cube SET registered = registered + 1 WHERE axis = 1 AND month = 2026 * 12 + 6")
    let before = try pipeline.scratch.data("work/warehouse.sqlite")
    let result = try check(pipeline)
    #expect(result.status == 65)
    #expect(
      result.output == """
        差异  累计表  cube  postings/total 2026M07 地区 1450600 代码 0: 仓库中 101/0/0/0, 核对得 100/0/0/0
        检查完毕: 1 处差异

        """)
    #expect(try pipeline.scratch.data("work/warehouse.sqlite") == before)
  }

  @Test func theNumberOfThoseNotListedIsTold() throws {
    let pipeline = try RerunTests.small(rows: 300)
    try pipeline.run()
    try Warehouse.change(pipeline.scratch.file("work/warehouse.sqlite"), "UPDATE postings_version SET is_copy = 1")
    let result = try check(pipeline)
    #expect(result.output.contains("差异  转载判定  另有 281 处没有列出"), "\(result.output)")
  }

  @Test func aRunUnderWayIsWaitedFor() throws {
    let pipeline = try RerunTests.small()
    try pipeline.run()
    let descriptor = open(pipeline.scratch.file("work/warehouse.sqlite.lock"), O_RDWR)
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    let result = try check(pipeline)
    #expect(result.status == 75 && result.errorLines.count == 1 && result.errors.contains("另一个运行"))
    // Two who read do not disturb each other.
    #expect(flock(descriptor, LOCK_SH | LOCK_NB) == 0)
    #expect(try check(pipeline).status == 0)
    #expect(try pipeline.run().status == 75)
    close(descriptor)
  }

  @Test func whatIsNoWarehouse() throws {
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write(pipeline.yaml, "pipeline.yaml")
    let none = try check(pipeline)
    #expect(none.status == 66 && none.errors.contains("还没有仓库") && !pipeline.scratch.exists("work"))
    try pipeline.scratch.write(String(repeating: "not a database ", count: 100), "other.sqlite")
    let other = try check(pipeline, "--warehouse", pipeline.scratch.file("other.sqlite"))
    #expect(other.status == 65 && other.errorLines.count == 1, "\(other.errors)")
  }

  /// Bytes of a page overwritten, as a broken disk would.
  @Test func aBrokenPageIsTold() throws {
    let pipeline = try RerunTests.small(rows: 3000)
    try pipeline.run()
    var bytes = try pipeline.scratch.data("work/warehouse.sqlite")
    let page = Int(try pipeline.query("SELECT rootpage FROM sqlite_master WHERE name = 'postings_version'")[0])!
    let size = Int(try pipeline.query("PRAGMA page_size")[0])!
    bytes.replaceSubrange((page - 1) * size..<(page - 1) * size + 64, with: Data(repeating: 0xA5, count: 64))
    try pipeline.scratch.write(bytes, "work/warehouse.sqlite")
    let result = try check(pipeline)
    #expect(result.status == 65, "\(result.errors)")
    #expect(result.output.contains("差异  数据库文件"), "\(result.output)\(result.errors)")
  }
}
