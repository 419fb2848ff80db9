import Disclosure
import Testing

@testable import Stages

@Suite struct HiddenCellsTests {
  /// A 大类 may hold one 小类 among the openings, and several among the seekers.
  @Test func namesAreThoseOfTheMeasure() throws {
    let minor = MarketCell.minorGroup("5-01-02")
    let hidden = HiddenCells(
      decided: [
        HiddenCells.Decision(cell: MarketCell("450600", .seekers, minor), value: 12, isHidden: true),
        HiddenCells.Decision(cell: MarketCell("450600", .demand, "T5/5"), value: 40, isHidden: false),
        HiddenCells.Decision(cell: MarketCell("450600", .seekers, "T5/5"), value: 50, isHidden: false),
      ],
      aliases: [.demand: [minor: "T5/5"]], ranked: ["450600": ["5-01-02"]], exposed: [],
      loss: LossReport(try CellSystem(cells: [], sums: []), hidden: []))
    #expect(!hidden("450600", .demand, minor) && hidden("450600", .seekers, minor))
    #expect(!hidden("450600", .seekers, "T5/5") && !hidden.lists("450600", "5-01-02"))
  }
}
