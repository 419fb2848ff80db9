import Foundation
import TestSupport
import Testing

/// Exports without occupation codes: what titles are coded as, from the export to the bulletin.
@Suite struct TitleTests {
  /// The real export has no code at all: its tables by occupation are filled, and say how.
  @Test func anExportWithoutCodesFillsTheTables() throws {
    let file = Bundle.module.bundleURL.appendingPathComponent("Golden/51job-2023-12.csv")
    var pipeline = try TestPipeline(
      inputs: [(Repository.file("Pipelines/sources/51job.yaml"), file.path)], period: "2023Q4")
    pipeline.regions = ["440300"]
    let result = try pipeline.run()
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("岗位招聘的职业: 导出时已有 0, 按名称编码 "))

    let counts = try pipeline.query(
      """
      SELECT (SELECT sum(accepted) FROM file), (SELECT sum(rows) FROM file_coded),
        (SELECT sum(rows) FROM file_coded WHERE basis BETWEEN 1 AND 3), count(*), sum(occupation >= 10000000)
      FROM postings
      """)[0].split(separator: "|").compactMap { Int($0) }
    #expect(counts[0] == counts[1])
    #expect(counts[2] * 100 >= counts[1] * 97, "\(counts)")
    #expect(counts[4] * 100 >= counts[3] * 90, "\(counts)")
    print("51job: \(counts[2]) of \(counts[1]) coded, \(counts[4]) of \(counts[3]) to 细类")

    let page = try String(decoding: pipeline.scratch.data("Reports/bulletin/2023Q4/index.html"), as: UTF8.self)
    #expect(page.contains("由岗位名称编码的占") && page.contains("岗位名称编码的约定"))
    let table = try EditionTable(pipeline.scratch.data("Reports/bulletin/2023Q4/tables/T5.csv"))
    #expect(table.rows.contains { $0.joined(separator: ",").contains("专业技术人员") })
  }

  /// Titles as people write them, with the truth behind them: the share right is printed.
  @Test func writtenTitlesOfTheSampleAreRead() throws {
    let scratch = try TestFolder()
    let sample = Program(
      path: Program.talentflow.path.deletingLastPathComponent().appendingPathComponent("talentflow-sample").path)
    let made = try sample.run([
      "--scale", "0.05", "--without-codes", "--into", scratch.file("in"), "--truth", scratch.file("truth"),
    ])
    #expect(made.status == 0, "\(made.errors)")
    let export = try #require(try scratch.files("in/fcg-public").sorted().first)
    let table = try EditionTable(scratch.data("in/fcg-public/\(export)"))
    let column = try #require(table.header.firstIndex(of: "职业代码"))
    #expect(table.rows.allSatisfy { $0.count <= column || $0[column].isEmpty })

    let checked = try Program.talentflow.run([
      "code", "--check", scratch.file("truth/titles.csv"), "--codelists", Repository.file("Pipelines/codelists"),
    ])
    #expect(checked.status == 0, "\(checked.errors)")
    let lines = checked.output.split(separator: "\n").prefix(3)
    print(lines.joined(separator: "\n"))
    let shares = lines[1].matches(of: /([0-9]+)\.[0-9] %/).compactMap { Int($0.output.1) }
    #expect(shares.count == 2 && shares[0] >= 93 && shares[1] >= 75, "\(lines)")
  }
}
