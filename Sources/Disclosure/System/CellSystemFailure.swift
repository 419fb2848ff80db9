/// Why cells, sums and facts are no system; sums and facts by their number from 0.
public enum CellSystemFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// A value or a cost below 0.
  case negative(cell: Int, Int)
  /// A sum or fact names a cell that is not there.
  case unknownCell(Int)
  /// A sum or fact names a cell twice.
  case repeatedCell(Int)
  /// The parts do not add up to the total.
  case sumDoesNotHold(sum: Int, total: Int, parts: Int)
  /// The data contradict a fact.
  case factDoesNotHold(fact: Int, value: Int)
  /// Two tables give the same cell different values.
  case conflictingValues(cell: Int, Int, Int)
  /// The parents of a dimension's members lead in a circle, or to no member.
  case noTree(member: Int)

  /// A sentence for the log.
  public var description: String {
    switch self {
    case .negative(let cell, let value): "cell \(cell) has \(value), which is below 0"
    case .unknownCell(let cell): "there is no cell \(cell)"
    case .repeatedCell(let cell): "cell \(cell) stands twice in a sum or fact"
    case .sumDoesNotHold(let sum, let total, let parts): "sum \(sum) is \(total), but its parts add up to \(parts)"
    case .factDoesNotHold(let fact, let value): "fact \(fact) does not hold in the data: its value is \(value)"
    case .conflictingValues(let cell, let one, let other): "cell \(cell) is \(one) in one table and \(other) in another"
    case .noTree(let member): "member \(member) of a dimension has no way up to a root"
    }
  }
}
