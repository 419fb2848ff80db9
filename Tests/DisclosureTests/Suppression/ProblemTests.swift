import Disclosure
import Testing

/// Small problems with known answers, judged by enumeration.
@Suite struct ProblemTests {
  static let problems = (try? Problems.all()) ?? []

  @Test func areAllThere() throws {
    let problems = try Problems.all()
    #expect(problems.count >= 20)
    let judged = problems.count { $0.enumerated(Suppression($0.system).hidden) != nil }
    #expect(judged >= 20, "\(judged)")
  }

  @Test(arguments: problems) func protects(_ problem: Problem) {
    let suppression = Suppression(problem.system)
    #expect(suppression.unprotected == problem.unprotected)
    if let truth = problem.enumerated(suppression.hidden) { #expect(truth.underProtected == problem.unprotected) }
    let loss = LossReport(problem.system, hidden: suppression.hidden)
    let fewest = problem.fewest + loss.primaryCells
    #expect(2 * (loss.primaryCells + loss.secondaryCells) <= 3 * fewest, "\(loss.secondaryCells) of \(problem.fewest)")
    #expect(2 * loss.secondaryCells <= 3 * problem.fewest, "\(loss.secondaryCells) of \(problem.fewest)")
  }

  @Test(arguments: problems) func auditAgrees(_ problem: Problem) {
    let suppression = Suppression(problem.system)
    let audit = IntervalAudit(problem.system)
    let own = audit.report(hidden: suppression.hidden)
    #expect(own.findings.map(\.cell) == problem.unprotected)
    #expect(audit.report(hidden: suppression.hidden, proofs: suppression.proofs) == own)
  }

  /// Each secondary cell shown again: the audit finds the cells that enumeration finds, with the same intervals.
  @Test(arguments: problems) func weakenedPatternsAreFound(_ problem: Problem) {
    let hidden = Suppression(problem.system).hidden
    let audit = IntervalAudit(problem.system)
    for cell in hidden.indices where hidden[cell] && !problem.system.hiddenAtFirst[cell] {
      var weakened = hidden
      weakened[cell] = false
      let report = audit.report(hidden: weakened)
      #expect(!report.isClean)
      guard let truth = problem.enumerated(weakened) else { continue }
      #expect(report.findings.map(\.cell) == truth.underProtected)
      for finding in report.findings {
        #expect(finding.interval.isExact)
        #expect(finding.interval.least...finding.interval.most == truth.interval(finding.cell))
      }
    }
  }
}
