import Declarations
import Domain
import Foundation
import Testing

@testable import Tables

/// How strong examples are: changes one operator of a check at a time and asks whether an example notices. The other
/// program that proves the drafts notices 379 of 417.
@Suite struct CheckMutationTests {
  private static let swaps = [
    (#"(?<![<>=!])>(?![=>])"#, ">="), (#">="#, ">"), (#"(?<![<>=!])<(?![=>])"#, "<="), (#"<="#, "<"),
    (#"(?<![<>=!])=(?!=)"#, "<>"), (#"\bAND\b"#, "OR"), (#"\bNOT EXISTS\b"#, "EXISTS"),
    (#"\bNOT (?!EXISTS|NULL|IN\b)"#, ""), (#"\bIS NULL\b"#, "IS NOT NULL"), (#"\bIS NOT NULL\b"#, "IS NULL"),
  ]

  @Test func theExamplesNoticeAsMuch() throws {
    let drafts = try Drafts.shared.get()
    let proof = CheckProof(try drafts.connection(), encode: drafts.row)
    var (made, noticed) = (0, 0)
    for check in try CheckFolder.read("\(Drafts.folder)/checks") {
      for sql in try mutants(of: check) {
        made += 1
        do { noticed += try proof.problems(check.with(sql)).isEmpty ? 0 : 1 } catch { noticed += 1 }
      }
    }
    #expect(made == 417)
    #expect(noticed >= 379)
  }

  private func mutants(of check: Check) throws -> [String] {
    let lines = check.select.sql.split(separator: "\n", omittingEmptySubsequences: false)
    let sql = lines.filter { !$0.hasPrefix("-- ") }.joined(separator: "\n")
    let whole = NSRange(sql.startIndex..., in: sql)
    let between = try NSRegularExpression(pattern: #"BETWEEN\s+\S+\s*$"#)
    return try CheckMutationTests.swaps.flatMap { pattern, other in
      try NSRegularExpression(pattern: pattern).matches(in: sql, range: whole).compactMap { hit -> String? in
        guard let range = Range(hit.range, in: sql) else { return nil }
        let before = String(sql[..<range.lowerBound])
        let isRange = between.firstMatch(in: before, range: NSRange(before.startIndex..., in: before)) != nil
        guard !isRange, !before.trimmingCharacters(in: .whitespacesAndNewlines).hasSuffix("BETWEEN") else { return nil }
        return before + other + sql[range.upperBound...]
      }
    }
  }
}

extension Check {
  fileprivate func with(_ sql: String) -> Check {
    Check(
      id: id, title: title, levels: levels, section: section, clause: clause, remedy: remedy, entry: entry,
      other: other, needs: needs, values: values, select: Condition(sql, path: select.path, line: 1, column: 1),
      day: day, examples: examples)
  }
}
