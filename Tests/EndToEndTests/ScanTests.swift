import Documents
import Foundation
import TestSupport
import Testing

/// `talentflow scan`: finds what is planted, is quiet where nothing is, and shows what runs leave behind.
@Suite struct ScanTests {
  private func scan(_ arguments: String...) throws -> Program.Result {
    try Program.talentflow.run(["scan"] + arguments)
  }

  @Test func everyPlantedLeakIsFound() throws {
    let scratch = try TestFolder()
    let cases = try PlantedLeaks.all(scratch)
    #expect(cases.count >= 50)
    for leak in cases { try scratch.write(leak.bytes, "planted/\(leak.name)") }
    try scratch.write(Data([0xEF, 0xBB, 0xBF]) + Data("\(PlantedLeaks.name)\r\n王伟\r\n高峰\r\n".utf8), "names.txt")
    let result = try scan(scratch.file("planted"), "--names", scratch.file("names.txt"))
    #expect(result.status == 65 && result.errors.isEmpty, "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    for leak in cases {
      let shown = leak.name.replacing(PlantedLeaks.id, with: "4506********")
      let own = lines.filter { $0.contains("planted/\(shown)  ") || $0.contains("planted/\(shown)#") }
      #expect(own.count == 1 && own[0].contains("  \(leak.kind)  "), "\(leak.name): \(own)")
    }
    #expect(lines.last == "扫描完毕: \(cases.count) 处")
    for secret in [
      PlantedLeaks.id, PlantedLeaks.letterID, "13812345678", "2821234", "110105491231002", PlantedLeaks.name,
    ] {
      #expect(!result.output.contains(secret), "\(secret)")
    }
  }

  @Test func linesAreTold() throws {
    let scratch = try TestFolder()
    try scratch.write("a\nb\n\"c\n\(PlantedLeaks.id)\"\n", "x.csv")
    #expect(try scan(scratch.file("x.csv")).output.contains("x.csv  第 4 行  身份证号码  4506********"))
  }

  @Test func numbersOfNobodyAreNotFound() throws {
    let scratch = try TestFolder()
    try scratch.write(PlantedLeaks.hardNegatives, "hard.csv")
    try scratch.write("王伟\n高峰\n", "names.txt")
    let result = try scan(scratch.file("hard.csv"), "--names", scratch.file("names.txt"))
    #expect(result.status == 0 && result.output == "扫描完毕: 0 处\n", "\(result.output)\(result.errors)")
  }

  /// A workbook in the archive of an edition is an archive in an archive; what is packed once more is told, not looked at.
  @Test func archivesInArchivesAreLookedAt() throws {
    let scratch = try TestFolder()
    let inner = try ZipArchive.bytes(of: [("xl/sharedStrings.xml", Array("<t>请打13912345678</t>".utf8))])
    let deeper = try ZipArchive.bytes(of: [("book.xlsx", inner)])
    let outer = try ZipArchive.bytes(of: [("book.xlsx", inner), ("more.zip", deeper)])
    try Data(outer).write(to: URL(fileURLWithPath: scratch.file("edition.zip")))
    let result = try scan(scratch.path)
    #expect(result.output.contains("edition.zip#1 (book.xlsx)#1 (xl/sharedStrings.xml)"), "\(result.output)")
    #expect(result.output.contains("扫描完毕: 1 处, 另有 1 处没有看"), "\(result.output)")
  }

  /// Rejected rows stand there as they came; everything else that runs leave is free of personal numbers.
  @Test func aRunOnTheSampleLeaksNothing() throws {
    let run = try SampleRun.shared.get()
    let result = try scan(run.pipeline.scratch.path)
    let lines = result.output.split(separator: "\n")
    let others = lines.dropLast().filter { !($0.contains("/work/rejects/") && $0.contains(".rejects.csv  ")) }
    #expect(others.isEmpty, "\(others.prefix(10))")
    #expect(result.errors.isEmpty && lines.last?.contains("没有看") == false)
    let reports = try scan(run.pipeline.scratch.file("Reports"))
    #expect(reports.status == 0 && reports.output == "扫描完毕: 0 处\n", "\(reports.output)")
    for folder in ["Reports", "Pipelines"] {
      #expect(try scan(Repository.file(folder)).output == "扫描完毕: 0 处\n")
    }
    // What comes in is another matter.
    #expect(try scan(Repository.file("SampleData/archives")).status == 65)
  }

  /// A telephone in the description of a job is masked before it is stored, a key that is one gets a pseudonym; a
  /// rejected row stays as it came.
  @Test func numbersInTextsAreMasked() throws {
    let pipeline = try RerunTests.small()
    let header = "岗位编号,单位名称,岗位名称,招聘人数,发布日期,更新时间,工作内容\n"
    let bad = "r2,单位,岗位,3,2026-02-30,2026-08-02,请打13912345678"
    try pipeline.scratch.write(
      header + "r1,单位,电工13812345678,3,2026-08-01,2026-08-02,\"请打 138-1234-5678, 或电话0770-2821234\"\n\(bad)\n"
        + "\(PlantedLeaks.id),单位,岗位,3,2026-08-01,2026-08-02,好\n", "in/c.csv")
    try pipeline.run()
    let lists = pipeline.scratch.files("work/rejects").filter { $0.contains("-c.") }
    let findings = try #require(lists.first { $0.hasSuffix(".findings.csv") })
    let text = try pipeline.scratch.text("work/rejects/\(findings)")
    #expect(text.contains("text.personal") && text.contains("138********") && text.contains("key.personal"), "\(text)")
    let rejects = try pipeline.scratch.text(
      "work/rejects/\(try #require(lists.first { $0.hasSuffix(".rejects.csv") }))")
    #expect(rejects.contains("\n\(bad),3,"), "\(rejects)")
    try FileManager.default.removeItem(atPath: pipeline.scratch.file("in"))
    let lines = try scan(pipeline.scratch.path).output.split(separator: "\n").dropLast()
    #expect(lines.count == 1 && lines.allSatisfy { $0.contains(".rejects.csv  ") }, "\(lines)")
    #expect(try pipeline.query("SELECT count(*) FROM postings") == ["23"])
    #expect(try Program.talentflow.run(["check", pipeline.path]).output == "检查完毕: 0 处差异\n")
  }

  /// Names are no number, so they are stored; a scan finds them in the packed texts.
  @Test func packedTextsAreUnpacked() throws {
    let pipeline = try RerunTests.small()
    let header = "岗位编号,单位名称,岗位名称,招聘人数,发布日期,更新时间,工作内容\n"
    let rows = (0..<300).map {
      "r\($0),单位,岗位,3,2026-08-01,2026-08-02,\"吃苦耐劳, 联系人\($0 == 200 ? PlantedLeaks.name : "李某")\""
    }
    try pipeline.scratch.write(header + rows.joined(separator: "\n") + "\n", "in/c.csv")
    try pipeline.run()
    try pipeline.scratch.write(PlantedLeaks.name, "names.txt")
    let result = try scan(pipeline.scratch.file("work"), "--names", pipeline.scratch.file("names.txt"))
    #expect(result.output.contains("postings_text 版本 ") && result.output.contains("扫描完毕: 1 处"), "\(result.output)")
  }

  @Test func whatCannotBeLookedAtIsTold() throws {
    let scratch = try TestFolder()
    #expect(try scan(scratch.file("nowhere")).status == 66)
    try scratch.write(Data([0x1F, 0x8B, 8, 0, 1, 2, 3]), "in/broken.gz")
    try scratch.write("SQLite format 3\u{0}not one", "in/broken.sqlite")
    let result = try scan(scratch.file("in"))
    #expect(result.status == 65 && result.output.contains("扫描完毕: 0 处, 另有 2 处没有看"), "\(result.output)")
    try scratch.write("", "empty.txt")
    #expect(try scan(scratch.file("in"), "--names", scratch.file("empty.txt")).status == 65)
  }
}
