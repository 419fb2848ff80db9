import Domain
import Tables
import Testing

@testable import Stages

@Suite struct NarrativeTests {
  private let rules = BulletinRules(
    bands: [BulletinRules.Band(below: nil, label: Label(zh: "需求大于供给", en: "more openings"))], topCount: 10, tables: [])

  private func sentences(
    _ now: (Int, Int), before: (Int, Int) = (0, 0), period: String = "2026Q3",
    monthsMissing: Int = 0
  ) throws -> [String] {
    try narrative(now, before: before, period: period, monthsMissing: monthsMissing).sentences().map(\.zh)
  }

  private func narrative(
    _ now: (Int, Int), before: (Int, Int) = (0, 0), yearBefore: (Int, Int)? = nil, carried: (Int, Int) = (0, 0),
    period: String = "2026Q3",
    monthsMissing: Int = 0, hiding hidden: Leaf? = nil, rules: BulletinRules? = nil, fillRate: KeyFigure? = nil
  ) throws -> Narrative {
    func stocks(_ count: Int, carried: Int = 0) -> [Int: Stock] {
      count > 0 ? [1: Stock(carried: carried, registered: count - carried)] : [:]
    }
    let layout = TableLayout.test(
      "T1", dimension: nil,
      [
        .valid, .test("carried", [TableLayout.carried], role: .subitem),
        .test("new", [TableLayout.new], role: .subitem),
      ])
    let past = yearBefore ?? before
    let demand = OverallTable.Stocks(
      now: stocks(now.0, carried: carried.0), previous: stocks(before.0, carried: carried.1), yearBefore: stocks(past.0)
    )
    let seekers = OverallTable.Stocks(now: stocks(now.1), previous: stocks(before.1), yearBefore: stocks(past.1))
    let overall = OverallTable(
      layout: layout, region: .test,
      demand: demand, seekers: seekers, city: (demand, seekers))
    let draft = overall.table()
    let leaves = Set(draft.rows.flatMap { $0.cells.flatMap(\.leaves) }.filter { $0 != hidden })
    let shown = try #require(ProtectedTable(draft, .showing(leaves)))
    let period = try #require(Period(period))
    let last = Period(unit: .month, ordinal: period.months.upperBound - monthsMissing).lastDay
    let texts = try Texts.shipped()
    return try Narrative(
      period: period, rules: rules ?? self.rules, headline: Headline([layout]), overall: shown,
      sections: SectionNarrative(tables: [], period: period, texts: texts), counties: nil, fillRate: fillRate,
      dataUntil: last, texts: texts)
  }

  /// - Parameter ratios: of the periods before; nil: not to be shown.
  private func headline(
    _ now: (Int, Int), before: (Int, Int) = (0, 0), ratios: [Double?] = [], period: String = "2026Q3"
  )
    throws -> String?
  {
    let own = try #require(Period(period))
    let trend = (ratios + [Double(now.0) / Double(max(now.1, 1))]).map { ratio in
      TrendPoint(
        period: own, demand: ProtectedCell(shown: .unavailable), seekers: ProtectedCell(shown: .unavailable),
        ratio: ProtectedCell(shown: ratio.map { .number($0, decimals: 2) } ?? .suppressed),
        fillRate: ProtectedCell(shown: .unavailable))
    }
    return try narrative(now, before: before, period: period).message(trend)?.zh
  }

  @Test func headlineTellsWhereTheRatioStands() throws {
    let balance = "需求大于供给：每100名求职者对应150个岗位"
    #expect(try headline((300, 200)) == balance)
    #expect(try headline((300, 200), before: (290, 200)) == balance + "，求人倍率比上季度上升")
    #expect(try headline((300, 200), before: (320, 200)) == balance + "，求人倍率比上季度下降")
    #expect(try headline((300, 200), before: (150, 100)) == balance + "，求人倍率与上季度持平")
    #expect(try headline((300, 200), ratios: [1.6, 1.7, 1.51, 1.8]) == balance + "，求人倍率为5个季度以来最低")
    #expect(try headline((300, 200), ratios: [1.4, 1.2, 1.49, 1.3]) == balance + "，求人倍率为5个季度以来最高")
    #expect(try headline((300, 200), ratios: [1.4, 1.2, 1.49, 1.3], period: "2026M09") == balance + "，求人倍率为5个月以来最高")
  }

