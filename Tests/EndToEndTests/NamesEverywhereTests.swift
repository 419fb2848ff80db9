import Foundation
import TestSupport
import Testing

/// Numbers of persons in every place where a name can stand: what a run leaves holds none of them.
@Suite struct NamesEverywhereTests {
  private static let (mobile, id) = ("13812345678", "450603199802205363")
  private static let header = "岗位编号,单位名称,岗位名称,招聘人数,发布日期,更新时间,联系13912345678"

  private func expectNothing(in path: String) throws {
    let result = try Program.talentflow.run(["scan", path])
    #expect(result.status == 0 && result.output == "扫描完毕: 0 处\n", "\(result.output)\(result.errors)")
  }

  /// What a program says.
  private func expectNothing(in result: Program.Result) throws {
    let scratch = try TestFolder()
    try scratch.write(result.output + result.errors, "said.txt")
    try expectNothing(in: scratch.path)
  }

  @Test func namesOfFilesHeadersAndKeys() throws {
    var pipeline = try RerunTests.small()
    pipeline.tables = TestPipeline.shippedTables
    func row(_ key: String) -> String { "\(key),单位,岗位,3,2026-08-01,2026-08-02,甲\n" }
    let keys = [
      "13712345678", "13712345679", "137 1234 5670", NamesEverywhereTests.id, "450603 19980220 5363", "A13712345678",
    ]
    let names = [
      "张三\(NamesEverywhereTests.mobile).csv", "张三13812345679.csv", "简历_138-123-45670.csv",
      "\(NamesEverywhereTests.id).csv",
    ]
    for (index, name) in names.enumerated() {
      // The first file brings the keys; the others are told apart by what is in them alone.
      let rows = index == 0 ? keys.map(row).joined() : row("n\(index)")
      try pipeline.scratch.write(NamesEverywhereTests.header + "\n" + rows, "in/\(name)")
    }
    let plan = try Program.talentflow.run(["plan", pipeline.path])
    let first = try pipeline.run()
    #expect(first.status == 0, "\(first.errors)")
    let second = try pipeline.run()
    #expect(second.output.contains("没有新文件 (6 个此前已收)"), "\(second.output)")
    for result in [plan, first, second, try Program.talentflow.run(["status", pipeline.path])] {
      try expectNothing(in: result)
    }
    #expect(try pipeline.query("SELECT count(*) FROM postings") == ["\(21 + keys.count + names.count - 1)"])
    #expect(
      try pipeline.query("SELECT sum(rows) FROM finding_count WHERE rule = 'key.personal'") == ["\(keys.count)"])
    for folder in ["work", "Reports"] { try expectNothing(in: pipeline.scratch.file(folder)) }
    let listed = try pipeline.query("SELECT name FROM file ORDER BY id")
    #expect(listed.filter { $0.contains("********") }.count == names.count, "\(listed)")
  }

  @Test func pagesOfTheNight() throws {
    let bureau = try NightTests.Bureau()
    let (mobile, id) = (NamesEverywhereTests.mobile, NamesEverywhereTests.id)
    try bureau.put("2026-07-01")
    let first = try bureau.run("2026-07-01")
    // Not to be taken; with a header that is new; with a row in place of a header.
    try bureau.scratch.write("没有,用\n1,2\n", "in/\(mobile).csv")
    try bureau.scratch.write(
      "招聘编号,用人单位,招聘岗位,招聘人数,发布时间,电话\(mobile)\n\(id),甲,电工,2,2026-06-01,x\n", "in/\(id).csv")
    try bureau.scratch.write("\(id),甲,电工\n\(mobile),乙,焊工\n", "in/b_\(mobile)_c.csv")
    let second = try bureau.run("2026-07-02")
    #expect(second.status == 65 && second.errors.contains("138********"), "\(second.errors)")
    for result in [first, second] { try expectNothing(in: result) }
    for folder in ["nightly", "work"] { try expectNothing(in: bureau.scratch.file(folder)) }
  }

  @Test func whatPeopleDeclareIsRefused() throws {
    let pipeline = try RerunTests.small()
    let text = pipeline.yaml.replacing("pipeline: test", with: "pipeline: test 138-123-45678")
    try pipeline.scratch.write(text, "pipeline.yaml")
    let plan = try Program.talentflow.run(["plan", pipeline.path])
    #expect(
      plan.status == 78 && plan.errors.contains("pipeline.yaml:1:11") && plan.errors.contains("TF511"), "\(plan.errors)"
    )
    try expectNothing(in: plan)
    // What is not printed is nobody's business.
    try pipeline.scratch.write("# 有事找 13812345678\n" + pipeline.yaml, "pipeline.yaml")
    #expect(try Program.talentflow.run(["plan", pipeline.path]).status == 0)

    #expect(try pipeline.run().status == 0)
    for note in ["补收 1 3 8 1 2 3 4 5 6 7 8", "见 450603_19980220_5363", "A13812345678"] {
      let revised = try pipeline.run("--revise", "--reason", "error", "--note", note)
      #expect(revised.status == 65 && revised.errors.contains("TF416"), "\(revised.errors)")
      try expectNothing(in: revised)
    }
  }

  /// One file with a name in another encoding keeps no other out.
  @Test func aNameThatIsNotUTF8() throws {
    let pipeline = try RerunTests.small()
    let path = Array(pipeline.scratch.file("in/").utf8) + [0xB8, 0xDA, 0xCE, 0xBB] + Array(".csv".utf8) + [0]
    let file = path.withUnsafeBytes { open($0.bindMemory(to: CChar.self).baseAddress!, O_CREAT | O_WRONLY, 0o600) }
    #expect(file >= 0)
    close(file)
    let result = try pipeline.run()
    #expect(result.status == 65 && result.errors.contains("TF103"), "\(result.errors)")
    #expect(result.errorLines.filter { $0.contains("TF103") }.count == 1, "told once: \(result.errors)")
    #expect(try pipeline.query("SELECT count(*) FROM file") == ["2"])
  }
}
