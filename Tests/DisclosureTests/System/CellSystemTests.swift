import Disclosure
import Testing

/// What a system refuses, and how tables are put together.
@Suite struct CellSystemTests {
  static func cells(_ values: Int...) -> [Cell] {
    values.map { Cell(value: $0, visibility: .publishable(cost: 1)) }
  }

  static func failure(_ cells: [Cell], _ sums: [CellSum], _ facts: [CellFact] = []) -> CellSystemFailure? {
    do throws(CellSystemFailure) {
      _ = try CellSystem(cells: cells, sums: sums, facts: facts)
      return nil
    } catch {
      return error
    }
  }

  @Test func refuses() {
    let sum = CellSum(total: 0, parts: [1, 2])
    #expect(CellSystemTests.failure(CellSystemTests.cells(5, 2, 3), [sum]) == nil)
    #expect(
      CellSystemTests.failure(CellSystemTests.cells(6, 2, 3), [sum]) == .sumDoesNotHold(sum: 0, total: 6, parts: 5))
    #expect(CellSystemTests.failure(CellSystemTests.cells(1, -2, 3), [sum]) == .negative(cell: 1, -2))
    #expect(CellSystemTests.failure(CellSystemTests.cells(5, 5), [sum]) == .unknownCell(2))
    #expect(
      CellSystemTests.failure(CellSystemTests.cells(4, 2, 3), [CellSum(total: 0, parts: [1, 1])]) == .repeatedCell(1))
    let fact = CellFact.rounded(1, published: 10, unit: 10)
    #expect(
      CellSystemTests.failure(CellSystemTests.cells(5, 2, 3), [sum], [fact]) == .factDoesNotHold(fact: 0, value: 4))
    #expect(CellSystemFailure.sumDoesNotHold(sum: 0, total: 6, parts: 5).description.contains("add up to 5"))
  }

  /// Every numerator and denominator gives the published figure exactly where the facts hold.
  @Test func ratiosRoundHalfUp() throws {
    for numerator in 0...12 {
      for denominator in 1...12 {
        let published = (2 * 100 * numerator + denominator) / (2 * denominator)
        for claimed in max(published - 1, 0)...published + 1 {
          let facts = CellFact.ratio(0, of: 1, published: claimed, unit: 100)
          let failure = CellSystemTests.failure(CellSystemTests.cells(numerator, denominator), [], facts)
          #expect((failure == nil) == (claimed == published))
        }
      }
    }
  }

  @Test func linkedTablesShareCells() throws {
    var builder = CellSystemBuilder<String>()
    try builder.addTable([.flat(2)]) { members in
      (["all", "a", "b"][members[0]], Cell(value: [5, 2, 3][members[0]], visibility: .publishable(cost: 1)))
    }
    try builder.addTable([.flat(2)]) { members in
      (["all", "a", "b"][members[0]], Cell(value: [5, 2, 3][members[0]], visibility: .known))
    }
    let system = try builder.system()
    #expect(builder.keys == ["all", "a", "b"])
    #expect(system.cells.map(\.visibility) == [.known, .known, .known])
    #expect(system.sums == [CellSum(total: 0, parts: [1, 2])])
    #expect(throws: CellSystemFailure.conflictingValues(cell: 1, 2, 4)) {
      try builder.add("a", Cell(value: 4, visibility: .known))
    }
  }

  @Test func crossProduct() throws {
    let system = try Tables.flat([[1, 2, 3], [4, 5, 6]]).system()
    #expect(system.cells.map(\.value) == [21, 5, 7, 9, 6, 1, 2, 3, 15, 4, 5, 6])
    #expect(system.sums.count == 7)
    #expect(throws: CellSystemFailure.noTree(member: 0)) { try MemberTree(parents: [1, 0]) }
    #expect(throws: CellSystemFailure.noTree(member: 1)) { try MemberTree(parents: [nil, 7]) }
  }

  /// Of another publication only that is taken in which something is unknown.
  @Test func whatIsKnownOfAnotherTellsNothingNew() throws {
    var other = CellSystemBuilder<String>()
    let cells = [("total", 30), ("shown", 10), ("hidden", 20), ("sum", 50), ("one", 20), ("two", 30)].map {
      key, value in
      (key, Cell(value: value, visibility: key == "hidden" ? .withheld : .known))
    }
    for (key, cell) in cells { try other.add(key, cell) }
    other.addSum(total: 0, parts: [1, 2])
    other.addSum(total: 3, parts: [4, 5])
    other.addFact(CellFact([.init(1, cell: 3), .init(-1, cell: 2)], lower: 0))
    other.addFact(CellFact([.init(1, cell: 3), .init(-1, cell: 4)], lower: 0))
    var builder = CellSystemBuilder<String>()
    try builder.add("total", Cell(value: 30, visibility: .publishable(cost: 1)))
    try builder.addUnknown(of: other)
    #expect(builder.keys == ["total", "shown", "hidden", "sum"])
    #expect(builder.cell("hidden")?.visibility == .withheld && builder.cell("one") == nil)
    let system = try builder.system()
    #expect(system.sums == [CellSum(total: 0, parts: [1, 2])])
    #expect(system.facts == [CellFact([.init(1, cell: 3), .init(-1, cell: 2)], lower: 0)])
  }

  @Test func forAnotherAuditor() throws {
    var builder = try Tables.flat([[5], [20]])
    builder.addFact(CellFact([CellFact.Term(2, cell: 0)], upper: 60))
    let system = try builder.system()
    let json = system.auditJSON(hidden: system.hiddenAtFirst)
    #expect(json.contains(#"{"value":5,"least":0,"hidden":true,"protection":{"lower":0,"upper":0,"width":9}}"#))
    #expect(json.contains(#"{"total":0,"parts":[2, 4]}"#))
    #expect(json.contains(#"{"lower":null,"upper":60,"terms":[[0,2]]}"#))
  }
}
