import Domain
import Foundation
import TestSupport
import Testing

@testable import Stages

@Suite struct ScorecardPageTests {
  private let templates: TemplateSet

  init() throws { templates = try .shipped() }

  private func pages(_ card: Scorecard) -> [String: [String: Any]] {
    let words = ScorecardWords(card: card, texts: templates.texts)
    let pages = ScorecardPublisher.pages(words, title: "记分卡", noise: FixtureScorecard.noise, templates: templates)
    return Dictionary(uniqueKeysWithValues: pages.map { ($0.name, $0.page.context) })
  }

  private func numbers(_ context: [String: Any]?) -> [Int] {
    (context?["rows"] as? [[String: Any]])?.compactMap { $0["number"] as? Int } ?? []
  }

  private func lines(_ context: [String: Any]?, _ kind: String) -> [String] {
    let front = context?["front"] as? [[String: Any]] ?? []
    return front.first { $0["is_\(kind)"] as? Bool == true }?["lines"] as? [String] ?? []
  }

  @Test func aPageASection() throws {
    let pages = pages(FixtureScorecard.full)
    #expect(pages.keys.sorted() == ["index.html", "乙科.html", "甲科.html"])
    #expect(numbers(pages["index.html"]) == [1, 2, 3, 4])
    #expect(numbers(pages["甲科.html"]) == [1, 2] && numbers(pages["乙科.html"]) == [1, 3, 4])
  }

  @Test func theHeadOfASection() throws {
    let pages = pages(FixtureScorecard.full)
    let own = pages["甲科.html"]
    #expect(lines(own, "moved") == ["措施 1　变动大的率：30.00%，以前多为 10%"])
    // What is guarded has no number and no day; what is due later than next quarter is not named.
    #expect(lines(own, "due") == ["措施 1 的完成时限 2026-12-31", "G-01 到期：最早 2026-11-02"])
    #expect(
      lines(own, "leads") == ["G-01 到期：3 条，最早 2026-07-01", "G-02 过期：2 条", "R-01 流动：有，见本科室的名单"])
    #expect(lines(own, "ledger") == [] && lines(pages["乙科.html"], "ledger") == ["3 任务 <3>"])
  }

  @Test func whatIsMissingNamesItsFileAndSection() throws {
    let words = ScorecardWords(card: FixtureScorecard.full, texts: templates.texts)
    let rows = FixtureScorecard.full.rows
    #expect(words.gaps(rows[1]) == ["等本局填写或核对 rules/a.yaml"])
    #expect(words.gaps(rows[2]) == ["本季台账没有填：乙科", "无数据：全部"])
    #expect(
      words.gaps(rows[3]) == [
        "缺名册（博士后）：没有定由哪个科室送，流程的 inputs 中没有它的文件", "缺档案：乙科 archives/*.csv", "档案只到 2026-06-30：乙科 archives/*.csv",
        "检查 A-01 已关闭", "本期没有可以算的记录",
      ])
    #expect(words.exports(rows).map(\.section) == [nil, "乙科", "乙科"])
    let bare = ScorecardWords(card: FixtureScorecard.bare, texts: templates.texts)
    #expect(bare.gaps(FixtureScorecard.bare.rows[0]) == ["缺任务台账：甲科 measures/*.csv"])
    #expect(bare.exports(FixtureScorecard.bare.rows).map(\.section) == ["甲科"])
  }

  /// A gap in the numbers does not become a line.
  @Test func theLineHasNoGap() throws {
    let rows = [
      FixtureScorecard.row(
        FixtureScorecard.item(1, ["甲科"]), [FixtureScorecard.figure([1, nil, 3, 4])], [FixtureScorecard.report()])
    ]
    let card = Scorecard(period: FixtureScorecard.period, rows: rows, leads: [], hasLedger: true, exports: [:])
    let row = try #require((pages(card)["index.html"]?["rows"] as? [[String: Any]])?.first)
    let figure = try #require((row["first"] as? [[String: Any]])?.first)
    let line = try #require(figure["sparkline"] as? String)
    #expect(line.contains("率，2026Q2至2026Q3：3.00、4.00"))
    #expect(figure["previous"] as? String == "+1.0" && figure["year"] as? String == "/")
  }

  @Test func filesAndFoldersAreClosed() throws {
    let scratch = try TestFolder()
    let publisher = ScorecardPublisher(templates: templates, root: scratch.file("card"))
    let result = try publisher.publish(FixtureScorecard.full, title: "记分卡", noise: FixtureScorecard.noise)
    #expect(result.summary == "红 1、黄 2、绿 1、灰 0" && result.page == scratch.file("card/2026Q3/index.html"))
    try scratch.write("旧", "card/2026Q3/丙科.html")
    try scratch.write("注", "card/2026Q3/notes.txt")
    _ = try publisher.publish(FixtureScorecard.full, title: "记分卡", noise: FixtureScorecard.noise)
    // The page of a section that has nothing to do any more goes, what people put there stays.
    #expect(
      scratch.files("card/2026Q3").sorted() == [
        "index.html", "notes.txt", "scorecard.csv", "scorecard.json", "乙科.html", "甲科.html",
      ])
    let modes = try ["card", "card/2026Q3", "card/2026Q3/index.html"].map { path in
      try FileManager.default.attributesOfItem(atPath: scratch.file(path))[.posixPermissions] as? Int
    }
    #expect(modes == [0o700, 0o700, 0o600])
  }

  @Test func theFilesSayTheSame() throws {
    let words = ScorecardWords(card: FixtureScorecard.full, texts: templates.texts)
    let files = ScorecardFiles(words: words)
    let rows = try #require(CSVText.rows(files.csvBytes))
    #expect(rows.count == 1 + 2 + 1 + 1 + 4 && Set(rows.map(\.count)) == [20])
    let guarded = try #require(rows.first { $0[11] == "疑点" })
    #expect(guarded[13] == "" && guarded[14] == "有")
    let text = String(decoding: try files.jsonBytes(), as: UTF8.self)
    #expect(text.contains("\"value\" : \"有\"") && text.contains("\"light\" : \"yellow\""))
    #expect(!text.contains("2.00"))
  }
}
