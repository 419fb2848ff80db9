import Foundation
import TestSupport
import Testing

/// An edition whose hour has come stays as it is; what is found later makes a revision beside it.
@Suite struct RevisionTests {
  private static let note = "补收迟到的导出"

  private func pipeline(_ releases: [(period: String, at: String)]) throws -> TestPipeline {
    var pipeline = try TestPipeline.withoutLate(of: "2026Q2", period: "2026Q2")
    pipeline.inputs = [0, 3].map { pipeline.inputs[$0] }
    pipeline.releases = releases
    return pipeline
  }

  private func contents(_ pipeline: TestPipeline, _ folder: String) throws -> [String: Data] {
    let files = pipeline.scratch.files(folder)
    return Dictionary(uniqueKeysWithValues: try files.map { ($0, try pipeline.scratch.data("\(folder)/\($0)")) })
  }

  /// Cells of two editions that differ, by reading both: table, row key and column.
  private func differences(_ pipeline: TestPipeline, _ before: String, _ after: String) throws -> Set<String> {
    let figures = pipeline.scratch.files("Reports/bulletin/\(before)/tables").filter {
      $0.hasPrefix("T") || $0 == "trend.csv"
    }
    return try figures.reduce(into: Set<String>()) { found, name in
      let id = String(name.dropLast(4))
      let (old, new) = (try pipeline.table(id, period: before), try pipeline.table(id, period: after))
      let keys = id == "trend" ? ["region", "period"] : ["region", "row"]
      func keyed(_ table: EditionTable) -> [[String]: [String]] {
        Dictionary(uniqueKeysWithValues: zip(table.select(keys), table.rows))
      }
      let (one, other) = (keyed(old), keyed(new))
      for key in Set(one.keys).union(other.keys) {
        guard let here = one[key], let there = other[key] else {
          found.insert("\(id) \(key.sorted()) ")
          continue
        }
        for (column, name) in old.header.enumerated() where here[column] != there[column] {
          found.insert("\(id) \(key.sorted()) \(name)")
        }
      }
    }
  }

