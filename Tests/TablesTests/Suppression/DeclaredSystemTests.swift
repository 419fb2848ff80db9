import Domain
import Testing

@testable import Tables

@Suite struct DeclaredSystemTests {
  static let count =
    "- {id: received, zh: 接收, en: Received, unit: 份, count: \"received_on between :start and :end\"}"

  private func leaf(_ table: String, _ figure: String, _ region: String = "450600", _ part: String = "total") -> Leaf {
    Leaf(SmallWarehouse.period, region, "\(table).\(figure)", part)
  }

  @Test func fewPersonsAndWhatTheyCouldBeComputedFromAreHidden() throws {
    let warehouse = try SmallWarehouse()
    try warehouse.add(30, "a")
    try warehouse.add(4, "b", kind: "乙")
    try warehouse.add(20, "c", region: "450603")
    try warehouse.add(15, "d", region: "450603", kind: "乙")
    let decisions = try warehouse.outcome([
      warehouse.evaluation(SmallWarehouse.yaml("A", DeclaredSystemTests.count))
    ]).decisions
    #expect(decisions.hides(leaf("A", "received", "450602", "乙")))
    #expect(decisions.hides(leaf("A", "received", "450602", "甲")))
    #expect(decisions.hides(leaf("A", "received", "450603", "乙")))
    #expect(!decisions.hides(leaf("A", "received")))
  }

  @Test func manyRowsOfOnePersonAreThatPersons() throws {
    let warehouse = try SmallWarehouse()
    try warehouse.add(12, "a", person: "one")
    let decisions = try warehouse.outcome([
      warehouse.evaluation(SmallWarehouse.yaml("A", DeclaredSystemTests.count))
    ]).decisions
    #expect(decisions.hides(leaf("A", "received")))
  }

  @Test func leavesThatCountTheSameRowsAreOneCell() throws {
    let warehouse = try SmallWarehouse()
    try warehouse.add(4, "a")
    try warehouse.add(40, "b", kind: "乙")
    // In the second table the four persons stand in a row beside others; the difference of the totals would tell.
    let other = "- {id: second, zh: 乙, en: B, unit: 份, count: \"received_on >= :start and kind = '乙'\"}"
    let decisions = try warehouse.outcome([
      warehouse.evaluation(SmallWarehouse.yaml("A", DeclaredSystemTests.count)),
      warehouse.evaluation(SmallWarehouse.yaml("B", other, "").replacing("by: kind\nrows: seen", with: "by: none")),
    ]).decisions
    #expect(decisions.hides(leaf("A", "received", "450600", "甲")))
    // The same rows under another name are hidden and shown together.
    #expect(decisions.hides(leaf("B", "second")) == decisions.hides(leaf("A", "received", "450600", "乙")))
    // What is left of the total is not told either.
    #expect(decisions.hides(leaf("A", "received")) || decisions.hides(leaf("B", "second")))
  }

  /// What others show of nearly the same rows is known, whatever is decided here; what they hide is no help to a reader.
  @Test func countsThatOthersPublishAreHeldAgainst() throws {
    let warehouse = try SmallWarehouse()
    try warehouse.add(40, "a", amount: 1)
    try warehouse.add(3, "b", amount: 9)
    let smaller = "- {id: smaller, zh: 小, en: Smaller, unit: 份, count: \"received_on >= :start and amount < 5\"}"
    let (own, other) = (
      try warehouse.evaluation(
        SmallWarehouse.yaml("A", DeclaredSystemTests.count).replacing("by: kind\nrows: seen", with: "by: none")),
      try warehouse.evaluation(
        SmallWarehouse.yaml("B", smaller).replacing("by: kind\nrows: seen", with: "by: none"))
    )
    func outcome(_ isShown: Bool?) throws -> DeclaredSystem.Outcome {
      var system = warehouse.system
      try system.add(own)
      try system.add(other, shownElsewhere: { _ in isShown })
      return try system.outcome()
    }
    let shown = try outcome(true)
    #expect(shown.decisions.hides(leaf("A", "received")) && !shown.decisions.hides(leaf("B", "smaller")))
    // Nobody knows: taken to be shown.
    #expect(try outcome(nil).decisions.hides(leaf("A", "received")))
    #expect(try !outcome(false).decisions.hides(leaf("A", "received")))
    // Who publishes it remembers it.
    #expect(shown.decided.allSatisfy { $0.measure.hasPrefix("A.") })
  }

