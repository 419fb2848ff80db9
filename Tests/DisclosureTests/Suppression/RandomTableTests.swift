import Disclosure
import TestSupport
import Testing

/// Random small tables of all kinds against enumeration.
@Suite struct RandomTableTests {
  /// Two or three dimensions, flat or in groups, many zeros; some cells known or withheld.
  static func system(_ seed: UInt64) throws -> CellSystem {
    var random = SeededGenerator(seed: seed)
    let shapes: [[MemberTree]] = [
      [.flat(2 + random.below(3)), .flat(2 + random.below(3))],
      [try MemberTree(parents: [nil, 0, 0, 1, 1]), .flat(2 + random.below(2))],
      [.flat(2), .flat(2), .flat(2)], [try Tables.grouped()],
    ]
    let trees = shapes[random.below(shapes.count)]
    var leaves: [[Int]: Int] = [:]
    var builder = CellSystemBuilder<[Int]>()
    let oddVisibility = random.below(3) == 0
    let printsZeros = random.below(2) == 0
    try builder.addTable(trees) { members in
      let value = Tables.value(trees, members) { leaf in
        if let known = leaves[leaf] { return known }
        let value = [0, 0, 1, 2, 3, 4, 6, 9, 12][random.below(9)]
        leaves[leaf] = value
        return value
      }
      let odd = oddVisibility ? random.below(12) : 11
      let visibility: Visibility = odd == 0 ? .known : odd == 1 ? .withheld : .publishable(cost: 1 + random.below(5))
      let finding = PrimaryFinding([.threshold(below: 4)], value: value)
      return (
        members, Cell(value: value, visibility: visibility, protection: finding?.protection, least: printsZeros ? 1 : 0)
      )
    }
    return try builder.system()
  }

  @Test func enumerationNeverGetsFurther() throws {
    let judged = try BruteForce.judge(0..<200, RandomTableTests.system) { seed, system, suppression, truth in
      let audit = IntervalAudit(system)
      #expect(audit.report(hidden: suppression.hidden).findings.map(\.cell) == suppression.unprotected)
      for cell in system.cells.indices where system.cells[cell].protection != nil {
        let interval = audit.interval(of: cell, hidden: suppression.hidden)
        #expect(interval.lowerBound == truth.interval(cell).lowerBound, "seed \(seed) cell \(cell)")
        #expect(interval.least == truth.interval(cell).lowerBound, "seed \(seed) cell \(cell)")
        #expect(interval.most >= truth.interval(cell).upperBound, "seed \(seed) cell \(cell)")
        guard !truth.isCapped else { continue }
        #expect(interval.isExact && interval.most == truth.interval(cell).upperBound, "seed \(seed) cell \(cell)")
      }
    }
    #expect(judged > 100, "\(judged)")
  }
}
