import Foundation
import TestSupport
import Testing

/// The match list of the employment centre, made of SampleData and of the final catalog that its answers make.
@Suite struct MatchTests {
  /// A folder with a final catalog, and the pipeline that makes lists.
  private struct Centre {
    let catalog: TestCatalog
    static let folder = "lists/就业服务中心/matches"
    static let title = "紧缺岗位匹配名单"
    static let list = "matches-2026-09-30-until-2026-11-14.csv"
    static let shared = Result { try Centre(hasCatalog: true) }

    /// As the documents say: the first draft, the answers that come with the sample, the final edition.
    init(hasCatalog: Bool) throws {
      catalog = try TestCatalog()
      guard hasCatalog else { return }
      let draft = try catalog.run("--period", "2026H2")
      try catalog.answerAsShipped()
      let final = try catalog.run("--period", "2026H2", "--final")
      guard draft.status == 0, final.status == 0 else {
        throw PublishedMarket.Refused(message: draft.errors + final.errors)
      }
    }

    var scratch: TestFolder { catalog.scratch }

    /// Runs the list's pipeline in a folder of its own.
    ///
    /// - Parameters:
    ///   - name: of the folder.
    ///   - exports: folder of the exports of seekers and placements.
    func run(_ name: String, exports: String = Repository.file("SampleData"), on day: String) throws -> Program.Result {
      let sources = ["fcg-public", "gx-rencai", "agency-feed", "seekers-centre", "seekers-county", "placements"]
      let inputs = sources.map { source in
        let folder = source.hasPrefix("seekers") || source == "placements" ? exports : Repository.file("SampleData")
        return
          "- {source: \"\(Repository.file("Pipelines/sources/\(source).yaml"))\", files: \"\(folder)/\(source)/*.csv\"}"
      }
      try scratch.write(
        """
        pipeline: centre
        home_region: "450600"
        warehouse: work/warehouse.sqlite
        work: work
        inputs:
        \(inputs.joined(separator: "\n"))
        codelists: \(Repository.file("Pipelines/codelists"))
        matches:
          title: \(Centre.title)
          catalogs: \(scratch.file("Reports/catalog"))
          templates: \(Repository.file("Pipelines/templates"))
          publish: \(Centre.folder)
        """, "\(name)/pipeline.yaml")
      return try Program.talentflow.run(
        ["run", scratch.file("\(name)/pipeline.yaml")], environment: ["TALENTFLOW_TODAY": day])
    }

    /// Path of a file of the list's folder.
    func path(_ name: String, _ file: String = "") -> String { "\(name)/\(Centre.folder)/\(file)" }

    /// Rows of a list without the header.
    func rows(_ name: String, _ list: String = Centre.list) throws -> [[String]] {
      Array(CSV.rows(try scratch.text(path(name, list))).dropFirst())
    }
  }

  /// The list of the sample, which most tests look at.
  private struct Made {
    let centre: Centre
    let result: Program.Result
    static let shared = Result { try Made() }

    private init() throws {
      centre = try Centre.shared.get()
      result = try centre.run("made", on: "2026-10-15")
      guard result.status == 0 else { throw PublishedMarket.Refused(message: result.errors) }
    }
  }

