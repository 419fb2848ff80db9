import Domain
import Warehouse

/// Cells of the cube by place and period, from which the stock of any run of the periods follows (F1). What a place
/// stands for is the caller's: a code, a region and a code, a side of the market.
struct StockGrid {
  /// Ordinals of the periods that are told apart; what came before is carried over.
  let periods: ClosedRange<Int>
  /// Months a period.
  private let unit: Int
  /// By place and period.
  private var cells: [CubeValue] = []
  /// Registered minus ended before the first period, by place.
  private var carried: [Int] = []

  init(_ unit: Period.Unit, periods: ClosedRange<Int>) {
    self.unit = unit.rawValue
    self.periods = periods
  }

  /// The last month that counts.
  var lastMonth: Int { (periods.upperBound + 1) * unit - 1 }

  /// Adds a cell that counts in `month`; what lies behind the last period has no part in any.
  mutating func add(_ value: CubeValue, _ place: Int, month: Int) {
    let period = month / unit
    guard period <= periods.upperBound else { return }
    while carried.count <= place {
      carried.append(0)
      cells.append(contentsOf: repeatElement(CubeValue(), count: periods.count))
    }
    if period < periods.lowerBound {
      carried[place] += value.registered - value.ended
    } else {
      cells[place * periods.count + period - periods.lowerBound] += value
    }
  }

  /// What was valid, newly registered, closed and filled in a run of the periods taken as one.
  func stock(_ place: Int, _ run: ClosedRange<Int>) -> Stock {
    guard place < carried.count else { return Stock() }
    var stock = Stock(carried: carried[place])
    for period in periods.lowerBound...run.upperBound {
      let cell = cells[place * periods.count + period - periods.lowerBound]
      if period < run.lowerBound {
        stock.carried += cell.registered - cell.ended
      } else {
        stock += Stock(registered: cell.registered, closed: cell.closed, filled: cell.filled)
      }
    }
    return stock
  }

  /// What was valid in each of the periods.
  func valid(_ place: Int) -> [Int] {
    guard place < carried.count else { return periods.map { _ in 0 } }
    var carried = carried[place]
    return (0..<periods.count).map { period in
      let cell = cells[place * periods.count + period]
      defer { carried += cell.registered - cell.ended }
      return carried + cell.registered
    }
  }
}
