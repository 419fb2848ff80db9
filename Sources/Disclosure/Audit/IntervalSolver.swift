/// How far a cell can be from its true value, by linear programming, and by search where that ends in fractions.
struct IntervalSolver {
  struct Reach {
    /// Nil when nothing but the true value was proven possible.
    let proof: Perturbation?
    /// How far the proof reaches.
    let amount: Int
    /// No assignment reaches further; nil when not known.
    let bound: Int?
  }

  /// States of the search in whole numbers for each value that is tried.
  private static let searchLimit = 2000
  /// Values tried between what is proven and the bound.
  private static let mostTries = 12
  /// The same in programs of more than some hundred cells, where a state costs much: a solution is near, or minutes go by.
  private static let wideSearchLimit = 400
  private static let wide = 400

  private let system: CellSystem
  private let unknown: [Bool]
  private let program: ChangeProgram
  private var simplex: BoundedSimplex

  /// - Parameters:
  ///   - limit: cells that take part.
  ///   - edge: what becomes of the others; where they are fixed, nothing is found on bounds.
  init(_ system: CellSystem, unknown: [Bool], cell: Int, limit: Int, edge: ChangeProgram.Edge = .fixed) {
    self.system = system
    self.unknown = unknown
    program = ChangeProgram(around: cell, system, limit: limit, edge: edge) { unknown[$0] }
    simplex = BoundedSimplex(program)
  }

  /// - Parameter most: further is not asked for; the bound is then nil.
  mutating func reach(_ direction: Int, most: Int) -> Reach {
    guard let solution = simplex.extreme(0, direction, most: Double(most)) else {
      return Reach(proof: nil, amount: 0, bound: nil)
    }
    // Rounded outwards: a bound must not exclude a possible value.
    let end = Int((Double(direction) * solution[0] + 1e-6).rounded(.down))
    var bound = program.isWhole && end < most ? end : nil
    if let proof = possible(solution), proof.change(program.cells[0]) * direction == end {
      return Reach(proof: proof, amount: end, bound: bound)
    }
    for amount in stride(from: end, to: max(end - IntervalSolver.mostTries, 0), by: -1) {
      guard let near = simplex.extreme(0, direction, most: Double(amount)) else { break }
      if let proof = possible(near), proof.change(program.cells[0]) * direction == amount {
        return Reach(proof: proof, amount: amount, bound: bound)
      }
      let isWide = program.cells.count > IntervalSolver.wide
      let limit = isWide ? IntervalSolver.wideSearchLimit : IntervalSolver.searchLimit
      var search = IntegerSearch(program, hint: near, limit: limit)
      switch search.answer(0, is: direction * amount) {
      case .possible(let proof) where proof.isPossible(system, unknown: unknown):
        return Reach(proof: proof, amount: amount, bound: bound)
      case .impossible where bound == amount: bound = amount - 1
      case .possible, .impossible, .undecided: break
      }
    }
    return Reach(proof: nil, amount: 0, bound: bound)
  }

  /// Nothing further away is possible; nil where that is not found, or is at least so far.
  mutating func bound(_ direction: Int, below most: Int) -> Int? {
    guard program.isWhole, let solution = simplex.extreme(0, direction, most: Double(most)) else { return nil }
    // Rounded outwards: a bound must not exclude a possible value.
    let end = Int((Double(direction) * solution[0] + 1e-6).rounded(.down))
    return end < most ? end : nil
  }

  private func possible(_ solution: [Double]) -> Perturbation? {
    guard let proof = program.perturbation(Array(solution.prefix(program.cells.count))) else { return nil }
    return proof.isPossible(system, unknown: unknown) ? proof : nil
  }
}
