import Foundation
import Testing

/// What happens when the source file, not the data, was wrong.
@Suite struct SourceChangeTests {
  private static let header = "编号,单位名称,岗位名称,要多少人,发布日期,单位性质\n"

  private static func pipeline(_ yaml: String, rows: String) throws -> TestPipeline {
    var pipeline = try TestPipeline(inputs: [], period: "2026Q3")
    pipeline.regions = ["450600"]
    try pipeline.scratch.write(header + rows, "in/a.csv")
    try pipeline.scratch.write(source(yaml), "p.yaml")
    pipeline.inputs = [(pipeline.scratch.file("p.yaml"), pipeline.scratch.file("in/*.csv"))]
    return pipeline
  }

  private static func source(_ yaml: String) -> String {
    "source: p\ntitle: p\ncontract: postings\nhome_region: \"450600\"\nconstants: {platform: p}\n" + yaml
  }

  private static let rows = "1,甲,乙,5,2026-09-01,民办非企业\n2,甲,丙,7,2026-09-02,国企\n"

  @Test func aHeaderThatIsNotThereIsToldAndCanBeMended() throws {
    let wrong = "columns: {posting_id: [编号], openings: [要几个人]}\ndefaults: {openings: \"1\"}\n"
    let pipeline = try SourceChangeTests.pipeline(wrong, rows: SourceChangeTests.rows)
    let first = try pipeline.run()
    #expect(first.status == 0)
    #expect(first.errors.contains("没有表头 要几个人, 字段 openings 按未填写处理"), "\(first.errors)")
    #expect(first.output.contains("未采用的列: p 的 要多少人"), "\(first.output)")
    #expect(try pipeline.table("T1").cell("valid", "demand") == "2")

    try pipeline.scratch.write(
      SourceChangeTests.source("columns: {posting_id: [编号], openings: [要多少人]}\n"), "p.yaml")
    let second = try pipeline.run()
    #expect(second.errors.contains("有 1 个已收文件还是按旧的读法") && second.errors.contains("--again p"), "\(second.errors)")
    #expect(try Program.talentflow.run(["plan", pipeline.path]).output.contains("--again p"))
    #expect(try pipeline.table("T1").cell("valid", "demand") == "2")

    let third = try pipeline.run("--again", "p")
    #expect(third.status == 0 && third.errors.isEmpty, "\(third.errors)")
    #expect(try pipeline.table("T1").cell("valid", "demand") == "12")
    let fresh = try SourceChangeTests.pipeline(
      "columns: {posting_id: [编号], openings: [要多少人]}\n", rows: SourceChangeTests.rows)
    try fresh.run()
    #expect(try pipeline.query("SELECT * FROM cube") == fresh.query("SELECT * FROM cube"))
    #expect(try pipeline.query("SELECT sum(rows) FROM postings_text") == ["2"])
    #expect(try pipeline.query("SELECT count(*) FROM postings_history") == ["0"])
  }

  @Test func retakingNeedsEveryFile() throws {
    let pipeline = try SourceChangeTests.pipeline(
      "columns: {posting_id: [编号], openings: [要多少人]}\n", rows: SourceChangeTests.rows)
    try pipeline.run()
    try FileManager.default.moveItem(atPath: pipeline.scratch.file("in/a.csv"), toPath: pipeline.scratch.file("a.csv"))
    try pipeline.scratch.write(SourceChangeTests.header + "3,甲,丁,1,2026-09-03,国企\n", "in/b.csv")
    let result = try pipeline.run("--again", "p")
    #expect(result.status == 65 && result.errors.contains("a.csv") && result.errorLines.count == 1, "\(result.errors)")
    #expect(try pipeline.query("SELECT count(*) FROM postings") == ["2"])
    #expect(try pipeline.run("--again", "q").status == 78)
  }

  private static let numbered = "columns: {posting_id: [编号], openings: [要多少人]}\n"

  private static func row(_ openings: Int) -> String { header + "1,甲,乙,\(openings),2026-09-01,\n" }

  /// The correction came under the name of the export, which was put aside: it is not taken for a new one.
  @Test func anOldExportUnderAnotherNameUndoesNothing() throws {
    let pipeline = try SourceChangeTests.pipeline(SourceChangeTests.numbered, rows: "1,甲,乙,1,2026-09-01,\n")
    try pipeline.run()
    try FileManager.default.moveItem(
      atPath: pipeline.scratch.file("in/a.csv"), toPath: pipeline.scratch.file("in/a-old.csv"))
    try pipeline.scratch.write(SourceChangeTests.row(20), "in/a.csv")
    for _ in 0..<2 {
      #expect(try pipeline.run().status == 0)
      #expect(try pipeline.query("SELECT openings FROM postings") == ["20"])
    }
    #expect(try pipeline.query("SELECT count(*) FROM file") == ["2"])
  }