  @Test func oneLeafWithinAnotherAFewRowsLarger() throws {
    let warehouse = try SmallWarehouse()
    try warehouse.add(40, "a", amount: 1)
    try warehouse.add(3, "b", amount: 9)
    let smaller = "- {id: smaller, zh: 小, en: Smaller, unit: 份, count: \"received_on >= :start and amount < 5\"}"
    let tables = [
      SmallWarehouse.yaml("A", DeclaredSystemTests.count), SmallWarehouse.yaml("B", smaller),
    ].map { $0.replacing("by: kind\nrows: seen", with: "by: none") }
    let decisions = try warehouse.outcome(tables.map(warehouse.evaluation)).decisions
    #expect(decisions.hides(leaf("A", "received")) || decisions.hides(leaf("B", "smaller")))
    // Alone each may be seen.
    for (table, name) in zip(tables, ["received", "smaller"]) {
      let alone = try warehouse.outcome([warehouse.evaluation(table)]).decisions
      #expect(!alone.hides(leaf(name == "received" ? "A" : "B", name)))
    }
  }

  @Test func stockAndFlowsAreABalance() throws {
    let warehouse = try SmallWarehouse()
    try warehouse.add(50, "a", received: "2026-01-01")
    try warehouse.add(20, "b", received: "2026-01-01", sent: "2026-08-02")
    try warehouse.add(4, "c", received: "2026-08-03")
    let figures = """
      - {id: stock, zh: 存量, en: Stock, unit: 份, count: "received_on <= :end and coalesce(sent_on, '9999') > :end"}
      - {id: received, zh: 接收, en: In, unit: 份, count: "received_on between :start and :end"}
      - {id: sent, zh: 转出, en: Out, unit: 份, count: "sent_on between :start and :end"}
      """
    let yaml = SmallWarehouse.yaml("A", figures, "changes: [previous]")
      .replacing("by: kind\nrows: seen", with: "by: none")
    let decisions = try warehouse.outcome([warehouse.evaluation(yaml)]).decisions
    // Four came: stock 54 + out 20 = stock before 70 + 4.
    #expect(decisions.hides(leaf("A", "received")))
    let others = [
      leaf("A", "stock"), leaf("A", "sent"), Leaf(SmallWarehouse.period.previous, "450600", "A.stock"),
    ]
    #expect(others.contains(where: decisions.hides))
  }

  @Test func theRestOfAPercentIsALeaf() throws {
    let warehouse = try SmallWarehouse()
    try warehouse.add(38, "a", amount: 1)
    try warehouse.add(2, "b", amount: 9)
    let figures = """
      - {id: all, zh: 全部, en: All, unit: 份, count: "1"}
      - {id: part, zh: 部分, en: Part, print: false, count: "amount < 5"}
      - {id: rate, zh: 率, en: Rate, unit: "%", percent: {part: part, of: all}}
      """
    let yaml = SmallWarehouse.yaml("A", figures).replacing("by: kind\nrows: seen", with: "by: none")
    let evaluation = try warehouse.evaluation(yaml)
    let decisions = try warehouse.outcome([evaluation]).decisions
    let draft = try #require(evaluation.draft(for: "450600"))
    let table = try #require(ProtectedTable(draft, decisions)).table
    #expect(table.cell("total", "all")?.csv == "40")
    #expect(table.cell("total", "rate")?.csv == "[c]")
    let open = try warehouse.evaluation(yaml.replacing("print: false", with: "print: false, open: 名单"))
    let shown = try warehouse.outcome([open]).decisions
    #expect(ProtectedTable(try #require(open.draft(for: "450600")), shown)?.table.cell("total", "rate")?.csv == "95.00")
  }

