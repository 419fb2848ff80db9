import Foundation
import TestSupport
import Testing

/// What a final edition of the catalog that everybody may read gives away, from the first draft on.
@Suite struct PublicCatalogTests {
  /// A draft, an expert's word, and the final editions made of them.
  private struct Editions {
    let catalog: TestCatalog
    let final: Program.Result
    static let shared = Result { try Editions() }
    static let draft = "2026H2/draft-1"
    static let edition = "2026H2/final-1"

    private init() throws {
      catalog = try TestCatalog(internalFolder: "bureau")
      let draft = try catalog.run("--period", "2026H2")
      guard draft.status == 0 else { throw PublishedMarket.Refused(message: draft.errors) }
      let light = try catalog.table(Editions.draft, "catalog").first { $0["紧缺程度"] == "轻度紧缺" }
      try catalog.answer(
        Editions.draft, "answers.csv",
        [(light?["职业代码"] ?? ""): ["提高", "", "甲公司还要很多人", "E001", "2026-11-05"]])
      final = try catalog.run("--period", "2026H2", "--final")
      guard final.status == 0 else { throw PublishedMarket.Refused(message: final.errors) }
    }

    /// Paths and texts of the pages and tables.
    func texts(_ edition: String) throws -> [(path: String, text: String)] {
      try catalog.scratch.files(catalog.path(edition)).filter { $0.hasSuffix(".html") || $0.hasSuffix(".csv") }.map {
        ($0, try catalog.scratch.text(catalog.path(edition, $0)))
      }
    }
  }

  /// No name, no number and no word of an expert; no count in any table; the level of every entry.
  @Test func nobodyIsNamedAndNothingIsCounted() throws {
    let editions = try Editions.shared.get()
    let experts = try Repository.files("SampleData/experts", suffix: ".csv").flatMap { file in
      CSV.rows(try Repository.text(file)).dropFirst()
    }
    let texts = try editions.texts(Editions.edition)
    #expect(texts.count > 20 && experts.count > 5)
    for (path, text) in texts {
      for expert in experts {
        #expect(!text.contains(expert[0]) && !text.contains(expert[1]), "\(path) names \(expert[1])")
      }
      #expect(!text.contains("甲公司") && !text.contains("限内部使用") && !path.contains("opinions"), "\(path)")
    }
    // The draft is marked on every page, and does name them.
    for (path, text) in try editions.texts(Editions.draft) where path.hasSuffix(".html") {
      #expect(text.contains("草案，供专家审议，不得引用。") && text.contains("限内部使用"), "\(path)")
    }
    #expect(
      try editions.catalog.scratch.text(editions.catalog.path(Editions.draft, "index.html")).contains(experts[0][1]))
    let listed = try editions.catalog.table(Editions.edition, "catalog")
    #expect(!listed.isEmpty && listed.allSatisfy { $0["需求人数"] == "[c]" && $0["紧缺程度"]!.hasSuffix("紧缺") })
    #expect(listed.contains { $0["数据依据/专家意见"]!.contains("专家：提高1") })
  }

  /// A chart draws no quarter, and a page holds no figure of the draft that is not shown in the tables too.
  @Test func pagesSayNoMoreThanTables() throws {
    let editions = try Editions.shared.get()
    let rows = try editions.catalog.table(Editions.edition, "assessments")
    let hidden = rows.filter { $0["index"] == "[c]" }.map { $0["occupation"]! }
    #expect(!hidden.isEmpty && hidden.count * 2 < rows.count)
    var closed = 0
    for (path, text) in try editions.texts(Editions.edition) where path.hasPrefix("evidence-") {
      for chart in ["chart-market", "chart-ratio", "chart-pay", "chart-duration", "chart-forecast"] {
        #expect(!text.contains(chart), "\(path)")
      }
      let isHidden = hidden.contains(String(path.dropFirst("evidence-".count).dropLast(".html".count)))
      if isHidden { closed += 1 }
      #expect(text.contains("<svg") != isHidden && text.contains("[c]"), "\(path)")
    }
    #expect(closed > 0)
    let page = try editions.catalog.scratch.text(editions.catalog.path(Editions.edition, "index.html"))
    #expect(page.contains("为保护个人和单位") && page.contains("class=\"index\""))
    let draft = try editions.catalog.scratch.text(editions.catalog.path(Editions.draft, "index.html"))
    for sign in ["需求人数", "求人倍率\"", "满足率 %", "年后缺口", "dumbbell"] {
      #expect(!page.contains("=\"\(sign)") && !page.contains(" \(sign)\"") && draft.contains(sign), "\(sign)")
    }
    print("public catalog: \(hidden.count) of \(rows.count) occupations without points")
  }

  /// Whole, frozen, and the same again; the bureau's edition beside it is closed to others and has the figures.
  @Test func theEditionsAreWhole() throws {
    let editions = try Editions.shared.get()
    let scratch = editions.catalog.scratch
    let inside = "bureau/2026H2/final-1"
    #expect(editions.final.output.contains(inside))
    for folder in [editions.catalog.path(Editions.edition), inside] {
      let verified = try Program.talentflow.run(["verify", scratch.file(folder)])
      #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
    }
    for (folder, mode) in [(editions.catalog.path(Editions.draft), 0o700), ("bureau", 0o700), (inside, 0o700)] {
      let found = try FileManager.default.attributesOfItem(atPath: scratch.file(folder))[.posixPermissions] as? Int
      #expect(found == mode, "\(folder)")
    }
    let before = try editions.catalog.bytes(Editions.edition)
    let again = try editions.catalog.run("--period", "2026H2", "--final", "--workers", "1")
    #expect(again.status == 0 && again.output.contains("未改动"), "\(again.output)\(again.errors)")
    #expect(try editions.catalog.bytes(Editions.edition) == before)
    let figures = CSV.rows(try scratch.text("\(inside)/tables/catalog-internal.csv"))
    let demand = try #require(figures[0].firstIndex(of: "需求人数"))
    #expect(figures.dropFirst().contains { Int($0[demand]) != nil })
  }

  private func audit(_ options: String...) throws -> Program.Result? {
    let (catalog, bulletins) = (
      try Editions.shared.get().catalog, [try PublicRun.shared.get(), try PublicRun.open.get()]
    )
    guard let python = Tool.solver else {
      print("SKIPPED: the audit of public catalogs needs Python 3 with scipy")
      return nil
    }
    let folders =
      bulletins.map { $0.pipeline.scratch.file("Reports/bulletin") }
      + [Editions.edition, Editions.draft].map { catalog.scratch.file(catalog.path($0)) }
    return try python.run(
      [Repository.file("Tests/EndToEndTests/Scripts/catalog_audit.py")] + folders + [
        "2025Q4", "2026Q1", "2026Q2-r2", "2026Q3",
      ]
        + options)
  }

  /// With the bulletins of the window's four quarters at hand.
  @Test func nothingHiddenCanBeComputed() throws {
    guard let result = try audit() else { return }
    print(result.output.split(separator: "\n").last.map(String.init) ?? "")
    #expect(result.status == 0 && result.output.contains(", 0 leaks"), "\(result.output)\(result.errors)")
  }

  @Test func theAuditFindsWhatAWeakenedEditionTells() throws {
    guard let result = try audit("--weaken") else { return }
    #expect(result.status == 1 && result.output.contains("a reader finds"), "\(result.output)\(result.errors)")
  }
}
