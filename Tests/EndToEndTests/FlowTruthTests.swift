import Foundation
import TestSupport
import Testing

/// What the pipeline says of flows, services and pay in the sample equals what independent programs make of it.
@Suite(.enabled(if: Tool.python != nil, "python3 is not installed: the independent computation is skipped"))
struct FlowTruthTests {
  private static let scripts = Repository.file("Tests/EndToEndTests/Scripts")

  /// Editions, and the quarter that their tables are of: those of its last month too.
  private static let editions = [("2026Q3", "2026Q3"), ("2025Q2", "2025Q2"), ("2026M09", "2026Q3")]

  /// From the raw exports: every cell of the city and its counties.
  @Test(arguments: editions) func flowsOfTheExports(_ edition: String, _ quarter: String) throws {
    let run = try SampleRun.shared.get()
    let scratch = try TestFolder()
    let result = try #require(Tool.python).run([
      "\(FlowTruthTests.scripts)/flows.py", Repository.file("SampleData"), Repository.file("Pipelines/codelists"),
      quarter, scratch.path,
    ])
    #expect(result.status == 0, "\(result.errors)")
    let tables = [
      "T17-regions", "T17-services", "T18", "T18-net", "T18-industry", "T18-people", "T19", "T19-public",
      "T19-talent", "T19-kept",
    ]
    for id in tables {
      let rows = try FlowTruthTests.compare(
        run.pipeline.table(id, period: edition), EditionTable(scratch.data("\(id).csv")), "\(edition) \(id)")
      #expect(rows > 4, "\(id)")
    }
    // The archives that offices say they received, beside those that the export has.
    let reported = try EditionTable(scratch.data("T17-reported.csv"))
    let bureau = try EditionTable(Data(FlowTruthTests.table("T17-bureau", run.pipeline.path, period: edition).utf8))
    let totals = bureau.select(["地区", "行", "填报接收数 (份)"]).filter { $0[1] == "合计" }.map { [$0[0], $0[2]] }
    #expect(totals == reported.rows && totals.count == 5, "\(edition)")
    try FlowTruthTests.compareBureau("T18-od", run.pipeline, edition, EditionTable(scratch.data("T18-od.csv")))
  }

  /// From the rows of the warehouse, which has the occupations that titles were coded as.
  @Test(arguments: editions) func payOfTheFacts(_ edition: String, _ quarter: String) throws {
    let run = try SampleRun.shared.get()
    let scratch = try TestFolder()
    let result = try #require(Tool.python).run(
      [
        "\(FlowTruthTests.scripts)/pay.py", run.pipeline.scratch.file("work/warehouse.sqlite"), quarter, scratch.path,
      ] + TestPipeline.minimumWages.map { "\($0.place)=\($0.month)" })
    #expect(result.status == 0, "\(result.errors)")
    for id in ["T20", "T20-skill", "T20-floor"] {
      let truth = try EditionTable(scratch.data("\(id).csv"))
      #expect(
        try FlowTruthTests.compare(run.pipeline.table(id, period: edition), truth, "\(edition) \(id)")
          == truth.rows.count)
      #expect(truth.rows.joined().contains { Double($0) != nil }, "\(id)")
    }
    try FlowTruthTests.compareBureau("T20-gap", run.pipeline, edition, EditionTable(scratch.data("T20-gap.csv")))
  }

  /// Margins are totals; what came into one county of the city from another left that one.
  @Test(arguments: editions.map(\.0)) func sumsAreKept(_ edition: String) throws {
    let pipeline = try SampleRun.shared.get().pipeline
    let regions = ["450600", "450602", "450603", "450621", "450681"]
    for (id, columns) in [
      ("T17-regions", ["archive_in", "archive_out", "archive_net"]), ("T18", ["hires", "moved_out"]),
      ("T18-industry", ["hires"]), ("T19-talent", ["hires", "from_outside", "to_outside", "net_inflow"]),
      ("T19", ["hires", "to_民营", "to_事业"]),
    ] {
      let table = try pipeline.table(id, period: edition)
      for region in regions.prefix(id == "T17-regions" ? 5 : 1) {
        for column in columns {
          let parts = table.select(["region", "row", column]).filter { $0[0] == region && $0[1] != "total" }
          let sum = parts.compactMap { Int($0[2]) }.reduce(0, +)
          #expect(table.cell("total", column, region: region) == "\(sum)", "\(edition) \(id) \(region) \(column)")
        }
      }
    }
    let flows = try pipeline.table("T18", period: edition)
    #expect(flows.cell("本市他县", "net_inflow") == "0")
    let totals = try [
      flows, pipeline.table("T18-industry", period: edition), pipeline.table("T19", period: edition),
      pipeline.table("T19-talent", period: edition),
    ].map { $0.cell("total", "hires") }
    #expect(Set(totals).count == 1 && totals[0] != nil, "\(totals)")
  }

  /// What is received less what is sent is what the stock has more.
  @Test func archivesAreKept() throws {
    let run = try SampleRun.shared.get()
    func figures(_ period: String) throws -> [String: [Int]] {
      let table = try EditionTable(Data(FlowTruthTests.table("T17", run.pipeline.path, period: period).utf8))
      let columns = ["期末存档 (份)", "本期接收 (份)", "本期转出 (份)"]
      return Dictionary(
        uniqueKeysWithValues: zip(table.select(["地区", "行"]), table.select(columns)).filter { $0.0[1] == "合计" }.map {
          ($0.0[0], $0.1.compactMap { Int($0) })
        })
    }
    let (now, before) = (try figures("2026Q3"), try figures("2026Q2"))
    #expect(now.count == 5 && now.values.allSatisfy { $0.count == 3 })
    for (region, figures) in now {
      #expect(figures[0] - (before[region]?[0] ?? 0) == figures[1] - figures[2], "\(region)")
    }
  }

  /// Whatever a public table says, it has no row of three kinds of registers; the bureau's has.
  @Test func threeRegistersAreNeverPublic() throws {
    let run = try SampleRun.shared.get()
    let scratch = run.pipeline.scratch
    let kinds = ["重点领域人才", "服务期", "竞业限制"]
    func counts(_ audience: String) throws -> [String: String] {
      let rows = kinds.map { "- {key: \($0), zh: \($0), en: kind}\n" }.joined()
      let market = try Repository.text("Pipelines/tables/T1.yaml")
      try scratch.write(market, "registers/T1.yaml")
      try scratch.write(
        "table: Z8\ntitle: {zh: 名册, en: Registers}\ndataset: register\nregions: city\nby: kind\nrows:\n\(rows)"
          + "rest: {zh: 其他, en: Others}\ntotal: true\nfigures:\n- {id: n, zh: 人, en: n, unit: 人, count: \"1\"}\n"
          + audience, "registers/Z8.yaml")
      var other = run.pipeline
      other.tables = scratch.file("registers")
      try scratch.write(other.yaml, "registers.yaml")
      let options = audience.isEmpty ? [] : ["--public"]
      let text = try FlowTruthTests.table("Z8", scratch.file("registers.yaml"), period: "2026Q3", options)
      return Dictionary(
        uniqueKeysWithValues: try EditionTable(Data(text.utf8)).rows.map { ($0[2], $0[3]) })
    }
    let (own, everybody) = (try counts(""), try counts("audience: public\n"))
    for kind in kinds {
      #expect((Int(own[kind] ?? "") ?? 0) > 5, "\(own)")
      #expect(everybody[kind] == "0", "\(everybody)")
    }
    #expect(own["其他"] == everybody["其他"] && everybody["合计"] == everybody["其他"], "\(own) \(everybody)")
  }

  /// With the rows of three kinds of registers taken away, and with many more that are wrong besides, every public file
  /// stays byte for byte the same; nothing public names their files.
  @Test func nothingPublicChangesWithRowsThatAreNeverPublic() throws {
    var trees: [[String: Data]] = []
    for variant in ["as it is", "without", "more"] {
      var pipeline = try TestPipeline(
        inputs: TestPipeline.sampleInputs.filter { !$0.source.contains("register") }, period: "2026Q3")
      let kinds = ["重点领域人才", "服务期", "竞业限制"]
      for path in Repository.files("SampleData/register", suffix: ".csv") {
        var lines = try Repository.text(path).components(separatedBy: "\n")
        if variant == "without" { lines.removeAll { line in kinds.contains { line.contains($0) } } }
        if variant == "more" {
          let own = lines.filter { line in kinds.contains { line.contains($0) } }
          lines.insert(
            contentsOf: own.map { $0.replacing("2026", with: "2O26").replacing("2025", with: "2o25") }, at: 1)
        }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        try pipeline.scratch.write(lines.joined(separator: "\n"), "register/\(name)")
      }
      pipeline.inputs.append(
        (Repository.file("Pipelines/sources/register.yaml"), pipeline.scratch.file("register/*.csv")))
      let result = try pipeline.run()
      #expect(result.status == 0, "\(result.errors)")
      var tree: [String: Data] = [:]
      for name in pipeline.scratch.files("Reports") { tree[name] = try? pipeline.scratch.data("Reports/\(name)") }
      trees.append(tree)
    }
    #expect(trees[0].count > 20)
    for (place, tree) in trees.enumerated() {
      let different = Set(tree.keys).union(trees[0].keys).filter { tree[$0] != trees[0][$0] }.sorted()
      #expect(different.isEmpty, "variant \(place): \(different)")
      #expect(!tree.values.contains { String(decoding: $0, as: UTF8.self).contains("register-2026") })
    }
  }

  /// What the command prints, without its sentences.
  private static func table(_ id: String, _ pipeline: String, period: String, _ options: [String] = []) throws -> String
  {
    let result = try Program.talentflow.run(["table", id, "--pipeline", pipeline, "--period", period] + options)
    #expect(result.status == 0, "\(result.errors)")
    return result.output.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: "\n") + "\n"
  }

  /// A table that only the bureau reads: it stands in no public edition, and the command prints its rows by name, in the
  /// order of the truth.
  private static func compareBureau(
    _ id: String, _ pipeline: TestPipeline, _ edition: String, _ truth: EditionTable
  ) throws {
    #expect(!pipeline.scratch.exists("Reports/bulletin/\(edition)/tables/\(id).csv"))
    let printed = try EditionTable(Data(table(id, pipeline.path, period: edition).utf8)).rows.filter { $0[0] == id }
    #expect(
      printed.map { [$0[1]] + $0.dropFirst(3) } == truth.rows.map { [$0[0]] + $0.dropFirst(2) }, "\(edition) \(id)")
    #expect(printed.count > 4, "\(id)")
  }

  /// Every cell that the truth has; gives the number of rows.
  static func compare(_ table: EditionTable, _ truth: EditionTable, _ name: String) throws -> Int {
    let columns = Array(truth.header.dropFirst(2))
    let known = Set(["period", "region", "region_name", "row", "row_name"] + columns)
    // Changes of counts are held against the truth where it has them.
    #expect(columns.allSatisfy(table.header.contains), "\(name) \(table.header)")
    #expect(table.header.allSatisfy(known.contains), "\(name) \(table.header)")
    let found = Dictionary(uniqueKeysWithValues: zip(table.select(["region", "row"]), table.select(columns)))
    #expect(found.count == truth.rows.count, "\(name): \(found.count) rows, not \(truth.rows.count)")
    for (key, wanted) in zip(truth.select(["region", "row"]), truth.select(columns)) {
      #expect(found[key] == wanted, "\(name) \(key)")
    }
    return truth.rows.count
  }
}