  @Test func whatAnEarlierEditionHidStaysHidden() throws {
    let warehouse = try SmallWarehouse()
    try warehouse.add(30, "a")
    let evaluation = try warehouse.evaluation(SmallWarehouse.yaml("A", DeclaredSystemTests.count))
    let cell = leaf("A", "received", "450600", "甲")
    #expect(try !warehouse.outcome([evaluation]).decisions.hides(cell))
    let outcome = try warehouse.outcome([evaluation]) { leaf, _ in leaf == cell ? .hidden : nil }
    #expect(outcome.decisions.hides(cell))
    #expect(outcome.decided.contains { $0.part == "甲" && $0.region == "450600" && $0.isHidden && $0.value == 30 })
  }

  @Test func whatAnEarlierEditionShowedProtectsNothing() throws {
    let warehouse = try SmallWarehouse()
    try warehouse.add(30, "a")
    try warehouse.add(4, "b", kind: "乙")
    let evaluation = try warehouse.evaluation(SmallWarehouse.yaml("A", DeclaredSystemTests.count))
    let outcome = try warehouse.outcome([evaluation]) { leaf, _ in leaf.part == "乙" ? nil : .shown }
    #expect(outcome.decisions.exposed.contains { $0.part == "乙" })
  }

  @Test func nobodyAndUnknownContributors() throws {
    let warehouse = try SmallWarehouse(.nobody)
    try warehouse.add(2, "a")
    let evaluation = try warehouse.evaluation(SmallWarehouse.yaml("A", DeclaredSystemTests.count))
    let decisions = try warehouse.outcome([evaluation]).decisions
    #expect(!decisions.hides(leaf("A", "received")))
    // A leaf that no table has is hidden.
    #expect(decisions.hides(leaf("A", "other")) && decisions.hides(leaf("A", "received", "450604")))
  }

  @Test func aPublicTableWithoutContributorIsAnError() throws {
    let warehouse = try SmallWarehouse(nil)
    #expect(throws: PipelineError.self) {
      try warehouse.table(SmallWarehouse.yaml("A", DeclaredSystemTests.count))
    }
    let bureau = try warehouse.table(
      SmallWarehouse.yaml("A", DeclaredSystemTests.count).replacing("audience: public", with: ""))
    let evaluation = try warehouse.evaluation(bureau)
    let decisions = try warehouse.outcome([evaluation]).decisions
    #expect(ProtectedTable(try #require(evaluation.draft(for: "450600")), decisions) == nil)
  }

  @Test func unitsAreCountedAndMustNotDominate() throws {
    let warehouse = try SmallWarehouse(.unit)
    try warehouse.add(1, "a", person: "large", amount: 900)
    for name in ["b", "c", "d"] { try warehouse.add(1, name, amount: 30) }
    for name in ["e", "f", "g"] { try warehouse.add(1, name, kind: "乙", amount: 100) }
    let sum = "- {id: amount, zh: 金额, en: Amount, unit: 元, sum: amount}"
    let decisions = try warehouse.outcome([warehouse.evaluation(SmallWarehouse.yaml("A", sum))]).decisions
    #expect(decisions.hides(leaf("A", "amount", "450600", "甲")))
    #expect(decisions.hides(leaf("A", "amount", "450600", "乙")))
    #expect(!decisions.hides(leaf("A", "amount")))
  }

  @Test func negativeSumsAreNotShown() throws {
    let warehouse = try SmallWarehouse(.unit)
    for name in ["a", "b", "c", "d"] { try warehouse.add(1, name, amount: name == "a" ? -5 : 10) }
    let sum = "- {id: amount, zh: 金额, en: Amount, unit: 元, sum: amount}"
    let none = "- {id: amount, zh: 金额, en: Amount, unit: 元, sum: \"amount - 20\"}"
    #expect(
      try !warehouse.outcome([warehouse.evaluation(SmallWarehouse.yaml("A", sum))]).decisions.hides(leaf("A", "amount"))
    )
    #expect(
      try warehouse.outcome([warehouse.evaluation(SmallWarehouse.yaml("A", none))]).decisions.hides(leaf("A", "amount"))
    )
  }
}
