import Domain
import Testing

@testable import Stages

@Suite struct ColumnHeadsTests {
  private let texts: Texts
  private let region = FixtureBulletin.make().regions[0]

  init() throws { texts = try Texts.shipped() }

  private func heads(_ id: String) throws -> ColumnHeads {
    let table = try #require(region.tables.first { $0.id == id })
    return ColumnHeads(table.measures, texts, .zh)
  }

  @Test func bothSidesAreGrouped() throws {
    let heads = try heads("T5")
    #expect(heads.groups.map(\.label) == ["需求人数", "求职人数", "求人倍率"])
    #expect(heads.groups[0].columns.map(\.label) == ["人数", "所占比重", "环比", "同比"])
    #expect(heads.groups[2].columns.map(\.label) == ["本期", "环比", "同比"])
    #expect(heads.groups[0].columns.map(\.unit) == ["人", "%", "百分点", "百分点"])
  }

  @Test func oneSideStandsFlat() throws {
    let heads = try heads("T3")
    #expect(!heads.hasTwoLevels)
    #expect(heads.groups.map(\.label) == ["需求人数", "所占比重", "环比", "同比"])
  }

  @Test func singleMeasuresStandAlone() throws {
    #expect(try !heads("T6").hasTwoLevels)
    #expect(try heads("T14").groups.map(\.label) == ["本期", "上期"])
  }

  @Test func cellsArePrintedInTheClassicForm() {
    #expect(PrintedCell.text(.number(12345, decimals: 0)) == "12,345")
    #expect(PrintedCell.text(.number(0.5, decimals: 2), isSigned: true) == "+0.50")
    #expect(PrintedCell.text(.number(-1234.5, decimals: 1), isSigned: true) == "−1,234.5")
    #expect(PrintedCell.text(.number(-0.001, decimals: 2), isSigned: true) == "0.00")
    #expect(PrintedCell.text(.unavailable) == "…")
    #expect(PrintedCell.text(.notApplicable) == "/")
  }
}
