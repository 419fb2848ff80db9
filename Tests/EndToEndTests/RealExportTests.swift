import Foundation
import TestSupport
import Testing

/// A real export (golden file, MIT, from isixe/JobSpider) goes in with a source file alone.
@Suite struct RealExportTests {
  @Test func recruitmentSite() throws {
    let file = Bundle.module.bundleURL.appendingPathComponent("Golden/51job-2023-12.csv")
    let pipeline = try TestPipeline(
      inputs: [(Repository.file("Pipelines/sources/51job.yaml"), file.path)], period: "2023Q4")
    let result = try pipeline.run()
    #expect(result.status == 0, "\(result.errors)")

    let ledger = try pipeline.query("SELECT rows, accepted, rejected, duplicate, unchanged FROM file")[0]
      .split(separator: "|").compactMap { Int($0) }
    let raw = try EditionTable(Data(contentsOf: file))
    #expect(ledger[0] == raw.rows.count)
    #expect(ledger[1...].reduce(0, +) == ledger[0])
    #expect(ledger[1] * 100 >= ledger[0] * 97)

    let facts = try pipeline.query(
      "SELECT count(*), sum(pay_state IS NOT NULL), sum(region % 10000 <> 0) FROM postings")[0]
      .split(separator: "|").compactMap { Int($0) }
    let stating = raw.rows.count { $0[raw.header.firstIndex(of: "salary")!] != "" }
    let unread = Int(try pipeline.query("SELECT sum(rows) FROM finding_count WHERE rule = 'pay.unreadable'")[0]) ?? 0
    #expect((stating - unread) * 100 >= stating * 97)
    #expect(facts[1] * 100 >= facts[0] * 90)
    #expect(facts[2] * 100 >= facts[0] * 90)

    // Of what real people wrote the rules find a telephone in a title, and nothing else.
    let screened = try Program.talentflow.run(["screen", pipeline.path])
    #expect(screened.output == "C20 过度收集、公开个人信息  1\n筛查了 4532 条岗位信息, 发现 1 处 (线索或提示)。\n")

    // Whatever could not be read stands in the findings file, with its line.
    let folder = "work/rejects"
    let findings = try EditionTable(
      pipeline.scratch.data("\(folder)/" + pipeline.scratch.files(folder).first { $0.hasSuffix(".findings.csv") }!))
    let counted = Int(try pipeline.query("SELECT sum(rows) FROM finding_count WHERE rule <> 'region.missing'")[0])
    #expect(findings.rows.count == counted)
    #expect(findings.rows.allSatisfy { (Int($0[0]) ?? 0) > 0 && !$0[6].isEmpty && !$0[7].isEmpty })
  }
}
