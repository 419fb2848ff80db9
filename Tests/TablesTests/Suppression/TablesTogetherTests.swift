import Domain
import Testing

@testable import Tables

/// What several public tables of one dataset tell together, each of which would be safe alone.
@Suite struct TablesTogetherTests {
  private static let count = DeclaredSystemTests.count

  private func leaf(_ measure: String, _ part: String = "total", _ region: String = "450600") -> Leaf {
    Leaf(SmallWarehouse.period, region, measure, part)
  }

  /// A table of the city by an expression.
  private func yaml(_ id: String, by axis: String, _ figures: String = count) -> String {
    SmallWarehouse.yaml(id, figures, "regions: city").replacing("by: kind", with: "by: \"\(axis)\"")
  }

  /// Whether `hidden` could be computed: all of `shown` can be seen.
  private func tells(_ outcome: DeclaredSystem.Outcome, _ shown: [Leaf]) -> Bool {
    !shown.contains(where: outcome.decisions.hides)
  }

  @Test func aRowThatIsSeveralRowsOfAFinerTable() throws {
    let warehouse = try SmallWarehouse()
    for (kind, count) in [("a1", 4), ("a2", 30), ("a3", 41), ("b1", 22), ("b2", 33), ("b3", 44)] {
      try warehouse.add(count, kind, kind: kind)
    }
    let evaluations = try warehouse.evaluations(
      yaml("fine", by: "kind"), yaml("coarse", by: "substr(kind, 1, 1)"))
    let outcome = try warehouse.outcome(evaluations)
    #expect(outcome.decisions.exposed.isEmpty)
    #expect(outcome.decisions.hides(leaf("fine.received", "a1")))
    // a less a2 and a3 would be a1.
    #expect(
      !tells(outcome, [leaf("coarse.received", "a"), leaf("fine.received", "a2"), leaf("fine.received", "a3")]))
    #expect(
      !tells(outcome, [leaf("fine.received")] + ["a2", "a3", "b1", "b2", "b3"].map { leaf("fine.received", $0) }))
  }

  @Test func aFewMoreThanSeveralRows() throws {
    let warehouse = try SmallWarehouse()
    for (kind, count) in [("a1", 25), ("a2", 30), ("a3", 41), ("b1", 50)] { try warehouse.add(count, kind, kind: kind) }
    try warehouse.add(3, "late", kind: "b1", amount: 9)
    // The whole of a, and three of b.
    let figure =
      "- {id: some, zh: 部分, en: Some, unit: 份, count: \"received_on >= :start and (kind < 'b' or amount > 5)\"}"
    let outcome = try warehouse.outcome(
      warehouse.evaluations(yaml("fine", by: "kind"), yaml("other", by: "'all'", figure)))
    #expect(
      !tells(outcome, [leaf("other.some")] + ["a1", "a2", "a3"].map { leaf("fine.received", $0) }))
  }

  @Test func rowsThatAreCounties() throws {
    let warehouse = try SmallWarehouse()
    try warehouse.add(30, "a")
    try warehouse.add(4, "b", kind: "乙")
    try warehouse.add(20, "c", region: "450603")
    try warehouse.add(15, "d", region: "450603", kind: "乙")
    let outcome = try warehouse.outcome(
      warehouse.evaluations(SmallWarehouse.yaml("A", TablesTogetherTests.count), yaml("B", by: "region")))
    for region in ["450602", "450603"] {
      #expect(
        outcome.decisions.hides(leaf("A.received", "total", region))
          == outcome.decisions.hides(leaf("B.received", region)))
    }
  }

  @Test func threeFiguresThatAreTogetherAFourth() throws {
    let warehouse = try SmallWarehouse()
    for (kind, count) in [("准予", 40), ("不准", 12), ("撤回", 3), ("在办", 50)] {
      try warehouse.add(count, kind, kind: kind)
    }
    func figure(_ id: String, _ condition: String) -> String {
      "- {id: \(id), zh: \(id), en: \(id), unit: 份, count: \"\(condition)\"}"
    }
    let outcome = try warehouse.outcome(
      warehouse.evaluations(
        yaml(
          "A", by: "'all'",
          [figure("granted", "kind = '准予'"), figure("refused", "kind = '不准'")].joined(separator: "\n")),
        yaml("B", by: "'all'", figure("decided", "kind <> '在办'")),
        yaml("C", by: "'all'", figure("withdrawn", "kind = '撤回'"))))
    #expect(outcome.decisions.hides(leaf("C.withdrawn")))
    #expect(!tells(outcome, [leaf("A.granted"), leaf("A.refused"), leaf("B.decided")]))
  }

  @Test(arguments: ["sum: \"1\"", "sum: \"50\"", "distinct: person", "distinct: \"entry || kind\""])
  func theNumberOfRowsInDisguise(_ figure: String) throws {
    let warehouse = try SmallWarehouse()
    try warehouse.add(4, "a", kind: "a")
    for (kind, count) in [("b", 30), ("c", 41), ("d", 22)] { try warehouse.add(count, kind, kind: kind) }
    let evaluations = try warehouse.evaluations(
      yaml("A", by: "kind"), yaml("B", by: "kind", "- {id: same, zh: 同, en: Same, unit: 份, \(figure)}"))
    let outcome = try warehouse.outcome(evaluations)
    for kind in ["a", "b", "c", "d", "total"] {
      #expect(outcome.decisions.hides(leaf("A.received", kind)) == outcome.decisions.hides(leaf("B.same", kind)))
    }
    #expect(outcome.decisions.hides(leaf("B.same", "a")))
  }
}