  @Test func lateDataMakeARevisionBesideTheEdition() throws {
    let pipeline = try pipeline([("2026Q2", "2026-07-20 09:00")])
    #expect(try pipeline.run().status == 0)
    let first = try contents(pipeline, "Reports/bulletin/2026Q2")
    try pipeline.bringLate()

    let frozen = try pipeline.run()
    #expect(frozen.status == 0 && frozen.output.contains("定稿, 未改动") && frozen.output.contains("--revise"))
    #expect(try contents(pipeline, "Reports/bulletin/2026Q2") == first)
    #expect(!pipeline.scratch.exists("Reports/bulletin/superseded"))
    // Figures that were not published are not kept as if they were.
    let demand = try pipeline.table("T1").cell("valid", "demand") ?? ""
    let kept =
      "SELECT value FROM figure WHERE tab = 'T1' AND line = 'valid' AND measure = 'demand' AND region = '450600'"
    #expect(try pipeline.query(kept) == [demand])

    let english = try pipeline.run("--lang", "en")
    #expect(english.status == 65 && english.errors.contains("TF415"))
    let trial = try pipeline.run("--revise", "--reason", "error", "--note", RevisionTests.note, "--dry-run")
    #expect(trial.output.contains("可以编成修订版 2026Q2-r2") && trial.status == 0)
    #expect(!pipeline.scratch.exists("Reports/bulletin/2026Q2-r2"))
    let both = try pipeline.run("--revise", "--reason", "error", "--note", RevisionTests.note, "--lang", "both")
    #expect(both.status == 65 && both.errors.contains("TF415"))
    let personal = try pipeline.run("--revise", "--reason", "error", "--note", "电话 13812345678")
    #expect(personal.status == 65 && personal.errors.contains("TF416"))
    #expect(!pipeline.scratch.exists("Reports/bulletin/2026Q2-r2"))

    let revised = try pipeline.run("--revise", "--reason", "error", "--note", RevisionTests.note)
    #expect(revised.status == 0, "\(revised.errors)")
    #expect(try contents(pipeline, "Reports/bulletin/2026Q2") == first)
    let second = try contents(pipeline, "Reports/bulletin/2026Q2-r2")
    let check = try Program.talentflow.run(["verify", pipeline.scratch.file("Reports/bulletin/2026Q2-r2")])
    #expect(check.status == 0, "\(check.output)")

    // The table of revisions says just what differs, and the page marks it.
    let listed = try pipeline.table("revisions", period: "2026Q2-r2").select(["table", "row", "column"]).map {
      "\($0[0]) \($0[1].split(separator: "/").map(String.init).sorted()) \($0[2])"
    }
    let found = try differences(pipeline, "2026Q2", "2026Q2-r2")
    #expect(Set(listed) == found && listed.count == found.count && found.count > 100)
    func page(_ name: String) throws -> String { try pipeline.scratch.text("Reports/bulletin/2026Q2-r2/\(name).html") }
    let pages = try pipeline.scratch.files("Reports/bulletin/2026Q2-r2").filter {
      $0.hasPrefix("table") && $0.hasSuffix(".html")
    }
    .map { try page(String($0.dropLast(5))) }
    let marks = pages.joined().components(separatedBy: "<sup class=\"revised\">r</sup>").count - 1
    let city = found.filter { $0.contains("\"450600\"") && !$0.hasPrefix("trend") && !$0.hasSuffix("row_name") }
    #expect(marks >= city.count && city.count > 50, "\(marks) \(city.sorted())")
    let told = try page("revisions")
    #expect(told.contains(RevisionTests.note) && told.contains("更正错误"))
    #expect(try page("index").contains("第2版（修订）"))
    let list = try pipeline.scratch.text("Reports/index.html")
    #expect(list.contains("2026Q2-r2/index.html") && list.contains("bulletin/2026Q2/index.html"))
    #expect(try pipeline.query(kept) != [demand])

    // Once more says the same and makes nothing.
    let again = try pipeline.run("--revise", "--reason", "error", "--note", RevisionTests.note)
    #expect(again.status == 0 && again.output.contains("未改动"))
    #expect(try contents(pipeline, "Reports/bulletin/2026Q2-r2") == second)
    #expect(!pipeline.scratch.exists("Reports/bulletin/2026Q2-r3"))

    // The vintages of the trend are the editions' own.
    let vintages = try pipeline.table("vintages", period: "2026Q2-r2").select([
      "period", "region", "edition", "revision", "demand",
    ])
    for (revision, edition) in [("1", "2026Q2"), ("2", "2026Q2-r2")] {
      let trend = try pipeline.table("trend", period: edition).select(["period", "region", "demand"])
      let own = vintages.filter { $0[2] == "2026Q2" && $0[3] == revision }.map { [$0[0], $0[1], $0[4]] }
      #expect(own == trend && !own.isEmpty)
    }
  }

  @Test func aFrozenEditionThatWasChangedByHandStopsTheRun() throws {
    let pipeline = try pipeline([("2026Q2", "2026-07-20 09:00")])
    #expect(try pipeline.run().status == 0)
    try pipeline.scratch.write("x", "Reports/bulletin/2026Q2/tables/T1.csv")
    let result = try pipeline.run()
    #expect(result.status != 0 && result.errors.contains("已发布的公报被改动"), "\(result.errors)")
  }

  /// A run that died after the public edition leaves the bureau's for the next one.
  @Test func theInternalEditionIsRevisedAfterwards() throws {
    var pipeline = try pipeline([("2026Q2", "2026-07-20 09:00")])
    pipeline.internalFolder = "bureau"
    #expect(try pipeline.run().status == 0)
    try pipeline.bringLate()
    let revise = ["--revise", "--reason", "error", "--note", RevisionTests.note]
    #expect(try Program.talentflow.run(["run", pipeline.path] + revise).status == 0)
    let folder = "bureau/2026Q2-r2-internal"
    let made = try contents(pipeline, folder)
    try FileManager.default.removeItem(atPath: pipeline.scratch.file(folder))
    #expect(try Program.talentflow.run(["run", pipeline.path] + revise).status == 0)
    #expect(try contents(pipeline, folder) == made && !made.isEmpty)
    // What was published first is looked at as well as the revision.
    try pipeline.scratch.write("x", "Reports/bulletin/2026Q2/tables/T1.csv")
    #expect(try pipeline.run().errors.contains("已发布的公报被改动"))
  }

