/// Cells of any number of linked tables and all that is known to hold between them.
public struct CellSystem: Sendable {
  /// By number.
  public let cells: [Cell]
  /// All totals that an attacker can see in the tables.
  public let sums: [CellSum]
  /// What else an attacker knows.
  public let facts: [CellFact]

  /// For each cell those that are nearly the same number; see `CellSystemBuilder.tie`.
  let ties: Grouped<Int>
  let hasTies: Bool
  /// For each sum its cells and their signs (parts 1, the total -1).
  let sumTerms: Grouped<SignedIndex>
  /// For each cell the sums that it is in, with its sign in them.
  let cellSums: Grouped<SignedIndex>
  /// For each cell the facts that it is in, with its coefficient in them.
  let cellFacts: Grouped<(index: Int, coefficient: Int)>
  /// What facts are, in the data.
  let factValues: [Int]

  /// Checks that everything holds in the data; the first thing that does not is thrown.
  ///
  /// - Parameter ties: cells that are nearly the same number; each cell once.
  public init(
    cells: [Cell], sums: [CellSum], facts: [CellFact] = [], ties: [[Int]] = []
  ) throws(CellSystemFailure) {
    for (number, cell) in cells.enumerated() {
      guard cell.value >= 0 else { throw .negative(cell: number, cell.value) }
      guard cell.cost >= 0 else { throw .negative(cell: number, cell.cost) }
    }
    var marks = [Int](repeating: -1, count: cells.count)
    for (number, sum) in sums.enumerated() {
      try CellSystem.checkCells(CollectionOfOne(sum.total) + sum.parts, &marks, mark: number)
      let parts = sum.parts.reduce(0) { $0 + cells[$1].value }
      let total = cells[sum.total].value
      guard parts == total else { throw .sumDoesNotHold(sum: number, total: total, parts: parts) }
    }
    for (number, fact) in facts.enumerated() {
      try CellSystem.checkCells(fact.terms.map(\.cell), &marks, mark: sums.count + number)
    }
    factValues = facts.map { fact in fact.value { cells[$0].value } }
    for (number, fact) in facts.enumerated() where !fact.allows(factValues[number]) {
      throw .factDoesNotHold(fact: number, value: factValues[number])
    }
    self.cells = CellSystem.floors(cells, sums)
    self.sums = sums
    self.facts = facts
    sumTerms = Grouped(
      sums.map { sum in [SignedIndex(sum.total, -1)] + sum.parts.map { SignedIndex($0, 1) } })
    cellSums = Grouped(
      groups: cells.count,
      sums.enumerated().lazy.flatMap { number, sum in
        CollectionOfOne((sum.total, SignedIndex(number, -1))) + sum.parts.map { ($0, SignedIndex(number, 1)) }
      })
    hasTies = !ties.isEmpty
    self.ties = Grouped(
      groups: cells.count,
      ties.lazy.flatMap { tied in tied.flatMap { one in tied.compactMap { $0 == one ? nil : (one, $0) } } })
    cellFacts = Grouped(
      groups: cells.count,
      facts.enumerated().lazy.flatMap { number, fact in fact.terms.map { ($0.cell, (number, $0.coefficient)) } })
  }

  /// Cells with what follows of least values: a total is at least what all know of its parts together.
  private static func floors(_ cells: [Cell], _ sums: [CellSum]) -> [Cell] {
    var cells = cells
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for sum in sums {
        let least = sum.parts.reduce(0) { $0 + cells[$1].least }
        guard least > cells[sum.total].least else { continue }
        cells[sum.total] = cells[sum.total].with(least: least)
        hasChanged = true
      }
    }
    return cells
  }

  private static func checkCells(
    _ numbers: some Sequence<Int>, _ marks: inout [Int], mark: Int
  ) throws(CellSystemFailure) {
    for cell in numbers {
      guard marks.indices.contains(cell) else { throw .unknownCell(cell) }
      guard marks[cell] != mark else { throw .repeatedCell(cell) }
      marks[cell] = mark
    }
  }

  /// What is hidden before anything is added: sensitive cells and withheld ones.
  public var hiddenAtFirst: [Bool] { cells.map { $0.protection != nil || $0.visibility == .withheld } }

  /// Which cells an attacker does not know.
  func unknown(_ hidden: [Bool]) -> [Bool] {
    precondition(hidden.count == cells.count)
    return cells.indices.map { cells[$0].visibility != .known && (hidden[$0] || cells[$0].visibility == .withheld) }
  }
}
