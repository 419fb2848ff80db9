/// Puts linked tables together: cells with equal keys are one cell.
public struct CellSystemBuilder<Key: Hashable & Sendable>: Sendable {
  /// The key of each cell, by its number.
  public private(set) var keys: [Key] = []
  private var numbers: [Key: Int] = [:]
  private var cells: [Cell] = []
  /// The sums, in the order they were added.
  public private(set) var sums: [CellSum] = []
  private var facts: [CellFact] = []
  private var knownSums: Set<[Int]> = []
  private var ties: [[Int]] = []

  /// Without cells.
  public init() {}

  /// The number of a cell that has been added.
  public func number(_ key: Key) -> Int? { numbers[key] }

  /// A cell that has been added.
  public func cell(_ key: Key) -> Cell? { numbers[key].map { cells[$0] } }

  /// Adds the sums and facts of another system in which not everything is known, with their cells.
  ///
  /// - Parameter takes: of which totals the sums are added.
  /// - Throws: `conflictingValues`.
  public mutating func addUnknown(of other: CellSystemBuilder, sums takes: (Key) -> Bool = { _ in true })
    throws(CellSystemFailure)
  {
    for sum in other.sums where takes(other.keys[sum.total]) {
      let all = CollectionOfOne(sum.total) + sum.parts
      guard all.contains(where: { other.cells[$0].visibility != .known }) else { continue }
      var taken: [Int] = []
      for number in all { taken.append(try add(other.keys[number], other.cells[number])) }
      addSum(total: taken[0], parts: Array(taken.dropFirst()))
    }
    for fact in other.facts where fact.terms.contains(where: { other.cells[$0.cell].visibility != .known }) {
      var terms: [CellFact.Term] = []
      for term in fact.terms {
        terms.append(.init(term.coefficient, cell: try add(other.keys[term.cell], other.cells[term.cell])))
      }
      addFact(CellFact(terms, lower: fact.lower, upper: fact.upper))
    }
  }

  /// Adds a cell, or joins it with the one of the same key: the stronger protection counts; known counts before
  /// withheld, withheld before publishable, the higher cost before the lower.
  ///
  /// - Throws: `conflictingValues`.
  @discardableResult
  public mutating func add(_ key: Key, _ cell: Cell) throws(CellSystemFailure) -> Int {
    guard let number = numbers[key] else {
      numbers[key] = cells.count
      keys.append(key)
      cells.append(cell)
      return cells.count - 1
    }
    let old = cells[number]
    guard old.value == cell.value else { throw .conflictingValues(cell: number, old.value, cell.value) }
    let protection = old.protection.map { one in cell.protection.map(one.union) ?? one } ?? cell.protection
    cells[number] = Cell(
      value: old.value, visibility: old.visibility.joined(cell.visibility), protection: protection,
      least: max(old.least, cell.least), isSettled: old.isSettled && cell.isSettled,
      lacksProof: old.lacksProof && cell.lacksProof)
    return number
  }

  /// Adds a sum; one that is there already is left out.
  public mutating func addSum(total: Int, parts: [Int]) {
    guard knownSums.insert([total] + parts.sorted()).inserted else { return }
    sums.append(CellSum(total: total, parts: parts))
  }

  /// Adds something that the attacker knows, by numbers of cells.
  public mutating func addFact(_ fact: CellFact) { facts.append(fact) }

  /// Says that cells are nearly the same number: searches change them together before they look for anything else. No cell
  /// is tied twice.
  public mutating func tie(_ cells: [Int]) { ties.append(cells) }

  /// Adds a table with every combination of the dimensions' members, totals included, and all sums along each
  /// dimension.
  ///
  /// - Parameter entry: key and cell for one member of each dimension; called once each, the last dimension fastest.
  public mutating func addTable(
    _ dimensions: [MemberTree], _ entry: ([Int]) throws -> (Key, Cell)
  ) throws {
    let size = dimensions.reduce(1) { $0 * $1.count }
    var strides = [Int](repeating: 1, count: dimensions.count)
    for dimension in dimensions.indices.dropLast().reversed() {
      strides[dimension] = strides[dimension + 1] * dimensions[dimension + 1].count
    }
    func member(_ place: Int, _ dimension: Int) -> Int { place / strides[dimension] % dimensions[dimension].count }
    var table: [Int] = []
    table.reserveCapacity(size)
    for place in 0..<size {
      let (key, cell) = try entry(dimensions.indices.map { member(place, $0) })
      table.append(try add(key, cell))
    }
    for place in 0..<size {
      for (dimension, tree) in dimensions.enumerated() {
        let total = member(place, dimension)
        let parts = tree.children[total]
        guard !parts.isEmpty else { continue }
        addSum(total: table[place], parts: parts.map { table[place + ($0 - total) * strides[dimension]] })
      }
    }
  }

  /// Checks everything, see `CellSystem.init`.
  public func system() throws(CellSystemFailure) -> CellSystem {
    try CellSystem(cells: cells, sums: sums, facts: facts, ties: ties)
  }
}

extension Visibility {
  fileprivate func joined(_ other: Visibility) -> Visibility {
    switch (self, other) {
    case (.known, _), (_, .known): .known
    case (.withheld, _), (_, .withheld): .withheld
    case (.publishable(let one), .publishable(let another)): .publishable(cost: max(one, another))
    }
  }
}
