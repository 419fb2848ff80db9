import Foundation
import TestSupport
import Testing

/// The scorecard of the 44 measures over SampleData, and of a bureau that sends little.
@Suite struct ScorecardTests {
  private struct Card: Decodable {
    struct Measure: Decodable {
      let measure: Int
      let name: String
      let sections: [String]
      let data: String
      let light: String
      let reasons: [String]
      let figures: [Figure]
      let gaps: [String]
    }
    struct Figure: Decodable {
      let definition: String
      let cell: String
      let name: String
      let unit: String
      let period: String
      let value: String
      let periods: [String: String]
    }
    let period: String
    let measures: [Measure]
  }

  /// A bureau's folder with a scorecard in it.
  private struct Made {
    let copy: BureauCopy
    let result: Program.Result
    static let pipeline = "Pipelines/scorecard.yaml"
    static let folder = ".talentflow/scorecard/2026Q3"
    static let shipped = Result { try Made { _ in } }
    /// Nothing is hidden, so that everything can be compared.
    static let open = Result {
      try Made { copy in
        try copy.scratch.write(
          "least_persons: {public: 1, internal: 1}\nleast_employers: 1\ndominant_percent: 101\nopen: [许可备案名单已公开]\n",
          "Pipelines/rules/disclosure.yaml")
      }
    }
    /// A bureau that sends what it sent before there were registers: postings, seekers, placements, archives.
    static let old = Result {
      try Made { copy in
        let text = try copy.scratch.text(pipeline)
        let kept = [
          "fcg-public", "gx-rencai", "agency-feed", "seekers-centre", "seekers-county", "placements", "archives",
        ]
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
          !line.hasPrefix("- {source: ") || kept.contains { line.contains("/\($0).yaml") }
        }
        try copy.scratch.write(lines.joined(separator: "\n"), pipeline)
      }
    }

    init(_ change: (BureauCopy) throws -> Void) throws {
      copy = try BureauCopy("Pipelines", "SampleData")
      try change(copy)
      result = try copy.run("run", Made.pipeline)
      guard result.status == 0 else { throw PublishedMarket.Refused(message: result.errors) }
    }

