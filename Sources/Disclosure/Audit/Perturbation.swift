/// Another assignment of the cells that the attacker cannot exclude: how it differs from the true one, in whole numbers.
///
/// It is the proof that a cell's interval reaches so far.
struct Perturbation: Sendable, Equatable {
  /// Cells that differ and by how much, ascending by cell.
  private(set) var changes: [(cell: Int, change: Int)] = []

  static func == (one: Perturbation, other: Perturbation) -> Bool { one.changes.elementsEqual(other.changes, by: ==) }

  init() {}

  /// - Parameter changes: each cell once, in any order; zeros are left out.
  init(_ changes: some Sequence<(cell: Int, change: Int)>) {
    self.changes = changes.filter { $0.change != 0 }.sorted { $0.cell < $1.cell }
  }

  /// Each move changes its cell by one; a cell may be moved several times.
  init(moves: [SignedIndex]) {
    for move in moves.sorted(by: { $0.index < $1.index }) {
      if let last = changes.last, last.cell == move.index {
        changes[changes.count - 1].change += move.sign
      } else {
        changes.append((move.index, move.sign))
      }
    }
    changes.removeAll { $0.change == 0 }
  }

  func change(_ cell: Int) -> Int { changes.first { $0.cell == cell }?.change ?? 0 }

  /// This and `times` the other.
  func adding(_ other: Perturbation, times: Int) -> Perturbation {
    var result = Perturbation()
    result.changes.reserveCapacity(changes.count + other.changes.count)
    var (one, another) = (0, 0)
    while one < changes.count || another < other.changes.count {
      let left = one < changes.count ? changes[one].cell : Int.max
      let right = another < other.changes.count ? other.changes[another].cell : Int.max
      var change = 0
      if left <= right {
        change += changes[one].change
        one += 1
      }
      if right <= left {
        change += times * other.changes[another].change
        another += 1
      }
      if change != 0 { result.changes.append((min(left, right), change)) }
    }
    return result
  }

  /// Whether an attacker who does not know these cells cannot exclude it: only unknown cells differ, none is below what
  /// all know, all sums and facts hold. Decided in whole numbers.
  func isPossible(_ system: CellSystem, unknown: [Bool]) -> Bool {
    guard changes.allSatisfy({ unknown[$0.cell] && system.cells[$0.cell].room + $0.change >= 0 }) else { return false }
    var sums: [Int: Int] = [:]
    var facts: [Int: Int] = [:]
    for (cell, change) in changes {
      for sum in system.cellSums[cell] { sums[sum.index, default: 0] += sum.sign * change }
      for fact in system.cellFacts[cell] { facts[fact.index, default: 0] += fact.coefficient * change }
    }
    return sums.values.allSatisfy { $0 == 0 }
      && facts.allSatisfy { system.facts[$0.key].allows(system.factValues[$0.key] + $0.value) }
  }
}