  @Test func theListIsWholeAndClosed() throws {
    let made = try Made.shared.get()
    let (centre, scratch) = (made.centre, made.centre.scratch)
    let rows = try centre.rows("made")
    #expect(made.result.output.contains("推荐 \(rows.count) 条"), "\(made.result.output)")
    #expect(rows.count > 50)
    print("match list: \(rows.count) suggestions for \(Set(rows.map { $0[0] + $0[1] }).count) postings")
    #expect(try scratch.data(centre.path("made", Centre.list)).starts(with: [0xEF, 0xBB, 0xBF]))
    let header = CSV.rows(try scratch.text(centre.path("made", Centre.list)))[0]
    #expect(
      header == [
        "平台", "岗位编号", "求职编号", "分数", "职业", "学历", "职称或技能", "工作年限", "地区", "薪酬", "紧缺职业代码", "紧缺职业", "紧缺程度", "有效期至",
      ])
    #expect(Dictionary(grouping: rows) { $0[0] + "/" + $0[1] }.values.allSatisfy { $0.count <= 10 })
    #expect(Dictionary(grouping: rows) { $0[2] }.values.allSatisfy { $0.count <= 5 })
    #expect(rows.allSatisfy { row in row[4...9].compactMap { Int($0) }.reduce(0, +) == Int(row[3]) })
    #expect(rows.allSatisfy { ["重度紧缺", "中度紧缺"].contains($0[12]) && $0[13] == "2026-11-14" })
    for (path, mode) in [
      ("made/lists/就业服务中心", 0o700), (centre.path("made"), 0o700), (centre.path("made", Centre.list), 0o600),
    ] {
      let found = try FileManager.default.attributesOfItem(atPath: scratch.file(path))[.posixPermissions] as? Int
      #expect(found == mode, "\(path)")
    }
    // Neither an identity number nor a pseudonym stands anywhere, and no page of the catalog leads here.
    for file in scratch.files(centre.path("made")) {
      let text = try scratch.text(centre.path("made", file))
      #expect(text.range(of: "[0-9]{17}[0-9X]", options: .regularExpression) == nil, "\(file)")
    }
    for file in scratch.files("Reports") where file.hasSuffix(".html") {
      #expect(!(try scratch.text("Reports/\(file)")).contains("matches"), "\(file)")
    }
    // The same day again changes nothing; later nothing new does not prolong it.
    let before = try scratch.data(centre.path("made", Centre.list))
    #expect(try centre.run("made", on: "2026-10-20").status == 0)
    #expect(try scratch.data(centre.path("made", Centre.list)) == before)
    #expect(scratch.files(centre.path("made")).count { $0.hasSuffix(".csv") } == 1)
  }

  @Test(.enabled(if: Tool.python != nil)) func independentComputation() throws {
    let centre = try Made.shared.get().centre
    let result = try #require(Tool.python).run([
      Repository.file("Tests/EndToEndTests/Scripts/matches.py"), Repository.file("SampleData"),
      Repository.file("Pipelines/codelists"), centre.scratch.file("Reports/catalog/2026H2/final-1"), "2026-09-30",
    ])
    #expect(result.status == 0, "\(result.errors)")
    let wanted = result.output.split(separator: "\n").map(String.init)
    let own = try centre.rows("made").map { $0.prefix(11).joined(separator: "|") }
    #expect(own.count > 50 && own == wanted, "\(zip(own, wanted).filter(!=).prefix(5)) \(own.count) \(wanted.count)")
  }

  /// Sex, birth, household, identity and category of every seeker are others: the list is the same, byte for byte.
  @Test(.enabled(if: Tool.python != nil)) func nothingOfAPersonMatters() throws {
    let centre = try Made.shared.get().centre
    let changed = try #require(Tool.python).run([
      Repository.file("Tests/EndToEndTests/Scripts/disguise.py"), Repository.file("SampleData"),
      centre.scratch.file("disguised/exports"),
    ])
    #expect(changed.status == 0, "\(changed.errors)")
    print(changed.output)
    let result = try centre.run("disguised", exports: centre.scratch.file("disguised/exports"), on: "2026-10-15")
    #expect(result.status == 0, "\(result.errors)")
    let warehouses = ["made", "disguised"].map { centre.scratch.file("\($0)/work/warehouse.sqlite") }
    for column in ["sex", "birth", "person", "category", "home_region"] {
      let query = "SELECT seeker_id, \(column) FROM seekers ORDER BY seeker_id"
      let (one, other) = (try Warehouse.query(warehouses[0], query), try Warehouse.query(warehouses[1], query))
      let same = zip(one, other).count { $0 == $1 && !$0.hasSuffix("|") }
      #expect(one.count == other.count && same * 50 < one.count, "\(column): \(same) of \(one.count) are as they were")
    }
    for file in [Centre.list, "index.html"] {
      #expect(
        try centre.scratch.data(centre.path("disguised", file)) == centre.scratch.data(centre.path("made", file)),
        "\(file)")
    }
  }

  @Test func withoutAFinalCatalogItSaysWhy() throws {
    let centre = try Centre(hasCatalog: false)
    let result = try centre.run("none", on: "2026-10-15")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("没有匹配名单：") && result.output.contains("还没有急需紧缺人才目录的正式版"))
    let page = try centre.scratch.text(centre.path("none", "index.html"))
    #expect(page.contains("还没有急需紧缺人才目录的正式版") && !page.contains("<table"))
    #expect(centre.scratch.files(centre.path("none")) == ["index.html"])
    let plan = try Program.talentflow.run(["plan", centre.scratch.file("none/pipeline.yaml")])
    #expect(plan.output.contains("没有目录的正式版"), "\(plan.output)\(plan.errors)")
  }

  /// Hires of before, elsewhere and of others do not count; a list that is over goes, what came of it stays.
  @Test func whatCameOfAListIsCounted() throws {
    let centre = try Centre.shared.get()
    let scratch = centre.scratch
    let exports = scratch.file("hits/exports")
    try FileManager.default.createDirectory(atPath: exports, withIntermediateDirectories: true)
    for source in ["seekers-centre", "seekers-county", "placements"] {
      try FileManager.default.copyItem(
        atPath: Repository.file("SampleData/\(source)"), toPath: "\(exports)/\(source)")
    }
    #expect(try centre.run("hits", exports: exports, on: "2026-10-15").status == 0)
    let rows = try centre.rows("hits")
    let warehouse = scratch.file("hits/work/warehouse.sqlite")
    func employer(_ row: [String]) throws -> [String] {
      try #require(
        try Warehouse.query(
          warehouse,
          """
          SELECT e.identity, e.name, p.occupation FROM postings p JOIN unit u ON u.id = p.unit
          JOIN employer e ON e.id = p.employer WHERE u.name = '\(row[0])' AND p.posting_id = '\(row[1])'
          """
        ).first
      ).split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
    // One row of each of six seekers.
    var seen: Set<String> = []
    let own = Array(rows.filter { seen.insert($0[2]).inserted }.prefix(6))
    #expect(own.count == 6)
    let second = try employer(own[1])
    let code = Array(second[2].dropFirst())
    let occupation = "\(code[0])-\(String(code[1...2]))-\(String(code[3...4]))-\(String(code[5...6]))"
    let hires = [
      [own[0][2], own[0][1], own[0][0], "2026-10-05", "录用", "2026-10-08", "", "", ""],
      [own[1][2], "X1", "别的平台", "2026-10-05", "录用", "2026-10-09", occupation, second[0], second[1]],
      [own[2][2], own[2][1], own[2][0], "2026-09-01", "录用", "2026-09-20", "", "", ""],
      [own[3][2], own[3][1], own[3][0], "2026-10-05", "未录用", "", "", "", ""],
      [own[4][2], "X2", "别的平台", "2026-10-05", "录用", "2026-10-09", occupation, "", "别的单位"],
    ]
    let header = "推荐编号,求职编号,岗位编号,平台,推荐日期,结果,录用日期,职业代码,统一社会信用代码,单位名称\n"
    try scratch.write(
      header + hires.enumerated().map { "H\($0)," + $1.joined(separator: ",") + "\n" }.joined(),
      "hits/exports/placements/hires.csv")
    // A registration of a later day, and one that takes its consent back.
    let lost = own[5][2]
    try scratch.write(
      """
      求职编号,登记机构,登记日期,意向职业,同意推荐,更新时间
      N1,市人力资源市场,2026-10-12,2-02-06-03,否,2026-10-12 09:00:00
      \(lost),市人力资源市场,2026-08-01,2-02-06-03,否,2026-10-12 09:00:00

      """, "hits/exports/seekers-centre/later.csv")
    let result = try centre.run("hits", exports: exports, on: "2026-10-20")
    #expect(result.status == 0, "\(result.errors)")
    let kept = try centre.rows("hits")
    // Gone are who takes consent back and whose registration has ended by the last day that the data speak of.
    let ended = try Warehouse.query(
      warehouse,
      """
      WITH last AS (SELECT max(registered_on) AS day FROM seekers)
      SELECT seeker_id FROM seekers, last WHERE ends_on < day OR coalesce(closed_on, day + 1) <= day
      """)
    #expect(kept == rows.filter { $0[2] != lost && !ended.contains($0[2]) } && kept.count > rows.count / 2)
    let hits = CSV.rows(try scratch.text(centre.path("hits", "hits.csv"))).dropFirst()
    #expect(hits.allSatisfy { $0[0] == "2026-09-30" && $0[4] == "2026-10-12" })
    func band(_ score: String) -> String {
      let score = Int(score) ?? 0
      return score >= 90 ? "90-100" : score >= 50 ? "\(score / 10)0-\(score / 10)9" : "50 以下"
    }
    for line in hits {
      #expect(Int(line[2]) == rows.count { band($0[3]) == line[1] }, "\(line)")
      #expect(Int(line[3]) == [own[0], own[1]].count { band($0[3]) == line[1] }, "\(line)")
    }
    let page = try scratch.text(centre.path("hits", "index.html"))
    #expect(page.contains("命中率"))
    // Thirty days later the list is gone; its counts are not.
    #expect(try centre.run("hits", exports: exports, on: "2026-11-15").status == 0)
    #expect(!scratch.exists(centre.path("hits", Centre.list)))
    #expect(CSV.rows(try scratch.text(centre.path("hits", "hits.csv"))).dropFirst() == hits)
  }

  /// A file that is refused does not keep anybody on a list who takes consent back, nor a list beyond its day.
  @Test func aRefusedFileKeepsNobodyOnAList() throws {
    let centre = try Centre.shared.get()
    let exports = centre.scratch.file("refused/exports")
    try FileManager.default.createDirectory(atPath: exports, withIntermediateDirectories: true)
    for source in ["seekers-centre", "seekers-county", "placements"] {
      try FileManager.default.copyItem(
        atPath: Repository.file("SampleData/\(source)"), toPath: "\(exports)/\(source)")
    }
    #expect(try centre.run("refused", exports: exports, on: "2026-10-15").status == 0)
    let lost = try #require(try centre.rows("refused").first)[2]
    try centre.scratch.write(
      """
      求职编号,登记机构,登记日期,意向职业,同意推荐,更新时间
      \(lost),市人力资源市场,2026-08-01,2-02-06-03,否,2026-10-12 09:00:00

      """, "refused/exports/seekers-centre/later.csv")
    try centre.scratch.write("甲,乙\n1,2\n", "refused/exports/placements/wrong.csv")
    #expect(try centre.run("refused", exports: exports, on: "2026-10-20").status == 65)
    let lists = centre.scratch.files(centre.path("refused")).filter { $0.hasPrefix("matches-") }
    let kept = try lists.flatMap { try centre.rows("refused", $0) }
    #expect(kept.count > 50 && !kept.contains { $0[2] == lost }, "\(lists)")
    #expect(try centre.run("refused", exports: exports, on: "2026-11-15").status == 65)
    #expect(!lists.contains { $0.contains("until-2026-11-14") && centre.scratch.exists(centre.path("refused", $0)) })
  }
}
