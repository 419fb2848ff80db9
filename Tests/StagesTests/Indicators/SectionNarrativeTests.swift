import Domain
import Tables
import Testing

@testable import Stages

@Suite struct SectionNarrativeTests {
  /// A shipped table of which the rows given have figures, by the id of the measure.
  private func table(_ id: String, _ rows: [(String, [String: Cell])]) -> SectionNarrative.Shown {
    let layout = TableLayout.shipped(id)
    let measures = TableColumns.measures(layout)
    let shown = StatTable(
      id: id, title: layout.title, measures: measures,
      rows: rows.map { key, cells in
        let row = layout.row(key)
        return StatRow(
          key: key, label: row?.label ?? Label(zh: key, en: key), role: row?.role ?? .item,
          cells: measures.map { cells[$0.id] ?? .unavailable })
      })
    return (layout, ProtectedTable(shown: shown))
  }

  private func sentences(
    _ section: TableLayout.Section, _ tables: [SectionNarrative.Shown], _ period: String = "2026Q3"
  ) throws -> [String] {
    let period = try #require(Period(period))
    let all = try SectionNarrative(tables: tables, period: period, texts: Texts.shipped()).sentences()
    return (all[section] ?? []).map(\.zh)
  }

  private func number(_ value: Double) -> Cell { .number(value, decimals: 2) }

  private func share(_ value: Double, _ previous: Double? = nil, _ year: Double? = nil) -> [String: Cell] {
    [
      "demand_share": number(value), "demand_share_qoq": previous.map(number) ?? .unavailable,
      "demand_share_yoy": year.map(number) ?? .unavailable,
    ]
  }

  private func sectors(_ first: [String: Cell], _ second: [String: Cell], _ third: [String: Cell])
    -> SectionNarrative.Shown
  {
    table("T2", [("primary", first), ("secondary", second), ("tertiary", third)])
  }

