import Foundation
import TestSupport
import Testing

/// Postings of the sample, screened on a night: what was planted is found, put together for the sections, and reviewed.
@Suite struct LeadTests {
  private static let night = Result { try bureau() }

  private static func bureau() throws -> BureauCopy {
    let copy = try BureauCopy("Pipelines", "SampleData")
    try copy.replace("settle_seconds: 60", "settle_seconds: 0", in: "Pipelines/nightly.yaml")
    let result = try copy.run("run", "Pipelines/nightly.yaml")
    guard result.status == 0 else { throw PublishedMarket.Refused(message: result.errors) }
    return copy
  }

  private static let inspection = ".talentflow/lists/劳动监察保障支队"
  private static let warehouse = ".talentflow/warehouse.sqlite"

  private func rows(_ copy: BureauCopy, _ sql: String) throws -> [[String]] {
    try Warehouse.query(copy.scratch.file(LeadTests.warehouse), sql).map {
      $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// A sentence of the truth with what came of it.
  private struct Tally {
    var (found, missed, wrong, spared) = (0, 0, 0, 0)

    var precision: Double { Double(found) / Double(max(found + wrong, 1)) }
    var recall: Double { Double(found) / Double(max(found + missed, 1)) }
  }

  @Test func whatWasPlantedIsFound() throws {
    let copy = try LeadTests.night.get()
    let truth = try EditionTable(copy.scratch.data("SampleData/truth/leads.csv")).select(["posting", "rule", "lead"])
    let taken = Set(try rows(copy, "SELECT posting_id FROM postings").map { $0[0] })
    // What fields say by themselves is not what was planted.
    let found = Set(
      try rows(
        copy,
        """
        SELECT posting_id, found_rule FROM screen_finding JOIN postings ON id = found_row AND file = found_file
        WHERE found_in <> '-'
        """))
    var tallies: [String: Tally] = [:]
    var planted: Set<[String]> = []
    for line in truth where taken.contains(line[0]) {
      let isFound = found.contains([line[0], line[1]])
      planted.insert([line[0], line[1]])
      var tally = tallies[line[1]] ?? Tally()
      switch (line[2] == "+", isFound) {
      case (true, true): tally.found += 1
      case (true, false): tally.missed += 1
      case (false, true): tally.wrong += 1
      case (false, false): tally.spared += 1
      }
      tallies[line[1]] = tally
    }
    for one in found.subtracting(planted) { tallies[one[1], default: Tally()].wrong += 1 }
    var sum = Tally()
    for (rule, tally) in tallies.sorted(by: { $0.key < $1.key }) {
      print(
        "\(rule) leads \(tally.found + tally.missed) harmless \(tally.wrong + tally.spared) precision \(tally.precision) "
          + "recall \(tally.recall)")
      guard LeadTests.violations.contains(rule) else { continue }
      sum.found += tally.found
      sum.missed += tally.missed
      sum.wrong += tally.wrong
    }
    print("violation: \(sum.found + sum.missed) leads, precision \(sum.precision) recall \(sum.recall)")
    #expect(tallies.count == 17 && sum.found > 20)
    #expect(sum.precision >= 0.95 && sum.recall >= 0.85)
  }

  private static let violations: Set = ["C01", "C02", "C03", "C05", "C09", "C10", "C11", "C12", "C17"]

  @Test func listsAreForTheSectionAlone() throws {
    let copy = try LeadTests.night.get()
    for (path, mode) in [(LeadTests.inspection, 0o700), ("\(LeadTests.inspection)/C01.csv", 0o600)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: copy.scratch.file(path))
      #expect(attributes[.posixPermissions] as? Int == mode, "\(path)")
    }
    let list = try EditionTable(copy.scratch.data("\(LeadTests.inspection)/C01.csv"))
    let leads = list.select(["线索编号", "单位", "日期"])
    #expect(leads.count > 50)
    for lead in leads {
      let parts = lead[0].split(separator: "/")
      #expect(parts.count == 3 && parts[0] == "C01" && ["2026Q2", "2026Q3"].contains(parts[2]), "\(lead)")
      #expect(!lead[1].isEmpty && lead[2] >= "2026-04-01")
    }
    // The page of the night, for the head of the office, names nobody; nor does anything that is published.
    let names = Set(leads.map { $0[1] })
    for file in copy.scratch.files("Reports") where file.hasSuffix(".html") || file.hasSuffix(".json") {
      guard file.hasPrefix("nightly/") else { continue }
      let text = try copy.scratch.text("Reports/\(file)")
      #expect(names.allSatisfy { !text.contains($0) }, "\(file)")
    }
  }

  @Test func hintsBecomeLettersToTheirEmployers() throws {
    let copy = try LeadTests.night.get()
    let folder = ".talentflow/lists/就业服务中心/letters"
    let attributes = try FileManager.default.attributesOfItem(atPath: copy.scratch.file(folder))
    #expect(attributes[.posixPermissions] as? Int == 0o700)
    let letters = try EditionTable(copy.scratch.data("\(folder)/letters.csv")).select(["单位", "信的正文"])
    #expect(letters.count > 50 && Set(letters.map { $0[0] }).count == letters.count)
    for letter in letters {
      #expect(letter[1].hasPrefix(letter[0]) && letter[1].contains("建议：") && letter[1].contains("不是处理决定"))
    }
    #expect(letters.contains { $0[1].contains("年龄限制") })
    // What is graver for public institutions is a lead.
    let ages = try EditionTable(copy.scratch.data(".talentflow/lists/就业服务中心/C06.csv")).select(["数值或情形"])
    #expect(!ages.isEmpty && ages.allSatisfy { $0[0].contains("事业单位岗位的年龄上限") })
    // A hint is no lead.
    #expect(!copy.scratch.exists(".talentflow/lists/就业服务中心/C07.csv"))
  }

  @Test func aRuleWhoseLeadsAreUnfoundedStepsDown() throws {
    let copy = try BureauCopy(of: LeadTests.night.get())
    let list = try EditionTable(copy.scratch.data("\(LeadTests.inspection)/C01.csv"))
    let leads = Array(Set(list.select(["线索编号"]).map { $0[0] })).sorted()
    func answer(_ upheld: Int, of count: Int) throws {
      let lines = leads.prefix(count).enumerated().map { number, lead in
        "\(lead),\(number < upheld ? "属实" : "不属实"),,2026-10-20\r\n"
      }
      try copy.scratch.write("线索编号,处理结果,说明,日期\r\n" + lines.joined(), "\(LeadTests.inspection)/answers-甲.csv")
      let result = try copy.run("run", "Pipelines/nightly.yaml")
      #expect(result.status == 0, "\(result.errors)")
    }
    try answer(24, of: 30)
    #expect(copy.scratch.exists("\(LeadTests.inspection)/C01.csv"))
    let page = try copy.scratch.text("\(LeadTests.inspection)/index.html")
    #expect(page.contains("近四个季度复核 30 条, 属实 24 条, 准确率 80.0 % (95 % 区间 62.7 % 至 90.5 %)"))
    try answer(23, of: 30)
    #expect(!copy.scratch.exists("\(LeadTests.inspection)/C01.csv"))
    let after = try copy.scratch.text("\(LeadTests.inspection)/index.html")
    #expect(after.contains("C01 性别限定: 近四个季度复核 30 条, 属实 23 条"))
    #expect(try copy.scratch.text("Reports/nightly/2026-10-21/index.html").contains("自动降为提示"))

    // The answers are cases as soon as their file is taken, a night later; a marker says that it is complete.
    try copy.scratch.write("", ".talentflow/cases/reviews.csv.done")
    let result = try copy.run("run", "Pipelines/nightly.yaml")
    #expect(result.status == 0, "\(result.errors)")
    let taken = try Warehouse.query(
      copy.scratch.file(".talentflow/warehouse.sqlite"),
      """
      SELECT outcome || ' ' || count(*) FROM cases JOIN file ON file.id = cases.file WHERE source = 'reviews'
      GROUP BY outcome ORDER BY 1
      """)
    // 属实 is 1 in the code list, 不属实 is 2; stored is the count of digits before them.
    #expect(taken == ["11 23", "12 7"])
  }

  /// The public table knows the groups of the rules; hints are in none.
  @Test func theTableHasTheGroupsOfTheRules() throws {
    let table = try Repository.text("Pipelines/tables/T16-leads.yaml")
    var groups: [String: String] = [:]
    for match in table.matches(of: #/in \(([C0-9', ]+)\) then '([^']+)'/#) {
      for rule in match.1.matches(of: #/C\d\d/#) { groups[String(rule.0)] = String(match.2) }
    }
    for path in Repository.files("Pipelines/rules/supervision", suffix: ".yaml") {
      let text = try Repository.text(path)
      guard let rule = text.firstMatch(of: #/(?m)^rule: (C\d\d)$/#),
        let group = text.firstMatch(of: #/(?m)^group: (.+)$/#)
      else { continue }
      #expect(groups[String(rule.1)] == (group.1 == "提示" ? nil : String(group.1)), "\(path)")
    }
    #expect(groups.count == 16)
  }

  @Test func screeningAgainFindsTheSame() throws {
    let copy = try BureauCopy(of: LeadTests.night.get())
    let sql = "SELECT * FROM screen_finding ORDER BY found_row, found_rule"
    let before = try rows(copy, sql)
    let nothing = try copy.run("screen", "Pipelines/nightly.yaml")
    #expect(nothing.output == "筛查了 0 条岗位信息, 发现 0 处 (线索或提示)。\n")
    let again = try copy.run("screen", "Pipelines/nightly.yaml", "--rescreen")
    #expect(again.status == 0 && again.output.contains("发现 \(before.count) 处"), "\(again.output)")
    #expect(try rows(copy, sql) == before && before.count > 300)
  }
}
