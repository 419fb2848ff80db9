import Declarations
import Domain
import Foundation
import Testing

@testable import Tables

/// The checks and rules that come with the program.
@Suite struct ShippedChecksTests {
  private static let pipelines =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path + "/Pipelines"

  private let drafts: Drafts
  private let checks: [Check]

  init() throws {
    drafts = try Drafts.shared.get()
    checks = try CheckFolder.read("\(ShippedChecksTests.pipelines)/checks")
  }

  @Test func everyExampleAgrees() throws {
    let families = Dictionary(grouping: checks) { $0.id.prefix(1) }.mapValues(\.count)
    #expect(families == ["A": 8, "B": 12, "C": 4, "D": 9, "E": 1, "G": 13, "H": 14, "I": 8, "R": 28])
    let deadlines = try DeadlinesFile.read("\(ShippedChecksTests.pipelines)/rules/deadlines.yaml")
    let groups = try RegionGroupsFile.read("\(ShippedChecksTests.pipelines)/rules/region-groups.yaml")
    let functions = SQLFunctions.all(calendar: try Drafts.calendar(), deadlines: deadlines, groups: groups)
    let connection = try DatasetConnection(path: nil, views: drafts.views, lists: drafts.lists, functions: functions)
    let proof = CheckProof(connection, encode: drafts.row)
    // Those of the later datasets are proved whenever the nightly pipeline is read: see `PipelineSpecTests`.
    for check in checks where check.id.hasPrefix("A") { #expect(try proof.problems(check).map(\.description) == []) }
    _ = try CheckRulesFile.read("\(ShippedChecksTests.pipelines)/rules/checks.yaml", for: checks)
  }

  /// What nobody has confirmed is not in force; the transfer of archives is.
  @Test func deadlinesInForce() throws {
    let rules = try DeadlinesFile.read("\(ShippedChecksTests.pipelines)/rules/deadlines.yaml").rules
    #expect(rules["档案转递"] == Deadlines.Rule(limit: 15, isWorking: true, source: "人社部发〔2021〕112号"))
    for kind in ["双公示", "公示", "报名", "短期外国人"] { #expect(rules[kind]?.isOff == true) }
    #expect(rules.values.count(where: \.isOff) == 4)
    let words = drafts.words.subtracting(["双公示"])
    let text = Condition("due('双公示', decided_on) < :data_date", path: "a", line: 1, column: 1)
    #expect(UnknownWords.problems(in: text, words: words).map(\.place) == ["a:1:5"])
  }
}
