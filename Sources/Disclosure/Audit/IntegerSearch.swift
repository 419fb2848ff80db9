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
    var width: Int { most - least }
  }

  private struct State {
    var domains: [Domain]
    /// Rows that may narrow a domain: one of theirs has changed since they were looked at.
    var stale: RowSet

    init(_ program: ChangeProgram) {
      domains = program.lower.map { Domain(least: $0, most: IntegerSearch.unbounded) }
      stale = RowSet(all: program.rows.count)
    }
  }

  /// Some of the rows of a program.
  private struct RowSet {
    private var words: [UInt64]
    private var count: Int

    init(all count: Int) {
      self.count = count
      words = (0..<(count + 63) / 64).map { word in
        let left = count - word * 64
        return left >= 64 ? .max : 1 << UInt64(left) - 1
      }
    }

    var isEmpty: Bool { count == 0 }

    mutating func insert(_ row: Int) {
      let (word, bit) = (row >> 6, UInt64(1) << UInt64(row & 63))
      guard words[word] & bit == 0 else { return }
      words[word] |= bit
      count += 1
    }

    mutating func remove(_ row: Int) {
      words[row >> 6] &= ~(1 << UInt64(row & 63))
      count -= 1
    }

    /// The first from `row` on.
    func first(from row: Int) -> Int? {
      var word = row >> 6
      guard word < words.count else { return nil }
      var bits = words[word] & ~(UInt64(1) << UInt64(row & 63) - 1)
      while bits == 0 {
        word += 1
        guard word < words.count else { return nil }
        bits = words[word]
      }
      return word << 6 + bits.trailingZeroBitCount
    }
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
    var state = State(program)
    guard value >= state.domains[variable].least else { return .impossible }
    state.domains[variable] = Domain(least: value, most: value)
    if let solution = solve(state) {
      return .possible(Perturbation(zip(program.cells, solution).map { (cell: $0, change: $1) }))
    }
    return isCut ? .undecided : .impossible
  }

  private mutating func solve(_ start: State) -> [Int]? {
    guard left > 0 else {
      isCut = true
      return nil
    }
    left -= 1
    var state = start
    guard narrow(&state) else { return nil }
    var open: Int?
    for (variable, domain) in state.domains.enumerated() where domain.most > domain.least {
      if open.map({ domain.width < state.domains[$0].width }) ?? true { open = variable }
    }
    guard let variable = open else { return state.domains.map(\.least) }
    let domain = state.domains[variable]
    let guess = min(max(hint[variable].isFinite ? Int(hint[variable].rounded()) : 0, domain.least), domain.most)
    if domain.most >= IntegerSearch.unbounded { isCut = true }
    for row in program.rowsOf[variable] { state.stale.insert(row) }
    for part in [
      Domain(least: guess, most: guess), Domain(least: domain.least, most: guess - 1),
      Domain(least: guess + 1, most: domain.most),
    ] where part.least <= part.most {
      state.domains[variable] = part
      if let solution = solve(state) { return solution }
      if left == 0 { return nil }
    }
    return nil
  }

  /// Narrows domains by every row that a domain has changed of, until nothing changes; false when one is empty.
  private func narrow(_ state: inout State) -> Bool {
    var rounds = 0
    // Ratios can narrow a wide domain by one a round; the search goes on without the rest.
    while !state.stale.isEmpty && rounds < 50 {
      rounds += 1
      var next = state.stale.first(from: 0)
      while let row = next {
        state.stale.remove(row)
        guard narrow(&state, by: row) else { return false }
        next = state.stale.first(from: row + 1)
      }
    }
    return true
  }

  @inline(__always)
  private func narrow(_ state: inout State, by row: Int) -> Bool {
    let terms = program.terms.range(row)
    let (lower, upper) = (program.rows[row].lower, program.rows[row].upper)
    var (least, most) = (0, 0)
    for place in terms {
      let term = program.terms[at: place]
      let domain = state.domains[term.variable]
      least += IntegerSearch.least(term.coefficient, domain)
      most -= IntegerSearch.least(-term.coefficient, domain)
    }
    if let upper, least > upper { return false }
    if let lower, most < lower { return false }
    for place in terms {
      let (variable, coefficient) = (program.terms[at: place].variable, program.terms[at: place].coefficient)
      let old = state.domains[variable]
      // What the other terms leave for this one.
      let from = lower.map { $0 - most - IntegerSearch.least(-coefficient, old) }
      let to = upper.map { $0 - least + IntegerSearch.least(coefficient, old) }
      let (low, high) = coefficient > 0 ? (from, to) : (to.map { -$0 }, from.map { -$0 })
      let size = abs(coefficient)
      var new = old
      if let low { new.least = max(old.least, IntegerSearch.floor(low + size - 1, size)) }
      if let high { new.most = min(old.most, IntegerSearch.floor(high, size)) }
      guard new.least <= new.most else { return false }
      guard new.least != old.least || new.most != old.most else { continue }
      state.domains[variable] = new
      for place in program.rowsOf.range(variable) { state.stale.insert(program.rowsOf[at: place]) }
    }
    return true
  }

  @inline(__always)
  private static func least(_ coefficient: Int, _ domain: Domain) -> Int {
    coefficient * (coefficient > 0 ? domain.least : domain.most)
  }

  @inline(__always)
  private static func floor(_ value: Int, _ size: Int) -> Int {
    // Most coefficients are 1, and a division costs more than all else.
    if size == 1 { return value }
    return value >= 0 ? value / size : -((size - 1 - value) / size)
  }
}