  private static func numbered(_ numbers: some Sequence<Int>) -> String {
    header + numbers.map { "\($0),甲,乙,1,2026-09-01,\n" }.joined()
  }

  @Test func rowsThatAFullExportNoLongerHoldsAreWithdrawn() throws {
    let pipeline = try SourceChangeTests.pipeline(SourceChangeTests.numbered + "delivery: full\n", rows: "")
    func take(_ numbers: ClosedRange<Int>) throws -> Program.Result {
      try pipeline.scratch.write(SourceChangeTests.numbered(numbers), "in/a.csv")
      return try pipeline.run()
    }
    #expect(try take(1...20).status == 0)
    let few = try take(3...21)
    #expect(few.status == 0 && few.output.contains("撤回 2 行"), "\(few.output)")
    #expect(few.errors.contains("上次有的 2 行这次没有, 撤回 2 行"), "\(few.errors)")
    #expect(try pipeline.query("SELECT count(*) FROM postings") == ["19"])
    #expect(try pipeline.table("T1").cell("valid", "demand") == "19")
    let many = try take(10...21)
    #expect(many.status == 65 && many.errors.contains("TF221") && many.errors.contains("19 行中有 7 行"), "\(many.errors)")
    #expect(try pipeline.query("SELECT count(*) FROM postings") == ["19"])
    #expect(try pipeline.run("--accept-withdrawals").output.contains("撤回 7 行"))
    #expect(try pipeline.query("SELECT count(*) FROM postings") == ["12"])
    #expect(try pipeline.query("SELECT withdrawn FROM file ORDER BY id") == ["0", "2", "7"])
    #expect(try Program.talentflow.run(["status", pipeline.path]).output.contains("撤回 9"))
    #expect(try Program.talentflow.run(["check", pipeline.path]).status == 0)
    // Taken again, in the order they came, the warehouse holds what the files hold.
    #expect(try pipeline.run("--again", "p").status == 0)
    #expect(try pipeline.query("SELECT count(*) FROM postings") == ["12"])
    #expect(try pipeline.query("SELECT count(*) FROM postings_withdrawn") == ["0"])
  }

