import Disclosure
import TestSupport
import Testing

/// Tables of a whole and its parts in time, between which sums or bounds hold, against enumeration.
@Suite struct LinkedTableTests {
  /// A table of two parts and of the whole, rows that add up to a total each. Flows of the parts add up; of stocks no part
  /// is more than the whole, and the whole no more than the parts together. The parts are settled in half of the cases.
  static func system(_ seed: UInt64) throws -> CellSystem {
    var random = SeededGenerator(seed: seed)
    let rows = 2 + random.below(2)
    let areFlows = random.below(2) == 0
    let isSettled = random.below(2) == 0
    var values = (0..<2).map { _ in (0..<rows).map { _ in [1, 2, 3, 4, 6, 9][random.below(6)] } }
    values.append(
      (0..<rows).map { row in
        let (one, other) = (values[0][row], values[1][row])
        return areFlows ? one + other : max(one, other) + random.below(min(one, other) + 1)
      })
    var builder = CellSystemBuilder<[Int]>()
    for (part, cells) in values.enumerated() {
      var numbers: [Int] = []
      for (row, value) in ([cells.reduce(0, +)] + cells).enumerated() {
        let finding = row == 0 ? nil : PrimaryFinding([.threshold(below: 4)], value: value)
        let visibility: Visibility =
          part < 2 && isSettled
          ? finding != nil || row == 1 ? .withheld : .known : .publishable(cost: 1 + random.below(5))
        numbers.append(
          try builder.add(
            [part, row],
            Cell(value: value, visibility: visibility, protection: finding?.protection, least: 1)))
      }
      builder.addSum(total: numbers[0], parts: Array(numbers.dropFirst()))
    }
    for row in 0...rows {
      let numbers = (0..<3).compactMap { builder.number([$0, row]) }
      if areFlows {
        builder.addSum(total: numbers[2], parts: [numbers[0], numbers[1]])
      } else {
        let (one, other, whole) = (numbers[0], numbers[1], numbers[2])
        builder.addFact(CellFact([.init(1, cell: whole), .init(-1, cell: one)], lower: 0))
        builder.addFact(CellFact([.init(1, cell: whole), .init(-1, cell: other)], lower: 0))
        builder.addFact(
          CellFact([.init(1, cell: one), .init(1, cell: other), .init(-1, cell: whole)], lower: 0))
      }
    }
    return try builder.system()
  }

  @Test func enumerationNeverGetsFurther() throws {
    var protected = 0
    let judged = try BruteForce.judge(0..<300, LinkedTableTests.system) { seed, system, suppression, truth in
      let sensitive = system.cells.filter { $0.protection != nil }.count
      protected += sensitive - suppression.unprotected.count
      let report = IntervalAudit(system).report(hidden: suppression.hidden, proofs: suppression.proofs)
      #expect(report.findings.map(\.cell) == suppression.unprotected, "seed \(seed)")
      for finding in report.findings where !truth.isCapped {
        #expect(finding.interval.isTooNarrow(for: system.cells[finding.cell]), "seed \(seed) cell \(finding.cell)")
      }
    }
    #expect(judged > 200 && protected > 500, "\(judged) \(protected)")
  }

  /// Two hidden cells that are no more than one another move together: neither alone can.
  @Test func whatIsBoundMovesTogether() throws {
    var builder = CellSystemBuilder<String>()
    for part in ["month", "quarter"] {
      for (row, value) in [("total", 25), ("few", 5), ("many", 20)] {
        let visibility: Visibility = row == "total" ? .known : .withheld
        let protection = row == "few" ? Protection(width: 9) : nil
        try builder.add("\(part)/\(row)", Cell(value: value, visibility: visibility, protection: protection, least: 1))
      }
    }
    for start in [0, 3] { builder.addSum(total: start, parts: [start + 1, start + 2]) }
    for row in 0..<3 { builder.addFact(CellFact([.init(1, cell: 3 + row), .init(-1, cell: row)], lower: 0)) }
    let system = try builder.system()
    #expect(IntervalAudit(system).report(hidden: system.hiddenAtFirst).isClean)
    let interval = IntervalAudit(system).interval(of: 1, hidden: system.hiddenAtFirst)
    #expect((interval.least, interval.most) == (1, 24) && interval.isExact)
  }
}
