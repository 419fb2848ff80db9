import Disclosure
import TestSupport
import Testing

/// A table with groups in both dimensions that is too large for enumeration.
@Suite struct SuppressionTests {
  /// Leaves skewed, half of them 0 or sensitive.
  static func system() throws -> CellSystem {
    var random = SeededGenerator(seed: 7)
    let tree = try MemberTree(
      parents: [nil, 0, 0, 0] + (0..<9).map { 1 + $0 / 3 } + (0..<27).map { 4 + $0 / 3 })
    var leaves: [[Int]: Int] = [:]
    for row in 13..<40 {
      for column in 13..<40 {
        let size = random.below(100)
        leaves[[row, column]] = size < 25 ? 0 : size < 60 ? 1 + random.below(9) : 10 + random.below(size * size / 20)
      }
    }
    var builder = CellSystemBuilder<[Int]>()
    try builder.addTable([tree, tree]) { members in
      let value = Tables.value([tree, tree], members) { leaves[$0]! }
      let finding = PrimaryFinding([.threshold(below: 10)], value: value)
      return (members, Cell(value: value, visibility: .publishable(cost: 10 + value), protection: finding?.protection))
    }
    return try builder.system()
  }

  @Test func auditIsClean() throws {
    let system = try SuppressionTests.system()
    let suppression = Suppression(system)
    #expect(suppression.unprotected.isEmpty)
    let audit = IntervalAudit(system)
    #expect(audit.report(hidden: suppression.hidden, proofs: suppression.proofs).isClean)
    #expect(audit.report(hidden: suppression.hidden).isClean)
    let loss = LossReport(system, hidden: suppression.hidden)
    #expect(loss.primaryCells == system.cells.count { 1..<10 ~= $0.value })
    #expect(loss.secondaryCells < loss.primaryCells)
    // No zero is hidden, and the same again gives the same.
    #expect(!zip(system.cells, suppression.hidden).contains { $0.value == 0 && $1 })
    #expect(Suppression(system).hidden == suppression.hidden)
  }

  /// Proofs of a system before spare the search, and what of them is wrong here is not believed.
  @Test func knownProofsAreHintsAlone() throws {
    let system = try SuppressionTests.system()
    let first = Suppression(system)
    // What the first hid is withheld now, as in a later edition.
    let later = try CellSystem(
      cells: zip(system.cells, first.hidden).map { cell, isHidden in
        Cell(
          value: cell.value, visibility: isHidden ? .withheld : .known, protection: cell.protection, least: cell.least)
      }, sums: system.sums)
    let wrong = ProtectionProofs([
      [(cell: 0, change: 1)], [(cell: 0, change: -1), (cell: 1, change: -1)],
      system.cells.indices.map { (cell: $0, change: 1) },
    ])
    #expect(Suppression(system, known: wrong).hidden == first.hidden)
    for known in [first.proofs, ProtectionProofs(first.proofs.changes + wrong.changes)] {
      let suppression = Suppression(later, known: known)
      #expect(suppression.hidden == first.hidden && suppression.unprotected.isEmpty)
      #expect(IntervalAudit(later).report(hidden: suppression.hidden, proofs: suppression.proofs).isClean)
      // Nothing else was looked for.
      let all = Set(first.proofs.changes.map { $0.map { [$0.cell, $0.change] } })
      #expect(suppression.proofs.changes.allSatisfy { all.contains($0.map { [$0.cell, $0.change] }) })
    }
    #expect(first.proofs.changes.count > 100)
  }

  /// 40 = 25 + 10 + 5, and all know that the 25 are no more: 4 above cannot be had, but 4 below can, and are not given up.
  @Test func whatCannotBeHadInFullIsHadAsFarAsItGoes() throws {
    let cells = [
      Cell(value: 40, visibility: .known),
      Cell(value: 25, visibility: .withheld, protection: Protection(lower: 4, upper: 4)),
      Cell(value: 10, visibility: .publishable(cost: 1)), Cell(value: 5, visibility: .publishable(cost: 2)),
    ]
    let system = try CellSystem(
      cells: cells, sums: [CellSum(total: 0, parts: [1, 2, 3])],
      facts: [CellFact([CellFact.Term(1, cell: 1)], upper: 25)])
    let suppression = Suppression(system)
    #expect(suppression.unprotected == [1] && suppression.hidden == [false, true, true, false])
    let report = IntervalAudit(system).report(
      hidden: suppression.hidden, proofs: suppression.proofs, unprotected: suppression.unprotected)
    let interval = try #require(report.findings.first?.interval)
    #expect((interval.least, interval.most, interval.upperBound) == (21, 25, 25))
    #expect(interval.isTooNarrow(for: cells[1]) && interval.doubt(of: cells[1]) == Protection(lower: 4))
  }
}