    func card(_ folder: String = Made.folder) throws -> Card {
      try JSONDecoder().decode(Card.self, from: copy.scratch.data("\(folder)/scorecard.json"))
    }
  }

  @Test func everyMeasureHasARow() throws {
    let made = try Made.shipped.get()
    let card = try made.card()
    #expect(card.period == "2026Q3" && card.measures.map(\.measure) == Array(1...44))
    let lists = CSV.rows(try Repository.text("Pipelines/codelists/measures.csv")).dropFirst()
    #expect(card.measures.map(\.name) == lists.map { $0[1] })
    let assignments = Dictionary(card.measures.flatMap(\.sections).map { ($0, 1) }, uniquingKeysWith: +)
    #expect(assignments.values.reduce(0, +) == 101)
    #expect(
      assignments == [
        "人力资源开发科": 25, "事业单位科": 25, "就业服务中心": 19, "专业技术科": 12, "就业促进科": 10, "劳动监察保障支队": 3, "人才中心": 2, "社会保险管理中心": 2,
        "监察仲裁科": 1, "政策法规科": 1, "仲裁院": 1,
      ])
    let states = Dictionary(card.measures.map { ($0.data, 1) }, uniquingKeysWith: +)
    #expect(states == ["D": 29, "P": 13, "L": 2])
    #expect(card.measures.allSatisfy { ($0.data == "L") == $0.figures.isEmpty && $0.figures.count <= 4 })
    // 34 has been silent for two quarters, 8 for one.
    #expect(card.measures.filter { $0.light == "red" }.map(\.measure) == [34])
    #expect(card.measures.filter { $0.light == "yellow" }.map(\.measure) == [8])
    #expect(card.measures.allSatisfy { !$0.reasons.isEmpty })
    for (section, count) in assignments {
      let page = try made.copy.scratch.text("\(Made.folder)/\(section).html")
      #expect(page.components(separatedBy: "<th scope=\"rowgroup\"").count == count + 1, "\(section)")
    }
    #expect(made.result.output.contains("记分卡: 红 1、黄 1、"))
  }

  @Test(.enabled(if: Tool.python != nil, "python3 is not installed: the independent computation is skipped"))
  func figuresEqualAnIndependentComputation() throws {
    let made = try Made.open.get()
    let scratch = try TestFolder()
    let result = try #require(Tool.python).run([
      Repository.file("Tests/EndToEndTests/Scripts/scorecard.py"), Repository.file("SampleData"),
      Repository.file("Pipelines/codelists"), Repository.file("Pipelines/rules/monitor.yaml"), "2026Q3",
      scratch.file("truth.csv"),
    ])
    #expect(result.status == 0, "\(result.errors)")
    var truth: [String: String] = [:]
    for row in CSV.rows(try scratch.text("truth.csv")).dropFirst() { truth["\(row[0]) \(row[1])"] = row[2] }
    var (compared, unknown): (Int, Set<String>) = (0, [])
    for figure in try made.card().measures.flatMap(\.figures) where figure.cell.contains(".") {
      let known = figure.periods.filter { truth["\(figure.cell) \($0.key)"] != nil }
      if known[figure.period] == nil { unknown.insert(figure.cell) }
      for (period, value) in known {
        let expected = try #require(truth["\(figure.cell) \(period)"])
        compared += 1
        // Nobody knows what was before the first export.
        if value == "[x]", period < "2023" { continue }
        #expect(
          value == expected || Double(value) != nil && Double(value) == Double(expected),
          "\(figure.cell) \(period): \(value), truth \(expected)")
      }
    }
    print("\(compared) values of the scorecard equal the independent computation; not computed: \(unknown.sorted())")
    // Pay and waiting times have tests of their own (PayTruthTests, ArchiveTruthTests, DutyTruthTests).
    #expect(compared > 500 && unknown.count < 20)
  }

  /// Leads are those of the checks: what was planted in the sample, and nothing else.
  @Test func leadsAreThePlantedOnes() throws {
    let truth = CSV.rows(try Repository.text("SampleData/truth/doubts.csv"))
    let column = try #require(truth[0].firstIndex(of: "check"))
    let planted = Dictionary(truth.dropFirst().map { ($0[column], 1) }, uniquingKeysWith: +)
    let waiting = [
      "B-03", "B-06", "D-08", "E-01", "G-05", "G-13", "H-01", "H-03", "H-06", "H-10", "H-11", "I-08", "R-14", "R-19",
      "R-21",
      "R-24",
    ]
    var compared = 0
    for figure in try Made.shipped.get().card().measures.flatMap(\.figures) where !figure.cell.contains(".") {
      let checks = figure.cell.split(separator: " ").map(String.init)
      guard let value = Int(figure.value) else {
        #expect(figure.value == "有" || checks.allSatisfy(waiting.contains), "\(figure)")
        continue
      }
      compared += 1
      let expected = checks.filter { !waiting.contains($0) }.reduce(0) { $0 + (planted[$1] ?? 0) }
      #expect(value == expected, "\(figure.cell)")
    }
    #expect(compared > 20)
  }

  @Test func everyFigureIsExplained() throws {
    let made = try Made.shipped.get()
    let list = try made.copy.run("explain", "--pipeline", Made.pipeline)
    let known = Set(list.output.split(separator: "\n").compactMap { $0.split(separator: "\t").dropFirst().first })
    let ids = try made.card().measures.flatMap(\.figures).flatMap { $0.definition.split(separator: " ") }
    #expect(ids.count > 140)
    for id in Set(ids) { #expect(known.contains(id), "\(id)") }
    let one = try made.copy.run("explain", "W1-titles.private_rate", "--pipeline", Made.pipeline)
    #expect(one.status == 0 && one.output.contains("非公通过率 = 非公单位通过 ÷ 非公有结果的申报"), "\(one.output)")
  }

  /// Registers so small that a number says who: only whether there is anything.
  @Test func guardedFiguresHaveNoNumber() throws {
    let made = try Made.shipped.get()
    let guarded = try made.card().measures.filter { [23, 32].contains($0.measure) }.flatMap(\.figures)
    #expect(guarded.count == 6)
    for figure in guarded { #expect(figure.value == "有" && figure.periods.count == 1 && figure.unit.isEmpty) }
    let page = try made.copy.scratch.text("\(Made.folder)/事业单位科.html")
    #expect(page.contains("R-06 竞业限制超过24个月：有，见本科室的名单") && !page.contains("竞业限制超过24个月：1"))
    #expect(page.contains("H-14 公告后改条件未发变更公告：1 条，最早 2026-04-11"))
  }

  /// Every check of a register that is never public is one of which only is said whether it found something.
  @Test func checksOfSmallRegistersAreGuarded() throws {
    let register = try Repository.text("Pipelines/datasets/register.yaml")
    let line = try #require(register.split(separator: "\n").first { $0.hasPrefix("never_public:") })
    let kinds = line.split(separator: "'").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    #expect(kinds.count == 3)
    let checks = try Repository.files("Pipelines/checks", suffix: ".sql").filter { path in
      let text = try Repository.text(path)
      return kinds.contains { text.contains("-- needs: register.kind=\($0)") }
    }.compactMap { $0.split(separator: "/").last.map { String($0.dropLast(4)) } }
    let plan = try Repository.text("Pipelines/scorecard/measures.yaml")
    let guarded = try #require(plan.split(separator: "\n").first { $0.hasPrefix("guarded:") })
    #expect(guarded == "guarded: [\(checks.sorted().joined(separator: ", "))]")
  }

  @Test func fiveOldExportsMakeAScorecardToo() throws {
    let made = try Made.old.get()
    let card = try made.card()
    #expect(card.measures.count == 44)
    let figures = card.measures.flatMap { measure in measure.figures.map { (measure, $0) } }
    // What the old exports tell is there; nothing else has a number.
    let told = figures.filter { $0.1.value != "[x]" }
    #expect(told.contains { $0.1.cell == "W1-market.openings" && Int($0.1.value) ?? 0 > 1000 })
    #expect(told.contains { $0.1.cell == "T17.archive_digitised" })
    let old = [
      "W1-postings", "W1-market", "W1-moves", "T17", "T18", "T19", "T20", "A-", "T17-", "T18-", "T19-", "T20-",
    ]
    for (_, figure) in told { #expect(old.contains { figure.cell.hasPrefix($0) }, "\(figure.cell) \(figure.value)") }
    for (measure, figure) in figures where figure.value == "[x]" {
      #expect(measure.gaps.contains { $0.hasPrefix("缺") || $0.hasPrefix("等") || $0.hasPrefix("本期") }, "\(figure.cell)")
      #expect(figure.periods.values.allSatisfy { $0 == "[x]" }, "\(figure.cell)")
    }
    // Without a ledger nobody is judged, and the ledger itself is asked for.
    #expect(card.measures.allSatisfy { $0.light == "grey" && $0.reasons.contains("没有收到任务台账") })
    #expect(card.measures.allSatisfy { $0.gaps.contains("缺任务台账：人力资源开发科，流程的 inputs 中没有它的文件") })
    #expect(card.measures[9].gaps.contains { $0.hasPrefix("缺人员名册（职业经理人）：人力资源开发科") }, "\(card.measures[9].gaps)")
    #expect(card.measures[24].gaps.contains { $0.hasPrefix("缺案件与投诉举报：劳动监察保障支队") }, "\(card.measures[24].gaps)")
    let page = try made.copy.scratch.text("\(Made.folder)/劳动监察保障支队.html")
    #expect(page.contains("没有收到的文件") && page.contains("缺案件与投诉举报"))
  }

  /// A quarter of which nothing has come yet: no zero is made up.
  @Test func aQuarterToComeHasNoFigures() throws {
    let made = try Made.shipped.get()
    let copy = try BureauCopy(of: made.copy)
    let result = try copy.run("run", Made.pipeline, "--period", "2026Q4", on: "2027-01-05")
    #expect(result.status == 0, "\(result.errors)")
    let card = try JSONDecoder().decode(
      Card.self, from: copy.scratch.data(".talentflow/scorecard/2026Q4/scorecard.json"))
    let openings = try #require(card.measures[4].figures.first)
    #expect(openings.cell == "W1-market.openings" && openings.value == "[x]" && openings.periods["2026Q3"] == "1645")
    #expect(card.measures[4].gaps.contains { $0.hasPrefix("岗位招聘只到 2026-") && $0.hasSuffix("*.csv") })
    #expect(card.measures[0].light == "yellow" && card.measures[7].light == "red")
    let month = try copy.run("run", Made.pipeline, "--period", "2026M09")
    #expect(month.status == 65 && month.errors.contains("记分卡按季度编"), "\(month.errors)")
  }

  @Test func theSameBytesAndForTheBureauAlone() throws {
    let made = try Made.shipped.get()
    let (folder, before) = (Made.folder, try made.copy.contents(Made.folder))
    #expect(before.count == 14)
    let again = try BureauCopy(of: made.copy)
    #expect(try again.run("run", Made.pipeline, "--workers", "1", on: "2027-03-01").status == 0)
    #expect(try again.contents(folder) == before)
    let fresh = try Made { _ in }
    #expect(try fresh.copy.contents(folder) == before)
    #expect(try made.copy.mode(".talentflow/scorecard") == 0o700 && made.copy.mode(folder) == 0o700)
    for name in before.keys { #expect(try made.copy.mode("\(folder)/\(name)") == 0o600, "\(name)") }
    for name in before.keys where name.hasSuffix(".html") {
      let page = try made.copy.scratch.text("\(folder)/\(name)")
      #expect(page.contains("Content-Security-Policy") && page.contains("限本局内部使用") && page.contains("A4 landscape"))
    }
    // No page that everybody may read leads there.
    for path in Repository.files("Reports", suffix: ".html") {
      #expect(!(try Repository.text(path)).contains("scorecard"))
    }
    let scan = try made.copy.run("scan", folder)
    #expect(scan.status == 0, "\(scan.output)\(scan.errors)")
    let dry = try again.run("run", Made.pipeline, "--period", "2026Q2", "--dry-run")
    #expect(dry.status == 0 && dry.output.contains("记分卡: 红") && !again.scratch.exists(".talentflow/scorecard/2026Q2"))
  }

  @Test(arguments: [
    ("of: W1-postings.sex_share", "of: W1-postings.sexshare", "没有W1-postings 的指标 sexshare"),
    ("of: W1-postings.sex_share", "of: W0.sex_share", "没有表和指标 W0.sex_share"),
    ("T24.items@政策清单", "T24.items@政策", "没有T24 的行 政策"), ("[G-12]", "[G-99]", "没有检查 G-99"),
    ("[仲裁院]", "[仲裁]", "没有代码表 sections 的 仲裁"), ("- measure: 44", "- measure: 43", "没有措施 43"),
    ("of: [cases]", "of: [case]", "没有数据集 case"), ("data: L", "data: P", "至少一个"),
    ("since: 2025Q4", "since: 2025", "since 应为季度"),
  ])
  func mistakesAreToldWithTheirPlace(_ text: String, _ mistake: String, _ message: String) throws {
    let copy = try BureauCopy("Pipelines")
    let path = "Pipelines/scorecard/measures.yaml"
    let whole = try copy.scratch.text(path)
    let place = try #require(whole.range(of: text))
    try copy.scratch.write(whole.replacingCharacters(in: place, with: mistake), path)
    let result = try copy.run("plan", Made.pipeline)
    #expect(result.status == 78 && result.errors.contains(message), "\(result.errors)")
    #expect(result.errors.contains("Pipelines/scorecard/measures.yaml:"), "\(result.errors)")
  }
}