  /// Four periods are too few, an equal one is no record, and of one that is hidden nobody may say that it was higher.
  @Test func headlineClaimsNoRecordThatIsNone() throws {
    for ratios in [[1.6, 1.7, 1.8], [1.6, 1.5, 1.7, 1.8], [1.6, nil, 1.7, 1.8]] as [[Double?]] {
      #expect(try headline((300, 200), before: (290, 200), ratios: ratios)?.hasSuffix("，求人倍率比上季度上升") == true)
    }
    #expect(try headline((300, 0)) == nil)
  }

  @Test func openingTellsRatioAndItsChanges() throws {
    let all = try sentences((282_838, 133_051), before: (182_382, 85_140))
    #expect(all[0] == "2026年第三季度，用人单位通过公共就业服务机构招聘各类人员282,838人，进入市场的求职者133,051人，求人倍率为2.13，比上季度下降0.01，比去年同期下降0.01。")
  }

  @Test func incompletePeriodIsTold() throws {
    #expect(try sentences((3, 2), monthsMissing: 1).last == "本期数据只到2026年8月31日，尚不完整，与完整时期的比较仅供参考。")
    #expect(try sentences((3, 2)).allSatisfy { !$0.contains("尚不完整") })
  }

  @Test func firstPeriodHasNoChanges() throws {
    #expect(
      try sentences((300, 200)) == [
        "2026年第三季度，用人单位通过公共就业服务机构招聘各类人员300人，进入市场的求职者200人，求人倍率为1.50。"
      ])
  }

  @Test func withoutSeekersNoRatioIsFormed() throws {
    #expect(
      try sentences((1300, 0), before: (1000, 0)) == [
        "2026年第三季度，用人单位通过公共就业服务机构招聘各类人员1,300人；没有求职登记数据，不计算求人倍率。"
      ])
  }

  @Test func yearIsComparedWithTheYearBeforeAlone() throws {
    let all = try sentences((330, 200), before: (300, 200), period: "2025")
    #expect(all[0].hasPrefix("2025年，"))
    #expect(all[0].hasSuffix("求人倍率为1.65，比上年上升0.15。"))
    #expect(all.filter { $0.hasPrefix("与") }.count == 1)
  }

  @Test(arguments: [
    ((330, 250), "需求人数和求职人数均上升，分别增长10.00%和25.00%"), ((270, 150), "需求人数和求职人数均下降，分别下降10.00%和25.00%"),
    ((330, 150), "需求人数增长10.00%，求职人数下降25.00%"), ((300, 250), "需求人数持平，求职人数增长25.00%"),
    ((300, 200), "需求人数持平，求职人数持平"),
  ])
  func growthFollowsTheDirections(now: (Int, Int), sentence: String) throws {
    let all = try sentences(now, before: (300, 200))
    try #require(all.count > 2)
    #expect(all[1] == "与上季度相比，" + sentence + "（按两期均报送的单位计算）。")
    #expect(all[2] == "与去年同期相比，" + sentence + "（按两期均报送的单位计算）。")
  }

  /// Nothing is said of the growth of one side where the other's is hidden.
  @Test func growthOfWhichOneSideIsHiddenIsNotTold() throws {
    let panel = RegionLeaves.test(.seekers, LeafPart.panel, .previous)
    let all = try narrative((330, 250), before: (300, 200), hiding: panel).sentences().map(\.zh)
    #expect(all[1].hasPrefix("与去年同期相比") && all.allSatisfy { !$0.contains("与上季度相比，需求") })
  }

  @Test func unchangedRatioIsSaidSo() throws {
    #expect(try sentences((600, 400), before: (300, 200))[0].hasSuffix("求人倍率为1.50，与上季度持平，与去年同期持平。"))
  }

  @Test(arguments: [("2026M09", "上月"), ("2026H1", "上一个半年"), ("2026Q1", "上季度")]) func wordsFollowTheUnit(
    period: String, word: String
  ) throws {
    #expect(try sentences((600, 400), before: (300, 200), period: period)[1].hasPrefix("与\(word)相比"))
  }

  private func moves(
    _ openings: Int, _ previous: Int, _ yearBefore: Int, isTighterUp: Bool = true
  ) throws -> String {
    let rules = BulletinRules(
      bands: rules.bands, topCount: 10, tables: [],
      tightness: [.openingsPerSeeker: BulletinRules.Tightness(isTighterUp: isTighterUp, least: 0.05)])
    let all = try narrative(
      (openings, 100), before: (previous, previous > 0 ? 100 : 0), yearBefore: (yearBefore, yearBefore > 0 ? 100 : 0),
      rules: rules
    ).sentences()[0].zh
    return all.components(separatedBy: "。").dropFirst().joined(separator: "。")
  }

  /// What a change of the ratio means is said by the bureau's table, and of a small one that it is small.
  @Test func openingSaysWhatChangesOfTheRatioMean() throws {
    #expect(try moves(110, 100, 100) == "供求比上季度和去年同期趋紧（需求相对增多）。")
    #expect(try moves(105, 100, 106) == "供求比上季度趋紧（需求相对增多），与去年同期相比变化不大。")
    #expect(try moves(100, 105, 95) == "供求比上季度趋缓（求职相对增多），比去年同期趋紧（需求相对增多）。")
    #expect(try moves(100, 100, 104) == "供求与上季度和去年同期相比变化不大。")
    #expect(try moves(100, 0, 0) == "")
    #expect(try moves(100, 0, 110) == "供求比去年同期趋缓（求职相对增多）。")
    // A bureau that calls it the other way round is not told that openings have become more.
    #expect(try moves(90, 100, 100, isTighterUp: false) == "供求比上季度和去年同期趋紧（求职相对增多）。")
    #expect(try moves(90, 100, 80, isTighterUp: false) == "供求比上季度趋紧（求职相对增多），比去年同期趋缓（需求相对增多）。")
    // Without a rule nothing is said.
    let plain = try sentences((110, 100), before: (100, 100))[0]
    #expect(!plain.contains("供求"))
  }

  /// Where new openings and those carried over go apart, the sum tells of neither.
  @Test(
    arguments: [
      ((40, 60), "需求人数中，本期新增的增长50.00%，上期结转的下降33.33%。"), ((90, 60), "需求人数中，本期新增的下降75.00%，上期结转的增长50.00%。"),
      ((40, 20), "需求人数中，本期新增的下降25.00%，上期结转的增长100.00%。"), ((60, 60), nil), ((0, 0), nil),
    ] as [((Int, Int), String?)])
  func openingsThatGoApartAreTold(carried: (Int, Int), words: String?) throws {
    let all = try narrative((100, 100), before: (100, 100), carried: carried).sentences().map(\.zh)
    // In the sentence on the growth of both sides, whatever follows.
    #expect(all.first { $0.contains("结转") } == words.map { "与上季度相比，需求人数持平，求职人数持平（按两期均报送的单位计算）。" + $0 })
  }

  private func fillRate(_ value: Cell, _ qoq: Cell, _ yoy: Cell) -> KeyFigure {
    KeyFigure(
      id: Indicator.fillRate.rawValue, label: Label("满足率"), unit: Label("%"), value: ProtectedCell(shown: value),
      qoq: ProtectedCell(shown: qoq), yoy: ProtectedCell(shown: yoy), changeUnit: Label("百分点"))
  }

  private func filling(_ value: Cell, _ qoq: Cell, _ yoy: Cell, period: String = "2026Q3") throws -> String? {
    try narrative((300, 200), before: (300, 200), period: period, fillRate: fillRate(value, qoq, yoy)).sentences()
      .map(\.zh).first { $0.contains("满足率") }
  }

  @Test func fillingIsToldWithWhatIsShownOfItsChanges() throws {
    func points(_ value: Double) -> Cell { .number(value, decimals: 2) }
    let told = "本期结束的招聘人数中，招到的占54.73%（满足率）"
    #expect(try filling(points(54.73), points(-6.53), points(1.2)) == told + "，比上季度下降6.53个百分点，比去年同期上升1.20个百分点。")
    #expect(try filling(points(54.73), points(0), .suppressed) == told + "，与上季度持平。")
    #expect(try filling(points(54.73), .suppressed, points(-1)) == told + "，比去年同期下降1.00个百分点。")
    #expect(try filling(points(54.73), .unavailable, .unavailable) == told + "。")
    // A year has one period before it.
    #expect(try filling(points(54.73), points(2), points(2), period: "2025") == told + "，比上年上升2.00个百分点。")
    for hidden in [Cell.suppressed, .unavailable] { #expect(try filling(hidden, points(1), points(1)) == nil) }
  }
}
