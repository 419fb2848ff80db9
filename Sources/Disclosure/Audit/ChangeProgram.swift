/// How some cells may differ from their true values while all others stay: the linear program behind an interval.
struct ChangeProgram {
  /// What becomes of a sum or fact of which not all cells have room.
  enum Edge {
    /// The cells without room stay as they are: what the program finds is possible in the whole system.
    case fixed
    /// It is left out: what the program finds impossible is so in the whole system.
    case open
  }

  /// Bounds of a weighted sum of variables.
  struct Row {
    /// Both 0 for a sum.
    let lower: Int?
    let upper: Int?
  }

  struct Term {
    let variable: Int
    let coefficient: Int
  }

  /// The cell of each variable.
  let cells: [Int]
  /// Whether bounds on these cells are bounds in the whole system.
  let isWhole: Bool
  let rows: [Row]
  /// Of each row.
  let terms: Grouped<Term>
  /// The rows of each variable.
  let rowsOf: Grouped<Int>
  /// Lower bounds: no cell is below what everybody knows.
  let lower: [Int]

  /// The admissible cells that are connected with `cell` by sums and facts, the nearest up to `limit`.
  init(around cell: Int, _ system: CellSystem, limit: Int, edge: Edge = .fixed, admits: (Int) -> Bool) {
    var numbers = [cell: 0]
    var cells = [cell]
    var sums: [Int] = []
    var facts: [Int] = []
    var (seenSums, seenFacts): (Set<Int>, Set<Int>) = ([], [])
    var isWhole = true
    var next = 0
    /// Whether the sum or fact of some cells is in the program.
    func takes(_ others: some Sequence<Int>) -> Bool {
      let new = others.filter { numbers[$0] == nil && admits($0) }
      if edge == .open, cells.count + new.count > limit { return false }
      for other in new {
        guard cells.count < limit else {
          isWhole = false
          return true
        }
        numbers[other] = cells.count
        cells.append(other)
      }
      return true
    }
    while next < cells.count {
      let one = cells[next]
      next += 1
      for sum in system.cellSums[one] where seenSums.insert(sum.index).inserted {
        if takes(system.sumTerms[sum.index].map(\.index)) { sums.append(sum.index) }
      }
      for fact in system.cellFacts[one] where seenFacts.insert(fact.index).inserted {
        if takes(system.facts[fact.index].terms.map(\.cell)) { facts.append(fact.index) }
      }
    }
    let ofSums = sums.map { sum in
      system.sumTerms[sum].compactMap { term in numbers[term.index].map { Term(variable: $0, coefficient: term.sign) } }
    }
    let ofFacts = facts.map { number in
      system.facts[number].terms.compactMap { term in
        numbers[term.cell].map { Term(variable: $0, coefficient: term.coefficient) }
      }
    }
    self.cells = cells
    self.isWhole = isWhole
    rows =
      sums.map { _ in Row(lower: 0, upper: 0) }
      + facts.map { number in
        let (fact, value) = (system.facts[number], system.factValues[number])
        return Row(lower: fact.lower.map { $0 - value }, upper: fact.upper.map { $0 - value })
      }
    terms = Grouped(ofSums + ofFacts)
    rowsOf = Grouped(
      groups: cells.count,
      (ofSums + ofFacts).enumerated().lazy.flatMap { row, terms in terms.map { ($0.variable, row) } })
    lower = cells.map { -system.cells[$0].room }
  }

  /// The solution as a change of the system; nil if it is not in whole numbers.
  func perturbation(_ solution: [Double]) -> Perturbation? {
    guard solution.allSatisfy({ abs($0 - $0.rounded()) < 1e-6 && abs($0) < 1e15 }) else { return nil }
    return Perturbation(zip(cells, solution).map { (cell: $0, change: Int($1.rounded())) })
  }
}
