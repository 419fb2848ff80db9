import Domain
import TestSupport
import Testing
import Warehouse

@testable import Stages

@Suite struct StockGridTests {
  /// Against F1 as it is written: what was registered before and had not ended, and what was registered in the run.
  @Test(arguments: [Period.Unit.month, .quarter, .year]) func everyRunOfPeriods(unit: Period.Unit) {
    var random = SeededGenerator(seed: UInt64(unit.rawValue))
    let periods = 2000 / unit.rawValue...2000 / unit.rawValue + 5
    var grid = StockGrid(unit, periods: periods)
    var cells: [(place: Int, month: Int, value: CubeValue)] = []
    for _ in 0..<400 {
      let value = CubeValue(
        registered: Int.random(in: -3...9, using: &random), ended: Int.random(in: 0...9, using: &random),
        closed: Int.random(in: 0...9, using: &random), filled: Int.random(in: 0...9, using: &random))
      cells.append((Int.random(in: 0..<3, using: &random), Int.random(in: 1900...2100, using: &random), value))
      grid.add(cells[cells.count - 1].value, cells[cells.count - 1].place, month: cells[cells.count - 1].month)
    }
    for place in 0..<4 {
      for first in periods {
        for last in first...periods.upperBound {
          var expected = Stock()
          for cell in cells where cell.place == place {
            if cell.month < first * unit.rawValue {
              expected.carried += cell.value.registered - cell.value.ended
            } else if cell.month < (last + 1) * unit.rawValue {
              expected += Stock(registered: cell.value.registered, closed: cell.value.closed, filled: cell.value.filled)
            }
          }
          #expect(grid.stock(place, first...last) == expected)
        }
      }
      #expect(grid.valid(place) == periods.map { grid.stock(place, $0...$0).valid })
    }
  }

  @Test func whatLiesBehindTheLastPeriodHasNoPart() {
    var grid = StockGrid(.quarter, periods: 10...11)
    grid.add(CubeValue(registered: 1), 0, month: 36)
    #expect(grid.lastMonth == 35 && grid.valid(0) == [0, 0])
    grid.add(CubeValue(registered: 1), 0, month: 35)
    #expect(grid.valid(0) == [0, 1])
  }
}
