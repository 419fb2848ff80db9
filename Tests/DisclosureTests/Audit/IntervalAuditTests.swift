import Disclosure
import Testing

/// Intervals that are known by hand, and proofs that are not believed.
@Suite struct IntervalAuditTests {
  /// 5 in the first group is left when the group's total and its other part are shown, two sums away.
  @Test func chainOfDifferences() throws {
    let builder = try Tables.flat([[5, 20], [30, 15]])
    let system = try builder.system()
    var hidden = system.hiddenAtFirst
    let audit = IntervalAudit(system)
    let cell = try #require(builder.number(["1", "1"]))
    #expect(audit.interval(of: cell, hidden: hidden).isExact)
    #expect(audit.interval(of: cell, hidden: hidden).most == 5)
    for key in [["1", "2"], ["2", "1"], ["2", "2"]] { hidden[builder.number(key)!] = true }
    let interval = audit.interval(of: cell, hidden: hidden)
    // Up to what the row and the column leave, down to nothing.
    #expect((interval.least, interval.most) == (0, 25) && interval.isExact)
    #expect(audit.report(hidden: hidden).isClean)
  }

  /// Where zeros are printed, what is hidden is none: 1 to 24, not 0 to 25, and a doubt that needs the 0 is none.
  @Test func zerosThatArePrinted() throws {
    func system(_ width: Int) throws -> CellSystem {
      let values = [(25, false), (5, true), (20, true)]
      let cells = values.map { value, isHidden in
        Cell(
          value: value, visibility: .publishable(cost: 1), protection: isHidden ? Protection(width: width) : nil,
          least: 1)
      }
      return try CellSystem(cells: cells, sums: [CellSum(total: 0, parts: [1, 2])])
    }
    let narrow = try system(23)
    let interval = IntervalAudit(narrow).interval(of: 1, hidden: narrow.hiddenAtFirst)
    #expect((interval.least, interval.most) == (1, 24) && interval.isExact)
    #expect(IntervalAudit(narrow).report(hidden: narrow.hiddenAtFirst).isClean)
    let wide = try system(24)
    #expect(IntervalAudit(wide).report(hidden: wide.hiddenAtFirst).findings.map(\.cell) == [1, 2])
    #expect(Suppression(wide).hidden == [true, true, true])
  }

  @Test func shownSensitiveCellsAreFound() throws {
    let builder = try Tables.flat([[5, 20], [30, 15]])
    let system = try builder.system()
    let report = IntervalAudit(system).report(hidden: system.cells.map { _ in false })
    #expect(report.audited == 1)
    #expect(report.findings.map(\.cell) == [builder.number(["1", "1"])])
    #expect(report.findings.map(\.interval.most) == [5])
  }

  @Test func withoutTotalThereIsNoUpperEnd() throws {
    let cells = [
      Cell(value: 8, visibility: .withheld), Cell(value: 5, visibility: .publishable(cost: 1)),
      Cell(value: 3, visibility: .publishable(cost: 1), protection: Protection(width: 9)),
    ]
    let system = try CellSystem(cells: cells, sums: [CellSum(total: 0, parts: [1, 2])])
    let interval = IntervalAudit(system).interval(of: 2, hidden: system.hiddenAtFirst)
    #expect(interval.upperBound == nil && interval.lowerBound == 0 && interval.least == 0)
    #expect(IntervalAudit(system).report(hidden: system.hiddenAtFirst).isClean)
  }

  /// In real numbers 2x = y + 3, y <= 4 leaves x between 1.5 and 3.5; in whole ones 2 and 3.
  @Test func attackersKnowThatValuesAreWhole() throws {
    let cells = [
      Cell(value: 2, visibility: .publishable(cost: 1), protection: Protection(width: 2)),
      Cell(value: 1, visibility: .withheld),
    ]
    let facts = [
      CellFact([CellFact.Term(2, cell: 0), CellFact.Term(-1, cell: 1)], lower: 3, upper: 3),
      CellFact([CellFact.Term(1, cell: 1)], upper: 4),
    ]
    let system = try CellSystem(cells: cells, sums: [], facts: facts)
    let report = IntervalAudit(system).report(hidden: system.hiddenAtFirst)
    #expect(report.findings.map(\.interval) == [IntervalAudit(system).interval(of: 0, hidden: [true, true])])
    let interval = try #require(report.findings.first?.interval)
    #expect((interval.least, interval.most) == (2, 3) && interval.isExact)
  }

  /// A quarter of 10 in three months of at least one each leaves none of them more than 8, whatever else is unknown of
  /// them: of each a hundred others are, more than a program takes.
  @Test func whatIsImpossibleIsFoundNearBy() throws {
    var cells = [Cell(value: 10, visibility: .known)]
    cells += [3, 6, 1].map {
      Cell(value: $0, visibility: .withheld, protection: Protection(width: 9), least: 1, isSettled: true)
    }
    var sums = [CellSum(total: 0, parts: [1, 2, 3])]
    for month in 1...3 {
      let first = cells.count
      cells.append(Cell(value: cells[month].value + 100, visibility: .known))
      cells += [Cell](repeating: Cell(value: 1, visibility: .withheld), count: 100)
      sums.append(CellSum(total: first, parts: [month] + Array(first + 1...first + 100)))
    }
    let system = try CellSystem(cells: cells, sums: sums)
    let suppression = Suppression(system)
    #expect(suppression.unprotected == [1, 2, 3])
    let report = IntervalAudit(system).report(
      hidden: suppression.hidden, proofs: suppression.proofs, unprotected: suppression.unprotected)
    #expect(report.findings.map(\.interval.upperBound) == [8, 8, 8])
    #expect(report.findings.allSatisfy { $0.interval.isTooNarrow(for: cells[$0.cell]) })
  }

  /// Proofs of a pattern say nothing about a weaker one.
  @Test func proofsAreChecked() throws {
    let system = try Tables.flat([[20, 15, 30], [40, 5, 25], [12, 18, 22]]).system()
    let suppression = Suppression(system)
    let audit = IntervalAudit(system)
    #expect(audit.report(hidden: suppression.hidden, proofs: suppression.proofs).isClean)
    #expect(!audit.report(hidden: system.hiddenAtFirst, proofs: suppression.proofs).isClean)
  }
}
