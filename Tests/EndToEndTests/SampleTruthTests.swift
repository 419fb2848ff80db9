import Foundation
import TestSupport
import Testing

/// What the pipeline says of SampleData equals the truth that the generator built in, and what an independent program
/// makes of the same exports.
@Suite struct SampleTruthTests {
  private static let tables = (1...12).map { "T\($0)" }

  @Test(arguments: SampleRun.periods) func everyCell(_ period: String) throws {
    let run = try SampleRun.shared.get()
    #expect(run.first.status == 0, "\(run.first.errors)")
    for id in SampleTruthTests.tables {
      let truth = try EditionTable(
        Data(contentsOf: URL(fileURLWithPath: Repository.file("SampleData/truth/tables/\(period)/\(id).csv"))))
      SampleTruthTests.compare(try run.pipeline.table(id, period: period), truth, "\(period) \(id)")
    }
  }

  @Test func accountingOfEveryFile() throws {
    let run = try SampleRun.shared.get()
    let truth = try EditionTable(
      Data(contentsOf: URL(fileURLWithPath: Repository.file("SampleData/truth/accounting.csv"))))
    let columns = ["source", "file", "rows", "accepted", "rejected", "duplicate", "unchanged"]
    let ledger = try run.pipeline.query(
      "SELECT source, name, rows, accepted, rejected, duplicate, unchanged FROM file ORDER BY id")
    // The files of the bureau's duties come after them; all their rows are right.
    let accounted = truth.select(columns).map { $0.joined(separator: "|") }
    #expect(Array(ledger.prefix(accounted.count)) == accounted)
    let others = ledger.dropFirst(accounted.count).map { $0.split(separator: "|").map(String.init) }
    #expect(others.count > 70 && others.filter { $0[2] != $0[3] }.isEmpty)
    #expect(ledger.count > 90)
  }

  @Test func everyRejectedRowIsShown() throws {
    let run = try SampleRun.shared.get()
    let truth = try EditionTable(
      Data(contentsOf: URL(fileURLWithPath: Repository.file("SampleData/truth/rejects.csv"))))
    let wanted = truth.select(["source", "file", "line", "rule"]).map { $0.joined(separator: "|") }
    var shown: [String] = []
    for name in run.pipeline.scratch.files("work/rejects") where name.hasSuffix(".findings.csv") {
      let findings = try EditionTable(run.pipeline.scratch.data("work/rejects/\(name)"))
      // <source>-<number>-<file>.findings.csv
      let parts = name.dropLast(".findings.csv".count).split(separator: "-")
      let number = parts.firstIndex { Int($0) != nil }!
      let source = parts[..<number].joined(separator: "-")
      let file = parts[(number + 1)...].joined(separator: "-") + ".csv"
      for row in findings.rows where row[4] == "退回" { shown.append("\(source)|\(file)|\(row[0])|\(row[5])") }
    }
    #expect(wanted.count > 100)
    #expect(Set(shown) == Set(wanted), "\(Set(shown).symmetricDifference(wanted).sorted().prefix(10))")
  }

  @Test(
    .enabled(if: Tool.python != nil, "python3 is not installed: the independent computation is skipped"))
  func independentComputation() throws {
    let run = try SampleRun.shared.get()
    let scratch = try TestFolder()
    let result = try #require(Tool.python).run(
      [
        Repository.file("Tests/EndToEndTests/Scripts/independent.py"), Repository.file("SampleData"),
        Repository.file("Pipelines/codelists"), scratch.path,
      ] + SampleRun.periods)
    #expect(result.status == 0, "\(result.errors)")
    for period in SampleRun.periods {
      for id in ["T1", "T3", "T5", "T11", "T12", "T14-mismatch"] {
        let truth = try EditionTable(scratch.data("\(period)/\(id).csv"))
        SampleTruthTests.compare(try run.pipeline.table(id, period: period), truth, "\(period) \(id)")
      }
    }
  }

  /// Same rows, same columns, same text in every cell.
  private static func compare(_ table: EditionTable, _ truth: EditionTable, _ name: String) {
    #expect(!truth.rows.isEmpty, "\(name)")
    let ours = table.select(truth.header)
    #expect(ours.count == truth.rows.count, "\(name)")
    let different = zip(ours, truth.rows).filter { $0 != $1 }.map { "\($0) != truth \($1)" }
    #expect(different.isEmpty, "\(name): \(different.prefix(5).joined(separator: "\n"))")
  }
}