  @Test func aFrozenEditionThatIsGoneIsMissed() throws {
    let pipeline = try pipeline([("2026Q2", "2026-07-20 09:00")])
    #expect(try pipeline.run().status == 0)
    let (folder, aside) = (pipeline.scratch.file("Reports/bulletin/2026Q2"), pipeline.scratch.file("aside"))
    try FileManager.default.moveItem(atPath: folder, toPath: aside)
    try pipeline.bringLate()
    let result = try pipeline.run()
    #expect(result.status != 0 && result.errors.contains("不在了") && !pipeline.scratch.exists("Reports/bulletin/2026Q2"))
    try FileManager.default.moveItem(atPath: aside, toPath: folder)
    #expect(try pipeline.run().status == 0)
  }

  @Test func nothingIsPublishedBeforeItsHour() throws {
    var pipeline = try pipeline([("2026Q2", "2999-07-20 09:00")])
    pipeline.internalFolder = "bureau"
    let early = try pipeline.run()
    #expect(early.status == 0 && early.errors.contains("2999-07-20 09:00"))
    #expect(!pipeline.scratch.exists("Reports/bulletin/2026Q2") && pipeline.scratch.exists("bureau/2026Q2-internal"))
    #expect(try pipeline.query("SELECT count(*) FROM figure") == ["0"])

    let asked = try pipeline.run("--embargoed")
    #expect(asked.status == 0, "\(asked.errors)")
    let folder = "work/embargoed/2026Q2"
    let page = try pipeline.scratch.text("\(folder)/index.html")
    #expect(page.contains("2999-07-20 09:00 （北京时间）才发布"))
    let mode = try FileManager.default.attributesOfItem(atPath: pipeline.scratch.file("work/embargoed"))
    #expect(mode[.posixPermissions] as? Int == 0o700)
    #expect(!pipeline.scratch.exists("Reports/bulletin/2026Q2") && !pipeline.scratch.exists("Reports/index.html"))
    #expect(try pipeline.query("SELECT count(*) FROM figure") == ["0"])

    let revised = try pipeline.run("--revise", "--reason", "error", "--note", "x")
    #expect(revised.status == 78 && revised.errors.contains("TF414"))

    for (releases, told) in [([], "没有发布时刻"), ([("2026Q2", "2026-07-20 09:00")], "已于 2026-07-20 09:00")] {
      pipeline.releases = releases
      let late = try pipeline.run("--embargoed")
      #expect(late.status == 78 && late.errors.contains("TF417") && late.errors.contains(told), "\(late.errors)")
      #expect(!pipeline.scratch.exists("Reports/bulletin/2026Q2"))
    }
    #expect(try pipeline.run().status == 0)
    #expect(pipeline.scratch.exists("Reports/bulletin/2026Q2/index.html"))
    #expect(try !pipeline.scratch.text("Reports/bulletin/2026Q2/index.html").contains("才发布"))
  }

  @Test(arguments: [
    (["--reason", "error"], 64), (["--revise", "--note", "x"], 64), (["--revise", "--reason", "error"], 64),
    (["--revise", "--reason", "error", "--note", "甲\n乙"], 64),
  ])
  func whatIsMissingIsSaid(options: [String], status: Int) throws {
    let result = try Program.talentflow.run(["run", Repository.file("Pipelines/quarterly-bulletin.yaml")] + options)
    #expect(result.status == Int32(status), "\(result.errors)")
  }

  @Test func withoutAnEditionThereIsNothingToRevise() throws {
    let pipeline = try pipeline([])
    let result = try pipeline.run("--revise", "--reason", "error", "--note", "x")
    #expect(result.status != 0 && result.errors.contains("还没有发布过"), "\(result.errors)")
  }
}
