import ArgumentParser
import Disclosure
import Foundation

/// Suppression and audit of one large table.
struct DisclosureBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disclosure",
    abstract: "Measures suppression and audit of a table of counts with two hierarchies of four levels each.",
    discussion: """
      Counts from 1 to 9 are hidden; the audit is run with the proofs of the suppression and once more without them.

      Example: talentflow-bench disclosure --rows 100 --columns 2000
      """)

  @Option(help: "Rows of the lowest level.")
  var rows = 100

  @Option(help: "Columns of the lowest level.")
  var columns = 2000

  @Option(help: "File for cells, sums and pattern, as Tests/EndToEndTests/Scripts/interval_audit.py reads them.")
  var dump: String?

  func validate() throws {
    guard rows > 1, columns > 1 else { throw ValidationError("--rows and --columns must be at least 2.") }
  }

  func run() throws {
    let system = try SkewedTable(rows: rows, columns: columns, seed: 1).system()
    let zeros = system.cells.filter { $0.value == 0 }.count
    print("cells \(system.cells.count), sums \(system.sums.count), zeros \(zeros)")
    let result = timed("suppress") { Suppression(system) }
    let loss = LossReport(system, hidden: result.hidden)
    print(
      "hidden \(loss.primaryCells) primary, \(loss.secondaryCells) secondary; unprotected \(result.unprotected.count)")
    let audit = IntervalAudit(system)
    let checked = timed("audit with proofs") { audit.report(hidden: result.hidden, proofs: result.proofs) }
    let own = timed("audit without proofs") { audit.report(hidden: result.hidden) }
    print("audited \(checked.audited), findings \(checked.findings.count) and \(own.findings.count)")
    if let dump {
      try system.auditJSON(hidden: result.hidden).write(toFile: dump, atomically: true, encoding: .utf8)
    }
  }

  private func timed<Result>(_ name: String, _ work: () -> Result) -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    let result = work()
    print("\(name): \((clock.now - start).formatted(.units(allowed: [.seconds], fractionalPart: .show(length: 2))))")
    return result
  }
}
