import Domain
import Foundation
import TestSupport
import Testing

@testable import Stages

@Suite struct LeadCasesTests {
  private func answer(_ lead: String, _ verdict: LeadAnswer.Verdict, _ day: String = "2026-10-12") throws -> LeadAnswer
  {
    LeadAnswer(lead: lead, verdict: verdict, note: "", day: try #require(Day(iso: day)), place: "answers.csv:2")
  }

  private func answers(_ all: [LeadAnswer]) -> [String: LeadAnswer] {
    Dictionary(all.map { ($0.lead, $0) }) { $1 }
  }

  @Test func anAnswerIsACase() throws {
    let code = "91450602AEBB3NX0D1"
    let all = try [
      answer("C09/\(code)/2026Q3", .confirmed), answer("C-15/某某/分公司/2026Q3", .unfounded, "2026-10-13"),
      answer("C01/甲公司/2026Q2", .corrected), answer("C02/乙公司/2026Q2", .unclear), answer("C10/丙公司/2026Q2", .referred),
      answer("A-01/DA1", .confirmed), answer("B-05/SL1/2/3", .confirmed),
    ]
    let rows = LeadCases(rules: ["C01", "C02", "C09", "C10", "C-15"]).rows(answers(all))
    #expect(rows.map { $0[2] } == ["C-15", "C01", "C02", "C09", "C10"])
    #expect(rows.map { $0[8] } == ["不属实", "已改正", "无法核实", "属实", "移送"])
    #expect(
      rows[0] == ["C-15/某某/分公司/2026Q3", "线索核查", "C-15", "", "某某/分公司", "2026-10-13", "2026-10-13", "2026-10-13", "不属实"])
    #expect(rows[3][3] == code && rows[3][4].isEmpty)
    let known = try Repository.text("Pipelines/codelists/case-outcome.csv")
    for row in rows { #expect(known.contains(",\(row[8]),"), "\(row[8])") }
  }

  /// Numbers of cases are short, and those of two long names do not fall together.
  @Test func longNumbersAreCut() throws {
    let name = String(repeating: "防城港", count: 40)
    let all = try [answer("C01/\(name)甲/2026Q3", .confirmed), answer("C01/\(name)乙/2026Q3", .confirmed)]
    let numbers = LeadCases(rules: ["C01"]).rows(answers(all)).map { $0[0] }
    #expect(Set(numbers).count == 2 && numbers.allSatisfy { $0.count == 64 })
  }

  @Test func theFileIsForItsOwner() throws {
    let scratch = try TestFolder()
    let cases = LeadCases(rules: ["C01"])
    try cases.publish([:], in: "\(scratch.path)/work")
    #expect(!FileManager.default.fileExists(atPath: "\(scratch.path)/work/cases"))
    try cases.publish(answers([try answer("C01/甲公司/2026Q3", .confirmed)]), in: "\(scratch.path)/work")
    let path = "\(scratch.path)/work/cases/reviews.csv"
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    // What has not changed is not written again, so that the next night has nothing to take.
    let before = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    try cases.publish(answers([try answer("C01/甲公司/2026Q3", .confirmed)]), in: "\(scratch.path)/work")
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int == before)
  }
}
