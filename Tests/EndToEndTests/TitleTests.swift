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

    let page = try pipeline.scratch.text("Reports/bulletin/2023Q4/tables.html")
    #expect(page.contains("由岗位名称编码的占"))
    #expect(try pipeline.scratch.text("Reports/bulletin/2023Q4/methods.html").contains("岗位名称编码的约定"))
    // Occupations there are, and nobody who seeks them.
    #expect(page.contains("都可以公布的职业可以比较，不列表 T6") && !page.contains("没有提供职业，不列表 T6"))
    let table = try EditionTable(pipeline.scratch.data("Reports/bulletin/2023Q4/tables/T5.csv"))
    #expect(table.rows.contains { $0.joined(separator: ",").contains("专业技术人员") })
  }

  /// The whole way of a city without codes: tables by occupation, how sure they are, the counts of the files, the audit and
  /// what it says of the codes from then on.
  @Test func theBulletinSaysHowSureItsOccupationsAre() throws {
    let file = Bundle.module.bundleURL.appendingPathComponent("Golden/51job-2023-12.csv")
    var pipeline = try TestPipeline(
      inputs: [(Repository.file("Pipelines/sources/51job.yaml"), file.path)], period: "2023Q4")
    pipeline.inputs.append((pipeline.scratch.file("seekers.yaml"), pipeline.scratch.file("seekers.csv")))
    pipeline.regions = ["420100"]
    pipeline.internalFolder = "internal"
    let titles = try EditionTable(Data(contentsOf: file)).select(["jobName"]).map { $0[0] }
    let persons = titles.prefix(900).enumerated().map { number, title in
      "\(number),\(number % 9 == 0 ? "" : "\"\(title.replacing("\"", with: ""))\""),武汉市,2023-12-02,中心\n"
    }
    try pipeline.scratch.write("求职编号,意向职业,常住区划,登记日期,登记机构\n" + persons.joined(), "seekers.csv")
    try pipeline.scratch.write(
      "source: seekers\ntitle: 求职登记\ncontract: seekers\nhome_region: \"420100\"\n", "seekers.yaml")
    // The audit is entered beside the tables of titles.
    let lists = pipeline.scratch.file("lists")
    try FileManager.default.copyItem(atPath: Repository.file("Pipelines/codelists"), toPath: lists)
    try pipeline.scratch.write(
      pipeline.yaml.replacing(Repository.file("Pipelines/codelists"), with: lists)
        .replacing("home_region: \"450600\"", with: "home_region: \"420100\""), "pipeline.yaml")
    func run() throws -> (output: String, page: String) {
      let result = try Program.talentflow.run(["run", pipeline.path])
      #expect(result.status == 0, "\(result.errors)")
      return (result.output, try pipeline.scratch.text("Reports/bulletin/2023Q4/tables.html"))
    }
    let first = try run()
    #expect(first.page.contains("编对细类的比例：把握高 97%、中 87%、低 82%；这是编码方法的检验结果"))
    for id in ["T6", "T7"] {
      let table = try pipeline.table(id)
      #expect(!table.rows.isEmpty && table.header.last == "mark", "\(id): \(table.header)")
      let marks = table.select(["mark"]).joined()
      #expect(Set(marks) == ["", "[low]"], "\(id): \(marks)")
      #expect(first.page.components(separatedBy: "[low]</span></th><td>").count > 1)
    }

    let coded = try EditionTable(pipeline.scratch.data("internal/2023Q4-internal/tables/coded-internal.csv"))
    let counts = coded.select(["accepted", "coded_given", "coded_read", "coded_not", "coded_silent"])
    #expect(counts.count == 2)
    for count in counts.map({ $0.compactMap { Int($0) } }) { #expect(count[0] == count.dropFirst().reduce(0, +)) }
    #expect(!FileManager.default.fileExists(atPath: pipeline.scratch.file("Reports/bulletin/2023Q4/tables/coded.csv")))

    let audit = "work/review/title-audit-2023Q4.csv"
    #expect(first.output.contains("title-audit-2023Q4.csv 的“判断”一列填对、大类对、错或正确的代码, 还有 100 个"))
    let answered = try pipeline.scratch.text(audit).split(separator: "\r\n").enumerated().map { place, line in
      place == 0 ? String(line) : line + (place % 4 == 0 ? "错" : "对")
    }
    try pipeline.scratch.write(answered.joined(separator: "\r\n") + "\r\n", audit)
    let second = try run()
    #expect(second.page.contains("据2023年第四季度 100 个岗位名称的抽查") && !second.page.contains("这是编码方法的检验结果"))
    #expect(!second.output.contains("title-audit"))
    #expect(try pipeline.scratch.text("lists/titles/title-audits.csv").contains("2023Q4,高,40,"))
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
