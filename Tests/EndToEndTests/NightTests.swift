import Foundation
import TestSupport
import Testing

/// Nights as cron runs them.
@Suite struct NightTests {
  /// A pipeline with one daily source in a scratch folder.
  struct Bureau {
    let scratch: TestFolder

    init() throws {
      scratch = try TestFolder()
      try scratch.write("source: p\ntitle: 平台\ncontract: postings\nconstants: {platform: p}\n", "p.yaml")
      try scratch.write(
        """
        pipeline: nights
        home_region: "450600"
        warehouse: work/warehouse.sqlite
        work: work
        inputs:
        - {source: p.yaml, files: in/*.csv, every: day}
        rules: \(Repository.file("Pipelines/rules"))
        codelists: \(Repository.file("Pipelines/codelists"))
        night: {title: 夜报, templates: \(Repository.file("Pipelines/templates")), publish: nightly, bulletin: b.yaml}
        retention: {nights_days: 30}
        """, "pipeline.yaml")
      // Only what the nights need of it.
      try scratch.write(
        "publish: bulletin\nreleases: [{period: 2026Q2, at: \"2026-07-20 09:00\"}]\n", "b.yaml")
    }

    func put(_ day: String, header: String = "招聘编号,用人单位,招聘岗位,招聘人数,发布时间", rows: Int = 3) throws {
      let lines = (1...rows).map { "\(day)-\($0),单位,电工,2,2026-06-01" }
      try scratch.write(([header] + lines).joined(separator: "\r\n") + "\r\n", "in/p-\(day).csv")
    }

    @discardableResult
    func run(_ day: String, _ options: String...) throws -> Program.Result {
      try Program.talentflow.run(
        ["run", scratch.file("pipeline.yaml")] + options, environment: ["TALENTFLOW_TODAY": day])
    }

    struct Status: Decodable {
      struct Alert: Decodable {
        let id: String
        let state: String
        let occurrence: Int
      }
      struct Counts: Decodable {
        let files: Int
        let rows: Int
      }
      let state: String
      let alerts: [Alert]
      let missed: [String]
      let total: Counts

      var told: [String] { alerts.map { "\($0.state) \($0.id) \($0.occurrence)" } }
    }

    func status(_ day: String) throws -> Status {
      try JSONDecoder().decode(Status.self, from: try scratch.data("nightly/\(day)/status.json"))
    }
  }

  @Test func theReleaseCalendarIsWatchedAndOldPagesGo() throws {
    let bureau = try Bureau()
    func releases(_ day: String) throws -> [String] {
      try bureau.run(day)
      return try bureau.status(day).told.filter { $0.contains("release/") }
    }
    try bureau.put("2026-07-01")
    #expect(try releases("2026-07-02") == [])
    #expect(try releases("2026-07-19") == ["new release/bulletin/2026Q2 1"])
    #expect(try releases("2026-07-21").contains("new release/bulletin/2026Q2/late 1"))
    try bureau.scratch.write("", "bulletin/2026Q2/index.html")
    #expect(try releases("2026-07-22").allSatisfy { $0.hasPrefix("cleared") })
    #expect(bureau.scratch.exists("nightly/2026-07-02"))
    let last = try bureau.run("2026-08-02")
    #expect(last.output.contains("删去 1 页夜报") && !bureau.scratch.exists("nightly/2026-07-02"), "\(last.output)")
    #expect(bureau.scratch.exists("nightly/2026-07-19"))
  }

  @Test func aMissingFileIsToldOnceAndItsArrivalToo() throws {
    let bureau = try Bureau()
    try bureau.put("2026-07-01")
    #expect(try bureau.run("2026-07-02").status == 0)
    #expect(try bureau.status("2026-07-02").told == [])
    let late = try bureau.run("2026-07-03")
    #expect(late.output.contains("夜报: 新提示 1 件, 仍在 0 件"))
    #expect(try bureau.status("2026-07-03").told == ["new late/p/2026-07-02 1"])
    // Made anew on the same date, it tells the same.
    try bureau.run("2026-07-03")
    #expect(try bureau.status("2026-07-03").told == ["new late/p/2026-07-02 1"])
    try bureau.put("2026-07-03")
    try bureau.run("2026-07-04")
    #expect(try bureau.status("2026-07-04").told == ["still late/p/2026-07-02 1"])
    #expect(try bureau.status("2026-07-04").state == "attention")
    try bureau.put("2026-07-02")
    try bureau.put("2026-07-04")
    try bureau.run("2026-07-05")
    #expect(try bureau.status("2026-07-05").told == ["cleared late/p/2026-07-02 1"])
    #expect(try bureau.status("2026-07-05").total.files == 2)
  }

  @Test func nightsOnWhichTheMachineSleptAreNamed() throws {
    let bureau = try Bureau()
    try bureau.put("2026-07-01")
    try bureau.run("2026-07-02")
    for day in ["2026-07-02", "2026-07-03", "2026-07-04"] { try bureau.put(day) }
    #expect(try bureau.run("2026-07-05").status == 0)
    let status = try bureau.status("2026-07-05")
    #expect(status.missed == ["2026-07-03", "2026-07-04"])
    #expect(status.told == [])
    #expect(status.total.files == 3)
    #expect(!bureau.scratch.exists("nightly/2026-07-03"))
    let taken = try Warehouse.query(bureau.scratch.file("work/warehouse.sqlite"), "SELECT name FROM file ORDER BY id")
    #expect(taken == ["p-2026-07-01.csv", "p-2026-07-02.csv", "p-2026-07-03.csv", "p-2026-07-04.csv"])
  }

  @Test func aFileThatCannotBeTakenIsOnThePage() throws {
    let bureau = try Bureau()
    try bureau.put("2026-07-01")
    try bureau.run("2026-07-02")
    try bureau.put("2026-07-02", header: "招聘编号,用人单位,招聘岗位,招聘人数,何时")
    let result = try bureau.run("2026-07-03")
    #expect(result.status == 65)
    let page = try bureau.scratch.text("nightly/2026-07-03/index.html")
    #expect(page.contains("TF201"))
    #expect(try bureau.status("2026-07-03").told.contains { $0.hasPrefix("new refused/") })
  }

  @Test func aDryRunWritesNothing() throws {
    let bureau = try Bureau()
    try bureau.put("2026-07-01")
    let result = try bureau.run("2026-07-02", "--dry-run")
    #expect(result.status == 0, "\(result.errors)")
    #expect(!bureau.scratch.exists("nightly"))
  }

  @Test func aDayThatIsNoneIsRefused() throws {
    let result = try Bureau().run("gestern")
    #expect(result.status == 78)
    #expect(result.errors.contains("TF790"))
  }

  /// The whole of it, in a smaller number of nights than the script's own sixty.
  @Test(.enabled(if: Tool.python != nil, "SKIPPED: python3 is not installed, so no nights are lived through"))
  func nightsWithAllThatGoesWrong() throws {
    let result = try #require(Tool.python).run(
      [
        Repository.file("Tests/EndToEndTests/Scripts/nights.py"), Program.talentflow.path.path, "--nights", "36",
        "--strikes", "3",
      ],
      environment: ["PYTHONDONTWRITEBYTECODE": "1"])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(result.output.contains("precision 1.000, recall 1.000"), "\(result.output)")
    print(result.output, terminator: "")
  }
}
