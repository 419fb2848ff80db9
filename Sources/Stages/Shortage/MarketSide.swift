import Domain
import Warehouse

/// One side of the market, openings or seekers: each occupation code in each quarter (F1), from the cube.
struct MarketSide {
  /// What the cube holds of one occupation code and quarter.
  private struct Cell {
    var registered = 0
    var ended = 0
    var closed = 0
    var filled = 0
  }

  /// First quarter that is kept; what came before is carried over.
  let first: Int
  private let quarters: Int
  /// By place of the code and quarter.
  private var cells: [Cell] = []
  /// Registered minus ended before the first quarter, by place of the code.
  private var carried: [Int] = []
  /// Months with new rows, in their order.
  private(set) var months: [Int] = []

  init(quarters: ClosedRange<Int>) {
    first = quarters.lowerBound
    self.quarters = quarters.count
  }

  /// Months come in their order.
  mutating func add(_ place: Int, month: Int, registered: Int, ended: Int, closed: Int, filled: Int) {
    while carried.count <= place {
      carried.append(0)
      cells.append(contentsOf: repeatElement(Cell(), count: quarters))
    }
    if registered != 0, month != months.last { months.append(month) }
    let quarter = month / 3 - first
    guard quarter >= 0 else {
      carried[place] += registered - ended
      return
    }
    let index = place * quarters + quarter
    cells[index].registered += registered
    cells[index].ended += ended
    cells[index].closed += closed
    cells[index].filled += filled
  }

  /// What was valid, newly registered, closed and filled in a run of quarters taken as one period.
  func stock(_ place: Int, _ range: ClosedRange<Int>) -> Stock {
    guard place < carried.count else { return Stock() }
    var stock = Stock(carried: carried[place])
    for quarter in first...range.upperBound {
      let cell = cells[place * quarters + quarter - first]
      if quarter < range.lowerBound {
        stock.carried += cell.registered - cell.ended
      } else {
        stock += Stock(registered: cell.registered, closed: cell.closed, filled: cell.filled)
      }
    }
    return stock
  }
}
