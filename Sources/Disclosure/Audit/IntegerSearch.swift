/// Decides whether a variable of a program can have a certain value when all are whole numbers: a search that narrows
/// all domains after each choice, with a limit.
struct IntegerSearch {
  enum Answer: Equatable {
    case possible(Perturbation)
    case impossible
    /// The limit was reached, or a domain has no upper end.
    case undecided
  }

  private struct Domain {
    var least: Int
    var most: Int
  }

  private let program: ChangeProgram
  private let hint: [Double]
  private var left: Int
  private var isCut = false

  /// Stands for no upper bound; sums of such stay far below overflow.
  private static let unbounded = 1 << 36

  /// - Parameter hint: a solution in real numbers, near which a whole one is looked for first.
  init(_ program: ChangeProgram, hint: [Double], limit: Int) {
    self.program = program
    self.hint = hint
    left = limit
  }

  mutating func answer(_ variable: Int, is value: Int) -> Answer {
    var domains = program.lower.map { Domain(least: $0, most: IntegerSearch.unbounded) }
    guard value >= domains[variable].least else { return .impossible }
    domains[variable] = Domain(least: value, most: value)
    if let solution = solve(domains) {
      return .possible(Perturbation(zip(program.cells, solution).map { (cell: $0, change: $1) }))
    }
    return isCut ? .undecided : .impossible
  }

  private mutating func solve(_ start: [Domain]) -> [Int]? {
    guard left > 0 else {
      isCut = true
      return nil
    }
    left -= 1
    var domains = start
    guard narrow(&domains) else { return nil }
    var open: Int?
    for variable in domains.indices where domains[variable].most > domains[variable].least {
      let width = domains[variable].most - domains[variable].least
      if open.map({ width < domains[$0].most - domains[$0].least }) ?? true { open = variable }
    }
    guard let variable = open else { return domains.map(\.least) }
    let domain = domains[variable]
    let guess = min(max(hint[variable].isFinite ? Int(hint[variable].rounded()) : 0, domain.least), domain.most)
    if domain.most >= IntegerSearch.unbounded { isCut = true }
    for part in [
      Domain(least: guess, most: guess), Domain(least: domain.least, most: guess - 1),
      Domain(least: guess + 1, most: domain.most),
    ] where part.least <= part.most {
      domains[variable] = part
      if let solution = solve(domains) { return solution }
      if left == 0 { return nil }
    }
    return nil
  }

  /// Narrows domains by every row until nothing changes; false when one is empty.
  private func narrow(_ domains: inout [Domain]) -> Bool {
    var changed = true
    var rounds = 0
    // Ratios can narrow a wide domain by one a round; the search goes on without the rest.
    while changed && rounds < 50 {
      changed = false
      rounds += 1
      for row in program.rows {
        let least = row.terms.reduce(0) { $0 + IntegerSearch.least($1.coefficient, domains[$1.variable]) }
        let most = row.terms.reduce(0) { $0 - IntegerSearch.least(-$1.coefficient, domains[$1.variable]) }
        if let upper = row.upper, least > upper { return false }
        if let lower = row.lower, most < lower { return false }
        for (variable, coefficient) in row.terms {
          let old = domains[variable]
          // What the other terms leave for this one.
          let from = row.lower.map { $0 - most - IntegerSearch.least(-coefficient, old) }
          let to = row.upper.map { $0 - least + IntegerSearch.least(coefficient, old) }
          let (low, high) = coefficient > 0 ? (from, to) : (to.map { -$0 }, from.map { -$0 })
          let size = abs(coefficient)
          if let low { domains[variable].least = max(old.least, IntegerSearch.floor(low + size - 1, size)) }
          if let high { domains[variable].most = min(old.most, IntegerSearch.floor(high, size)) }
          guard domains[variable].least <= domains[variable].most else { return false }
          if domains[variable].least != old.least || domains[variable].most != old.most { changed = true }
        }
      }
    }
    return true
  }

  private static func least(_ coefficient: Int, _ domain: Domain) -> Int {
    coefficient * (coefficient > 0 ? domain.least : domain.most)
  }

  private static func floor(_ value: Int, _ size: Int) -> Int {
    value >= 0 ? value / size : -((size - 1 - value) / size)
  }
}
