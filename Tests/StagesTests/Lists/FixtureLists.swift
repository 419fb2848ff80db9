import Domain
import Warehouse

@testable import Tables

/// Lists of checks as the runner gives them.
enum FixtureLists {
  static let day = Day(iso: "2026-09-30")!

  static func check(_ id: String, title: String = "检查 <甲>", section: String = "就业服务中心") -> Check {
    Check(
      id: id, title: title, levels: [.correct, .due], section: section, clause: "条例 1", remedy: "核对",
      entry: ["archives"],
      other: nil, needs: [], values: [:], select: Condition("SELECT 1", path: "\(id).sql", line: 1, column: 1),
      day: day,
      examples: [])
  }

  static func list(_ check: Check, _ lines: [[CheckColumn: SQLValue]]) -> CheckList {
    CheckList(
      check: check, outcome: .found(lines.map { CheckLine(level: .correct, values: $0) }), version: "1")
  }

  static let two = list(
    check("A-01"),
    [
      [.entry: .text("=1+1"), .due: .text("2026-10-10"), .days: .integer(16), .urgent: .integer(1)],
      [.entry: .text("A2"), .amount: .real(333.333)],
    ])

  /// 20 upheld, 12 not.
  static let review = (0..<32).reduce(into: RuleReview()) { $0.count($1 < 20 ? .confirmed : .unfounded) }

  static let all = [
    two, list(check("A-02", title: "没有发现的"), []),
    CheckList(check: check("A-03"), outcome: .missing(["counts", "register.kind=职称"]), version: "1"),
    CheckList(check: check("A-04"), outcome: .off, version: "1"),
    CheckList(check: check("A-05"), outcome: .tooMany(214_101), version: "1"),
    list(check("A-06"), (0..<210).map { [.entry: .text("B\($0)"), .lead: .text("all")] }),
    CheckList(
      check: check("C01"), lines: [CheckLine(level: .violation, values: [.entry: .text("P1")])], version: "1",
      review: review),
    CheckList(check: check("C02"), outcome: .steppedDown, version: "1", review: review),
    list(check("B-01", section: "人力资源开发科"), [[.entry: .text("C1"), .other: .text("C2")]]),
  ]
}
