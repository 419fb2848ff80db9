import Disclosure

/// What each employer contributes to cells; cells are numbered by whoever fills it.
struct EmployerTally {
  private var sums: [Int: [Int: Int]] = [:]

  mutating func add(_ openings: Int, of employer: Int, to cell: Int) {
    guard openings > 0 else { return }
    sums[cell, default: [:]][employer, default: 0] += openings
  }

  /// The contributors of some cells that have no posting in common.
  func contributors(_ cells: [Int]) -> ContributorFacts {
    var all: [Int: Int] = [:]
    for cell in cells { all.merge(sums[cell] ?? [:], uniquingKeysWith: +) }
    return ContributorFacts(contributions: Array(all.values))
  }
}
