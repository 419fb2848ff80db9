import Declarations
import Domain
import Foundation
import Testing

@Suite struct RuleFilesTests {
  private func with<Value>(_ text: String, _ body: (String) throws -> Value) throws -> Value {
    let path = NSTemporaryDirectory() + UUID().uuidString + ".yaml"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return try body(path)
  }

  private func place(_ text: String, _ body: (String) throws -> Void) throws -> String {
    let error = try #require(throws: PipelineError.self) { try with(text, body) }
    return error.place.split(separator: ".yaml").last.map(String.init) ?? ""
  }

  @Test func deadlines() throws {
    let rules = try with("仲裁: {limit: 45, longer: 60, unit: day, source: 法 43}", DeadlinesFile.read)
    #expect(rules.rules == ["仲裁": Deadlines.Rule(limit: 45, longer: 60, isWorking: false, source: "法 43")])
    let start = Day(iso: "2026-01-01")!
    #expect(rules.due("仲裁", from: start, WorkingDays())?.iso == "2026-02-15")
    #expect(rules.due("仲裁", from: start, isExtended: true, WorkingDays())?.iso == "2026-03-02")
    #expect(rules.due("别的", from: start, WorkingDays()) == nil)
  }

  @Test(arguments: [
    ("仲裁: {limit: 0, unit: day, source: a}", ":1:13"), ("仲裁: {unit: day, source: a}", ":1:5"),
    ("仲裁: {limit: 5, unit: week, source: a}", ":1:22"), ("仲裁: {limit: 5, unit: day}", ":1:5"),
    ("仲裁: {limit: 5, longer: 5, unit: day, source: a}", ":1:24"), ("仲裁: 5", ":1:5"),
    ("仲裁: {limit: 5, unit: day, source: a, more: 1}", ":1:38"),
  ])
  func deadlinesAreStrict(_ text: String, _ where: String) throws {
    #expect(try place(text) { _ = try DeadlinesFile.read($0) } == `where`)
  }

  @Test func regionGroups() throws {
    let rules = try with(
      """
      groups:
        港澳: {codes: ["81", "82"]}
        东盟:
        - {codes: [WBN]}
        - {codes: [WTL], from: 2025-10-26, until: 2030-01-01}
      lists:
        来源地:
        - {key: 港澳, group: 港澳}
        - {key: 其他, codes: ["4"]}
      """, RegionGroupsFile.read)
    #expect(rules.groups["东盟"]?.count == 2)
    #expect(rules.groups["东盟"]?[1].from?.iso == "2025-10-26")
    #expect(rules.lists["来源地"]?.map(\.key) == ["港澳", "其他"])
    #expect(rules.words == ["港澳", "东盟", "来源地", "其他"])
  }

  @Test(arguments: [
    ("groups: {a: {codes: []}}", ":1:21"), ("groups: {a: {codes: [x], from: soon}}", ":1:32"),
    ("groups: {a: {codes: [x], from: 2026-01-02, until: 2026-01-01}}", ":1:51"), ("groups: {a: []}", ":1:13"),
    ("lists: {b: [{key: x, group: nobody}]}", ":1:29"), ("lists: {b: [{key: x}]}", ":1:13"),
    ("lists: {b: [{codes: [x]}]}", ":1:13"), ("list: {}", ":1:1"),
    ("groups: {a: {codes: [x]}}\nlists: {b: [{key: x, group: a, codes: [y]}]}", ":2:39"),
  ])
  func regionGroupsAreStrict(_ text: String, _ where: String) throws {
    #expect(try place(text) { _ = try RegionGroupsFile.read($0) } == `where`)
  }
}
