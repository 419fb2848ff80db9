import Domain
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite struct MonitorRulesFileTests {
  private static let shipped =
    Repository.file("Pipelines/rules")

  @Test func shippedRules() throws {
    let rules = try MonitorRulesFile.read(MonitorRulesFileTests.shipped)
    #expect(rules.archiveDays == 15)
    #expect(rules.market?.unit == .quarter)
    #expect(rules.warning == .orange)
    #expect(rules.titles?.exports == 4 && rules.titles?.points == 5 && rules.titles?.least == 50)
    let calendar = rules.calendar
    #expect(calendar.knows(year: 2025) && calendar.knows(year: 2026) && !calendar.knows(year: 2027))
    // From 30 September to 12 October 2026: 8 to 10 October and Monday the 12th.
    #expect(calendar.count(after: Day(iso: "2026-09-30")!, through: Day(iso: "2026-10-12")!) == 4)
    #expect(calendar.contains(Day(iso: "2026-02-14")!) && !calendar.contains(Day(iso: "2026-02-16")!))
  }

  private static func read(_ text: String) throws -> MonitorRules {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rules-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try text.write(to: folder.appendingPathComponent("monitor.yaml"), atomically: true, encoding: .utf8)
    return try MonitorRulesFile.read(folder.path)
  }

  @Test func sectionsThatAreMissingAreOff() throws {
    let all = try MonitorRulesFile.read(MonitorRulesFileTests.shipped)
    #expect(MonitorRules.Section.allCases.allSatisfy(all.has))
    let rules = try MonitorRulesFileTests.read("archives: {working_days: 20}\n")
    #expect(MonitorRules.Section.allCases.filter(rules.has) == [.archives])
    #expect(rules.archiveDays == 20)
    // Without holidays a year is counted by its weekdays, which the page of the night tells.
    #expect(!rules.calendar.knows(year: 2026))
    #expect(rules.calendar.count(after: Day(iso: "2026-09-30")!, through: Day(iso: "2026-10-12")!) == 8)
  }

  @Test(arguments: [
    ("late: {follow: 5}", "late: {follow: 0}", ErrorCode.wrongValue, "1 至 60"),
    ("every: quarter ", "every: year ", .wrongValue, "month 或 quarter"),
    ("least: orange", "least: purple", .wrongValue, "blue yellow orange red"),
    ("2026-10-01/2026-10-07", "2026-10-01/2026-09-07", .wrongValue, "不是日期"),
    ("2025-01-26", "2025-1-26", .wrongValue, "不是日期"),
    ("deviations: 4     # 离差超过多少才提示\n  rows", "deviations: -4\n  rows", .wrongValue, "大于 0"),
    ("working_days", "working_day", .unknownKey, "是否应为 working_days"),
  ])
  func mistakesAreNamed(before: String, after: String, code: ErrorCode, message: String) throws {
    let text = try String(contentsOfFile: MonitorRulesFileTests.shipped + "/monitor.yaml", encoding: .utf8)
    #expect(text.contains(before))
    let error = #expect(throws: PipelineError.self) {
      try MonitorRulesFileTests.read(text.replacing(before, with: after))
    }
    #expect(error?.code == code)
    #expect(error.map { "\($0)".contains(message) } == true, "\(error.map { "\($0)" } ?? "")")
  }
}