  @Test func sectorsAreNamedWithTheirChanges() throws {
    let all = sectors(share(3.79, 1.44, 1.16), share(38.08, -0.55, -3.65), share(58.13, 0, 2.49))
    let shares = "从产业看，需求人数中第一产业占3.79%、第二产业占38.08%、第三产业占58.13%"
    let before = "；与上季度相比，第一产业的比重上升1.44个百分点，第二产业的比重下降0.55个百分点，第三产业的比重持平"
    let year = "；与去年同期相比，第一产业的比重上升1.16个百分点，第二产业的比重下降3.65个百分点，第三产业的比重上升2.49个百分点"
    #expect(try sentences(.demand, [all]) == [shares + before + year + "。"])
    // A year is compared with the year before alone.
    #expect(
      try sentences(.demand, [all], "2025") == [shares + before.replacing("上季度", with: "上年") + "。"])
    let first = sectors(share(3.79), share(38.08), share(58.13))
    #expect(try sentences(.demand, [first]) == [shares + "。"])
  }

  /// Of a period of which one change is hidden, and of sectors of which one share is, nothing is said.
  @Test func hiddenSharesAreNotTold() throws {
    var second = share(38.08, -0.55, -3.65)
    second["demand_share_qoq"] = .suppressed
    let all = sectors(share(3.79, 1.44, 1.16), second, share(58.13, 0, 2.49))
    let told = try sentences(.demand, [all])
    #expect(told.count == 1 && !told[0].contains("上季度") && told[0].contains("与去年同期相比"))
    second["demand_share"] = .suppressed
    #expect(try sentences(.demand, [sectors(share(3.79), second, share(58.13))]).isEmpty)
  }

  @Test func leadingIndustriesAreThoseWithTheLargestShares() throws {
    let all = table(
      "T3", [("A", share(10)), ("C", share(30, 1, -1)), ("F", share(10)), ("G", share(5)), ("other", share(45))])
    #expect(
      try sentences(.demand, [all]) == ["从行业看，需求人数居前三位的是制造业（30.00%）、农、林、牧、渔业（10.00%）、批发和零售业（10.00%），合计约占50.00%。"])
    let changed = table(
      "T3", [("A", share(40, 1, -1)), ("C", share(30, -2, 1)), ("F", share(20, 0, 1)), ("G", share(10, 1, 1))])
    #expect(
      try sentences(.demand, [changed], "2025").first?.hasSuffix(
        "合计约占90.00%；与上年相比，农、林、牧、渔业的比重上升1.00个百分点，制造业的比重下降2.00个百分点，批发和零售业的比重持平。") == true)
    #expect(try sentences(.demand, [table("T3", [("A", share(60)), ("C", share(40))])]).isEmpty)
  }

  /// What is hidden may be among the first: only where all of it is less than the last of them, it cannot.
  @Test(arguments: [(5.0, false), (10.0, true), (20.0, true)]) func rankingsSayWhatTheyLeaveOut(
    hidden: Double, isSaid: Bool
  ) throws {
    let all = table(
      "T3",
      [
        ("A", share(50 - hidden)), ("C", share(30)), ("F", share(10)), ("G", share(10)),
        ("H", ["demand_share": .suppressed]),
      ])
    #expect(try sentences(.demand, [all]).first?.contains("在可以公布的各类中，") == isSaid)
  }

  // MARK: Occupations

  private func group(_ key: String, _ openings: Double, _ seekers: Double, _ ratio: Cell? = nil) -> (
    String, [String: Cell]
  ) {
    (
      key,
      ["demand_share": number(openings), "seekers_share": number(seekers), "ratio": ratio ?? .notApplicable]
    )
  }

  @Test func mainPartsOfBothSidesAreNamed() throws {
    let same = table("T5", [group("2", 12, 18), group("4", 42.57, 38.72), group("6", 32.17, 22.18)])
    #expect(
      try sentences(.occupation, [same]) == [
        "从职业看，社会生产服务和生活服务人员、生产制造及有关人员既是招聘的主体，也是求职的主体，合计约占需求人数的74.74%、求职人数的60.90%。"
      ])
    let apart = table("T5", [group("2", 12, 30), group("4", 42.57, 38.72), group("6", 32.17, 2)])
    #expect(
      try sentences(.occupation, [apart]) == [
        "从职业看，社会生产服务和生活服务人员（42.57%）、生产制造及有关人员（32.17%）是招聘的主体，合计约占74.74%；"
          + "社会生产服务和生活服务人员（38.72%）、专业技术人员（30.00%）是求职的主体，合计约占68.72%。"
      ])
    // Less than half is no main part.
    let few = table("T5", [group("2", 24, 18), group("4", 25, 60), group("6", 24, 22)])
    #expect(
      try sentences(.occupation, [few]).first
        == "从职业看，招聘最多的是社会生产服务和生活服务人员（25.00%）、专业技术人员（24.00%），合计约占49.00%；"
        + "社会生产服务和生活服务人员（60.00%）、生产制造及有关人员（22.00%）是求职的主体，合计约占82.00%。")
  }

  @Test func sideThatIsHiddenIsNotTold() throws {
    let rows = ["2", "4", "6"].map { ($0, ["demand_share": number(30), "seekers_share": Cell.suppressed]) }
    #expect(
      try sentences(.occupation, [table("T5", rows)]) == ["从职业看，专业技术人员（30.00%）、社会生产服务和生活服务人员（30.00%）是招聘的主体，合计约占60.00%。"]
    )
    #expect(try sentences(.occupation, [table("T5", [group("2", 60, 60)])]).isEmpty)
  }

  @Test func ratiosOfOccupationsAreCompared() throws {
    func ratios(_ cells: [Cell]) throws -> String? {
      let rows = zip(["2", "3", "4", "6"], cells).map { ($0, ["ratio": $1]) }
      return try sentences(.occupation, [table("T5", rows)]).first
    }
    #expect(
      try ratios([number(0.81), number(0.27), number(1.23), number(1.56)])
        == "从各职业大类看，求人倍率最高的是生产制造及有关人员（1.56），最低的是办事人员和有关人员（0.27）。")
    #expect(
      try ratios([number(0.81), .suppressed, number(1.56), number(1.56)])
        == "从各职业大类看，在可以公布的各类中，求人倍率最高的是社会生产服务和生活服务人员、生产制造及有关人员（1.56），最低的是专业技术人员（0.81）。")
    #expect(try ratios([number(1), number(1), .notApplicable, .unavailable]) == nil)
    #expect(try ratios([number(1), .suppressed, .suppressed, .suppressed]) == nil)
  }

  @Test func gapsAreNamedOnEitherSide() throws {
    let gaps = GapTables(list: try TestBook.book.list("occupations"), gaps: OccupationGaps(topCount: 10))
    let pairs: [String: (demand: Int, seekers: Int)] = ["4-01-02": (1300, 100), "4-01-03": (0, 7)]
    func ranking(_ id: String, _ ranking: TableLayout.Ranking) -> SectionNarrative.Shown {
      let draft = gaps.table(
        .shipped(id), ranking, pairs, unassigned: (0, "T5/none"), demandTotal: 1300, region: .test)
      return (.shipped(id), draft.shown)
    }
    let (lack, excess) = (ranking("T6", .shortages), ranking("T7", .surpluses))
    #expect(
      try sentences(.occupation, [lack, excess])
        == ["从职业看，在可以公布的各类中，需求超过求职最多的是销售人员（1,200人）；求职超过需求最多的是采购人员（7人）。"])
    #expect(try sentences(.occupation, [lack]) == ["从职业看，在可以公布的各类中，需求超过求职最多的是销售人员（1,200人）。"])
    #expect(try sentences(.occupation, [excess]) == ["从职业看，在可以公布的各类中，求职超过需求最多的是采购人员（7人）。"])
  }

  // MARK: Skills

  @Test(arguments: [
    (Cell.number(1.2, decimals: 2), "，比上季度上升1.20个百分点"), (.number(-0.4, decimals: 2), "，比上季度下降0.40个百分点"),
    (.number(0, decimals: 2), "，与上季度持平"), (.suppressed, ""), (.unavailable, ""),
  ]) func openingsWithoutALevelAreTold(change: Cell, words: String) throws {
    let free = ["demand_share": number(62.1), "demand_share_qoq": change]
    let rows = [
      ("skill5", ["ratio": number(2.29)]), ("skill1", ["ratio": number(3)]), ("no_level", ["ratio": number(0.98)]),
      ("none", free),
    ]
    #expect(
      try sentences(.groups, [table("T12", rows)])
        == ["从技能看，没有技术等级或职称要求的岗位占需求人数的62.10%\(words)；各技术等级和职称中，求人倍率最高的是职业资格一级（高级技师）（3.00），最低的是职业资格五级（初级技能）（2.29）。"])
  }

  @Test func hiddenLevelsAreNotTold() throws {
    let hidden = ["demand_share": Cell.suppressed]
    let rows = [("skill5", ["ratio": number(2.29)]), ("skill1", ["ratio": Cell.suppressed]), ("none", hidden)]
    #expect(try sentences(.groups, [table("T12", rows)]).isEmpty)
    #expect(
      try sentences(
        .groups, [table("T12", Array(rows.dropLast()) + [("title1", ["ratio": number(1)]), ("none", hidden)])])
        == ["从技能看，各技术等级和职称中，在可以公布的各类中，求人倍率最高的是职业资格五级（初级技能）（2.29），最低的是初级专业技术职务（1.00）。"])
  }
}