  @Test func withoutTheKeyRowsStayAndTheKeyIsNamed() throws {
    let pipeline = try SourceChangeTests.pipeline(SourceChangeTests.numbered, rows: "")
    try pipeline.scratch.write(SourceChangeTests.numbered(1...5), "in/a.csv")
    try pipeline.run()
    try pipeline.scratch.write(SourceChangeTests.numbered(4...6), "in/a.csv")
    let second = try pipeline.run()
    #expect(
      second.output.contains("上次有的 3 行这次没有, 仍然有效") && second.output.contains("delivery: full"), "\(second.output)")
    #expect(try pipeline.query("SELECT count(*) FROM postings") == ["6"])
    let wrong = try SourceChangeTests.pipeline(SourceChangeTests.numbered + "delivery: all\n", rows: "")
    #expect(try wrong.run().status == 78)
  }

  /// A file that was changed in place is taken again as it is now.
  @Test(arguments: [false, true]) func retakingTakesThePresentContent(isTaken: Bool) throws {
    let pipeline = try SourceChangeTests.pipeline(
      SourceChangeTests.numbered, rows: "1,甲,乙,1,2026-09-01,\n2,甲,丙,7,2026-09-02,\n")
    try pipeline.run()
    try pipeline.scratch.write(SourceChangeTests.row(20), "in/a.csv")
    if isTaken { #expect(try pipeline.run().status == 0) }
    let again = try pipeline.run("--again", "p")
    #expect(again.status == 0 && again.errors.contains("a.csv 收过以后在原处改过"), "\(again.errors)")
    #expect(try pipeline.query("SELECT posting_id, openings FROM postings") == ["1|20"])
    #expect(try pipeline.query("SELECT count(*) FROM file") == ["1"])
    #expect(try pipeline.run("--again", "p").errors.isEmpty)
  }

  /// Of two versions that are equally new the later one wins: retaken, they come in the order in which they first came.
  @Test func retakingKeepsTheOrderOfTaking() throws {
    let pipeline = try SourceChangeTests.pipeline(SourceChangeTests.numbered, rows: "1,甲,乙,1,2026-09-01,\n")
    try pipeline.run()
    // Sorts before a.csv.
    try pipeline.scratch.write(SourceChangeTests.row(20), "in/a-corrected.csv")
    try pipeline.run()
    try pipeline.scratch.write(SourceChangeTests.header + "2,甲,丙,7,2026-09-02,\n", "in/a-also.csv")
    for _ in 0..<2 {
      #expect(try pipeline.run("--again", "p").status == 0)
      #expect(try pipeline.query("SELECT openings FROM postings ORDER BY posting_id") == ["20", "7"])
      #expect(
        try pipeline.query("SELECT name FROM file ORDER BY id") == ["a.csv", "a-corrected.csv", "a-also.csv"])
    }
  }

  /// A row that two sources brought stays where one of them is erased.
  @Test func whatAnotherSourceBroughtTooStays() throws {
    var pipeline = try SourceChangeTests.pipeline(SourceChangeTests.numbered, rows: SourceChangeTests.rows)
    try pipeline.scratch.write(
      SourceChangeTests.source(SourceChangeTests.numbered).replacing("source: p", with: "source: q"), "q.yaml")
    try pipeline.scratch.write(SourceChangeTests.header + "1,甲,乙,5,2026-09-01,民办非企业\n", "other/a.csv")
    pipeline.inputs.append((pipeline.scratch.file("q.yaml"), pipeline.scratch.file("other/*.csv")))
    for _ in 0..<2 { #expect(try pipeline.run().status == 0) }
    try pipeline.scratch.write(
      SourceChangeTests.source(SourceChangeTests.numbered) + "shapes: {posting_id: X999}\n", "p.yaml")
    let again = try pipeline.run("--again", "p")
    #expect(again.status == 0 && again.output.contains("退回 2"), "\(again.output)\(again.errors)")
    #expect(try pipeline.query("SELECT posting_id, openings FROM postings") == ["1|5"])
    let check = try Program.talentflow.run(["check", pipeline.path])
    #expect(check.status == 0, "\(check.output)")
  }

  @Test func allOfAPayIsPartOfADerivedKey() throws {
    let pipeline = try SourceChangeTests.pipeline("key: [title, employer_name, pay, posted_on]\n", rows: "")
    try pipeline.scratch.write(
      "岗位名称,单位名称,月薪,招聘人数,发布日期\n"
        + ["5000-8000", "5000-10000", "面议", "", "5000-8000"].map { "电工,甲,\($0),1,2026-09-01\n" }.joined(), "in/a.csv")
    let result = try pipeline.run()
    #expect(result.output.contains("接收 4, 退回 0, 重复 1"), "\(result.output)\(result.errors)")
  }

  @Test(arguments: [
    ("values: {ownership: {民办非企业: 民非}}", "ownership 不能是 民非"), ("defaults: {openings: 一些}", "openings 不能是 一些"),
    ("delimiter: ab", "一个 ASCII 字符"), ("delimiter: \" \"", "空格不能作分隔符"), ("quote: '|'", "引号只能是"),
    ("escape: ab", "转义符应为"), ("header_row: 0", "从 1 数起"), ("strip: {title: \"\"}", "没有写要去掉的字符"),
    ("encoding: big5", "不支持的编码"),
  ])
  func valuesOfTheSourceFileAreChecked(_ line: String, _ message: String) throws {
    let pipeline = try SourceChangeTests.pipeline(line + "\n", rows: SourceChangeTests.rows)
    let result = try pipeline.run()
    #expect(result.status == 78)
    #expect(result.errorLines.count == 1)
    #expect(result.errors.contains("p.yaml:6:") && result.errors.contains(message), "\(result.errors)")
  }

  @Test func aKeyOfAbsentColumnsRefusesTheFile() throws {
    let pipeline = try SourceChangeTests.pipeline(
      "columns: {openings: [要多少人]}\nkey: [title, region]\n", rows: SourceChangeTests.rows)
    let result = try pipeline.run()
    #expect(result.status == 65 && result.errors.contains("key 用到的 region"), "\(result.errors)")
    #expect(result.output.contains("本次不发布"))
  }

  @Test func withoutSeekersNothingIsGuessed() throws {
    let pipeline = try SourceChangeTests.pipeline(
      "columns: {posting_id: [编号], openings: [要多少人]}\n", rows: SourceChangeTests.rows)
    try pipeline.run()
    let table = try pipeline.table("T1")
    #expect(table.cell("valid", "demand") == "12")
    #expect(table.cell("valid", "seekers") == "[x]" && table.cell("valid", "ratio") == "[x]")
    #expect(try pipeline.table("T6").rows.isEmpty)
    #expect(try pipeline.table("T8").cell("total", "seekers") == "[x]")
    #expect(try pipeline.table("T14").cell("hires", "value") == "[x]")
  }
}
