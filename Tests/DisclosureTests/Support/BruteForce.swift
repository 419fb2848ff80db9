import Disclosure
import Testing

/// The attacker of the definition, by enumeration: every assignment of whole numbers to the unknown cells that satisfies
/// sums and facts. Shares nothing with the library but its input.
struct BruteForce {
  private let system: CellSystem
  private let unknown: [Int]
  private let rows: [Row]
  /// Rows that are decided when the n-th unknown cell is.
  private let rowsOf: [[Int]]
  /// For the n-th unknown cell: sums of which it is a part and the total is known or decided before, with the other
  /// parts of which that is true. What they leave bounds the cell.
  private let boundsOf: [[(total: Int, parts: [Int])]]
  private let cap: Int
  private var assigned: [Int]
  private var left = 200_000
  private(set) var least: [Int: Int] = [:]
  private(set) var most: [Int: Int] = [:]

  private struct Row {
    var terms: [(cell: Int, coefficient: Int)]
    let lower: Int
    let upper: Int
  }

  /// - Parameter cap: cells without a shown total are tried up to this value.
  ///   Nil when there are too many assignments.
  init?(_ system: CellSystem, hidden: [Bool], cap: Int) {
    self.system = system
    let isUnknown = system.cells.enumerated().map { number, cell in
      cell.visibility != .known && (hidden[number] || cell.visibility == .withheld)
    }
    unknown = system.cells.indices.filter { isUnknown[$0] }
    var rows = system.sums.map { sum in
      Row(terms: [(sum.total, -1)] + sum.parts.map { ($0, 1) }, lower: 0, upper: 0)
    }
    rows += system.facts.map { fact in
      Row(
        terms: fact.terms.map { ($0.cell, $0.coefficient) }, lower: fact.lower ?? -(1 << 40),
        upper: fact.upper ?? 1 << 40)
    }
    self.rows = rows
    self.cap = cap
    let places = Dictionary(uniqueKeysWithValues: unknown.enumerated().map { ($0.element, $0.offset) })
    var rowsOf = [[Int]](repeating: [], count: unknown.count)
    for (number, row) in rows.enumerated() {
      if let last = row.terms.compactMap({ places[$0.cell] }).max() { rowsOf[last].append(number) }
    }
    self.rowsOf = rowsOf
    boundsOf = unknown.enumerated().map { place, cell in
      func isDecided(_ other: Int) -> Bool { places[other].map { $0 < place } ?? true }
      return system.sums.filter { $0.parts.contains(cell) && isDecided($0.total) }
        .map { ($0.total, $0.parts.filter { $0 != cell && isDecided($0) }) }
    }
    assigned = system.cells.map(\.value)
    visit(0)
    guard left > 0 else { return nil }
  }

  /// Suppresses generated systems and compares what that leaves unprotected with all assignments.
  ///
  /// - Parameter look: what else to expect of a system.
  /// - Returns: how many had few enough assignments.
  static func judge(
    _ seeds: Range<UInt64>, _ system: (UInt64) throws -> CellSystem,
    _ look: (UInt64, CellSystem, Suppression, BruteForce) -> Void
  ) throws -> Int {
    var judged = 0
    for seed in seeds {
      let system = try system(seed)
      let suppression = Suppression(system)
      let cap = (system.cells.map(\.value).max() ?? 0) + 4
      guard let truth = BruteForce(system, hidden: suppression.hidden, cap: cap) else { continue }
      judged += 1
      #expect(truth.underProtected == suppression.unprotected, "seed \(seed)")
      look(seed, system, suppression, truth)
    }
    return judged
  }

  /// Whether the cap stopped a cell, so that upper ends may be too low.
  var isCapped: Bool { most.values.contains(cap) }

  /// The interval of any cell.
  func interval(_ cell: Int) -> ClosedRange<Int> {
    (least[cell] ?? system.cells[cell].value)...(most[cell] ?? system.cells[cell].value)
  }

  /// Sensitive cells that are not protected by the definition.
  var underProtected: [Int] {
    system.cells.indices.filter { number in
      let cell = system.cells[number]
      guard let protection = cell.protection else { return false }
      let interval = interval(number)
      let isProtected =
        interval.lowerBound <= cell.value - min(protection.lower, cell.value - cell.least)
        && interval.upperBound >= cell.value + protection.upper && interval.count - 1 >= protection.width
      return !isProtected
    }
  }

  private mutating func visit(_ place: Int) {
    guard left > 0 else { return }
    left -= 1
    guard place < unknown.count else {
      for cell in unknown {
        least[cell] = min(least[cell] ?? .max, assigned[cell])
        most[cell] = max(most[cell] ?? .min, assigned[cell])
      }
      return
    }
    let cell = unknown[place]
    // A sum of which all others are decided leaves one value only.
    let most = boundsOf[place].reduce(cap) { least, sum in
      min(least, sum.parts.reduce(assigned[sum.total]) { $0 - assigned[$1] })
    }
    let least = system.cells[cell].least
    guard most >= least else { return }
    var candidates = least...most
    for number in rowsOf[place] {
      let row = rows[number]
      let coefficient = row.terms.first { $0.cell == cell }!.coefficient
      guard row.lower == row.upper, abs(coefficient) == 1 else { continue }
      let others = row.terms.reduce(0) { $1.cell == cell ? $0 : $0 + $1.coefficient * assigned[$1.cell] }
      let value = (row.lower - others) * coefficient
      guard candidates.contains(value) else { return }
      candidates = value...value
    }
    for value in candidates {
      assigned[cell] = value
      let isConsistent = rowsOf[place].allSatisfy { number in
        let sum = rows[number].terms.reduce(0) { $0 + $1.coefficient * assigned[$1.cell] }
        return sum >= rows[number].lower && sum <= rows[number].upper
      }
      if isConsistent { visit(place + 1) }
    }
    assigned[cell] = system.cells[cell].value
  }
}
