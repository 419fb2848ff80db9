import Domain
import Testing

@testable import Tables

@Suite struct TableEvaluationTests {
  private func cell(_ evaluation: TableEvaluation, _ row: String, _ figure: String, _ place: String = "450600")
    -> String
  {
    evaluation.figures(figure, row: row, place: place, period: SmallWarehouse.period).map(\.csv).joined(separator: ";")
  }

  @Test func columnsOfTheDraft() throws {
    let warehouse = try SmallWarehouse()
    try warehouse.add(3, "a")
    try warehouse.add(2, "b", received: "2026-05-01")
    let yaml = SmallWarehouse.yaml(
      "A",
      """
      - {id: received, zh: 接收, en: Received, unit: 份, count: "received_on between :start and :end"}
      - {id: hidden, zh: 不印, en: Not printed, print: false, count: "1"}
      - {id: days, zh: 天数, en: Days, unit: 天, quantile: {of: amount, at: [0.5, 0.9]}}
      - {id: rate, zh: 率, en: Rate, unit: "%", percent: {part: received, of: hidden, coverage_of: hidden}}
      """, "changes: [previous, yoy]")
    let draft = try #require(try warehouse.evaluation(yaml).draft(for: "450600"))
    #expect(
      draft.measures.map(\.id) == [
        "received", "received_qoq", "received_yoy", "days_p50", "days_p90", "rate", "rate_coverage",
      ])
    #expect(draft.rows.map(\.key) == ["甲", "total"])
    #expect(draft.rows[1].cells.map(\.value.csv) == ["3", "50.00", "[x]", "1", "1", "60.00", "100.00"])
    #expect(draft.rows[1].cells[1].leaves.count == 2)
    #expect(draft.rows.allSatisfy { $0.cells.count == draft.measures.count })
  }

  @Test func rowsThatAreNotListedAreTheRest() throws {
    let warehouse = try SmallWarehouse()
    try warehouse.add(3, "a")
    try warehouse.add(2, "b", kind: "乙")
    let figures = """
      - {id: all, zh: 全部, en: All, unit: 份, count: "1"}
      - {id: share, zh: 比重, en: Share, unit: "%", share: all}
      """
    let rows = "rows: [{key: 甲}, {key: 少, of: 甲, where: \"entry < 'a2'\"}]\nrest: {zh: 其他, en: Other}"
    let yaml = SmallWarehouse.yaml("A", figures).replacing("rows: seen", with: rows)
    let evaluation = try warehouse.evaluation(yaml)
    #expect(["甲", "少", "rest", "total"].map { cell(evaluation, $0, "all") } == ["3", "2", "2", "5"])
    // An 其中 row's share is of its parent.
    #expect(
      ["甲", "少", "rest", "total"].map { cell(evaluation, $0, "share") } == ["60.00", "66.67", "40.00", "100.00"])
    #expect(evaluation.draft(for: "450600")?.rows.map(\.role) == [.item, .subitem, .unknown, .total])
  }

  @Test func theLargestRowsStandAlone() throws {
    let warehouse = try SmallWarehouse()
    for (number, kind) in ["甲", "乙", "丙", "丁"].enumerated() { try warehouse.add(50 - 10 * number, kind, kind: kind) }
    let yaml = SmallWarehouse.yaml(
      "A", "- {id: all, zh: 全部, en: All, unit: 份, count: \"1\"}", "top: {n: 2, by: all}\nrest: {zh: 其他, en: Other}")
    let evaluation = try warehouse.evaluation(yaml)
    #expect(Set(evaluation.rows.map(\.key)) == ["甲", "乙", "rest", "total"])
    #expect(cell(evaluation, "rest", "all") == "50")
  }

  @Test func placesAreCountedOneByOneWhereAFigureAsksForThem() throws {
    let warehouse = try SmallWarehouse()
    try warehouse.add(3, "a")
    try warehouse.add(4, "b", region: "450603")
    let yaml = SmallWarehouse.yaml(
      "A", "- {id: here, zh: 本地, en: Here, unit: 份, count: \"substr(region, 1, length(:place)) = :place\"}")
    let evaluation = try warehouse.evaluation(yaml)
    #expect(["450600", "450602", "450603"].map { cell(evaluation, "total", "here", $0) } == ["7", "3", "4"])
  }

  @Test func sentencesAreLeftOutWithAHiddenFigure() throws {
    let warehouse = try SmallWarehouse()
    try warehouse.add(30, "a")
    let yaml = SmallWarehouse.yaml(
      "A",
      """
      - {id: all, zh: 全部, en: All, unit: 份, count: "1"}
      - {id: few, zh: 少, en: Few, unit: 份, count: "entry < 'a15'"}
      """,
      """
      sentence:
      - {zh: "共{all}。", en: "{all} in all."}
      - {zh: "其中{few}。", en: "{few} of them."}
      """)
    let evaluation = try warehouse.evaluation(yaml)
    let decisions = try warehouse.outcome([evaluation]).decisions
    let few = evaluation.sentences(for: "450600").map { $0.shown(decisions)?.zh }
    #expect(few.count == 2 && few.first == "共30份。")
    #expect(few.last == .some(nil) || decisions.hides(Leaf(SmallWarehouse.period, "450600", "A.few")) == false)
  }

  /// The share beside a percentage does not take its sentence away; one of nothing but zeros says nothing.
  @Test func sentencesOfPercentagesAndOfNothing() throws {
    let warehouse = try SmallWarehouse()
    try warehouse.add(30, "a")
    let yaml = SmallWarehouse.yaml(
      "A",
      """
      - {id: all, zh: 全部, en: All, unit: 份, count: "1"}
      - {id: none, zh: 没有, en: None, unit: 份, count: "entry = ''"}
      - {id: none2, zh: 也没有, en: None either, unit: 份, count: "entry = ' '"}
      - {id: share, zh: 比重, en: Share, unit: "%", percent: {part: none, of: all, coverage_of: all}}
      """,
      """
      sentence:
      - {zh: "有{none}。", en: "{none}."}
      - {zh: "有{none}，又有{none2}。", en: "{none}, {none2}."}
      - {zh: "{all}中有{none}。", en: "{none} of {all}."}
      - {zh: "占{share}。", en: "{share}."}
      """)
    let sentences = try warehouse.evaluation(yaml).sentences(for: "450600")
    #expect(sentences.map(\.text.zh) == ["有0份。", "30份中有0份。", "占0.00%。"])
  }

  /// A name may say which row, and which of several numbers.
  @Test func sentencesOfRowsAndQuantiles() throws {
    let warehouse = try SmallWarehouse()
    try warehouse.add(30, "a", amount: 2)
    try warehouse.add(20, "b", kind: "乙", amount: 4)
    try warehouse.add(4, "c", kind: "丙", amount: 4)
    let yaml = SmallWarehouse.yaml(
      "A",
      """
      - {id: all, zh: 全部, en: All, unit: 份, count: "1"}
      - {id: much, zh: 数额, en: Amount, unit: 天, quantile: {of: amount, at: [0.25, 0.5]}}
      """,
      """
      sentence:
      - {zh: "甲{all@甲}，乙{all@乙}，共{all}。", en: "{all@甲} and {all@乙} of {all}."}
      - {zh: "中位数{much_p50}，乙{much_p25@乙}。", en: "{much_p50}, {much_p25@乙}."}
      - {zh: "丙{all@丙}。", en: "{all@丙}."}
      """
    ).replacing("rows: seen", with: "rows: [{key: 甲, zh: 甲, en: A}, {key: 乙, zh: 乙, en: B}, {key: 丙, zh: 丙, en: C}]")
    let evaluation = try warehouse.evaluation(yaml)
    let sentences = evaluation.sentences(for: "450600")
    #expect(sentences.map(\.text.zh) == ["甲30份，乙20份，共54份。", "中位数2天，乙4天。", "丙4份。"])
    #expect(sentences.map(\.text.en) == ["30 and 20 of 54.", "2, 4.", "4."])
    // Four persons are hidden, and with them what says so.
    #expect(try sentences[2].shown(warehouse.outcome([evaluation]).decisions) == nil)
  }

  @Test func rowsByPersonAreRefused() throws {
    let warehouse = try SmallWarehouse()
    try warehouse.add(3, "a")
    let table = try warehouse.table(
      SmallWarehouse.yaml("A", "- {id: all, zh: 全部, en: All, unit: 份, count: \"1\"}")
        .replacing("by: kind", with: "by: \"coalesce(person, kind)\""))
    #expect { try warehouse.evaluation(table) } throws: { ($0 as? PipelineError)?.code == .personAxis }
  }

  @Test func sqlThatIsWrongIsToldWithItsPlace() throws {
    let warehouse = try SmallWarehouse()
    let table = try warehouse.table(
      SmallWarehouse.yaml("A", "- {id: all, zh: 全部, en: All, unit: 份, count: \"recieved_on > :start\"}"))
    #expect { try warehouse.evaluation(table) } throws: { error in
      (error as? PipelineError).map { $0.code == .sqlWrong && $0.place.hasSuffix(":8:47") } ?? false
    }
  }

  @Test func tablesTogetherAreAsEachAlone() throws {
    let scenario = try TruthScenario.named("22")
    let period = try #require(Period("2026Q3"))
    let all = try scenario.publicEvaluations(period)
    #expect(all.count == scenario.tables.values.filter { $0.audience == .everybody }.count && !all.isEmpty)
    for evaluation in all {
      let alone = try scenario.evaluation(evaluation.table.id, "\(evaluation.periods[0])")
      #expect(Set(alone.cells.keys) == Set(evaluation.cells.keys), "\(evaluation.table.id)")
      for (id, cell) in alone.cells {
        let other = evaluation.cells[id]
        #expect(other?.value == cell.value && other?.contributors == cell.contributors && other?.sketch == cell.sketch)
      }
    }
  }
}
