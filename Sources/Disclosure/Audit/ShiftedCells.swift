/// How far a search has moved each cell, and with it each fact, from its true value.
struct ShiftedCells {
  private let system: CellSystem
  private var shifts: [Int]
  private var factShifts: [Int]
  private let factBounds: [ClosedRange<Int>]

  /// Nothing is moved.
  init(_ system: CellSystem) {
    self.system = system
    shifts = [Int](repeating: 0, count: system.cells.count)
    factShifts = [Int](repeating: 0, count: system.facts.count)
    factBounds = system.facts.map { ($0.lower ?? .min)...($0.upper ?? .max) }
  }

  mutating func shift(_ cell: Int, by change: Int) {
    shifts[cell] += change
    for place in system.cellFacts.range(cell) {
      let fact = system.cellFacts[at: place]
      factShifts[fact.index] += fact.coefficient * change
    }
  }

  /// How far a cell can still go down.
  func left(_ cell: Int) -> Int { system.cells[cell].room + shifts[cell] }

  func value(ofFact number: Int) -> Int { system.factValues[number] + factShifts[number] }

  /// Whether a bound is broken before or after its value changes by one towards the same side.
  func isOutside(_ number: Int, after change: Int) -> Bool {
    let (bounds, value) = (factBounds[number], value(ofFact: number))
    return change > 0
      ? value < bounds.lowerBound || value >= bounds.upperBound
      : value > bounds.upperBound || value <= bounds.lowerBound
  }
}
