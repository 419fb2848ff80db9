import Foundation
import TestSupport
import Testing

/// JSON for programs and text for people never stand in one stream.
@Suite struct StreamTests {
  /// Each command that can write JSON, with arguments that succeed and some that fail.
  static let writers: [(command: String, asking: String, good: [String], wrong: [String])] = [
    (
      "contract", "table-schema", ["contract", "postings", "--format", "table-schema"],
      ["contract", "nosuch", "--format", "table-schema"]
    ),
    (
      "screen", "JSON", ["screen", "--try", Repository.file("Tests/fixtures/screen-design.csv"), "--json"],
      ["screen", "--try", Repository.file("Package.swift"), "--json"]
    ),
  ]

  private func object(_ text: some StringProtocol) -> [String: Any]? {
    (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any]
  }

  /// A new command that can write JSON belongs into `writers`; `run` writes it to its log.
  @Test func writersAreAll() throws {
    for path in CommandLanguageTests.commands where !path.isEmpty {
      let help = try Program.talentflow.run(path + ["--help", "--lang", "en"]).output
      let known = StreamTests.writers.first { $0.command == path[0] }?.asking
      let asksForJSON = help.contains(/JSON|json|table-schema/)
      #expect(asksForJSON == (known != nil || path == ["run"]), "\(path)")
      if let known { #expect(help.contains(known)) }
    }
  }

  @Test(arguments: writers.indices) func standardOutputIsJSONAlone(_ index: Int) throws {
    let writer = StreamTests.writers[index]
    let good = try Program.talentflow.run(writer.good)
    #expect(good.status == 0 && good.errors.isEmpty && object(good.output)?.isEmpty == false, "\(good)")
    let wrong = try Program.talentflow.run(writer.wrong)
    let errors = object(wrong.output)?["errors"] as? [[String: Any]] ?? []
    #expect(wrong.status == 65 && errors.count == 1, "\(wrong)")
    let (code, remedy) = (errors.first?["code"] as? String ?? "?", errors.first?["remedy"] as? String ?? "")
    #expect(errors.first?["exit"] as? Int == 65 && wrong.errors.hasSuffix("[\(code)]\n") && !remedy.isEmpty)
    #expect(object(wrong.errors) == nil)
  }

  /// Unless JSON is asked for, there is text alone, also where nobody sits at a terminal; then JSON alone.
  @Test(arguments: [true, false]) func aRunWritesOneKind(_ isWhole: Bool) throws {
    let pipeline = try RerunTests.small()
    if !isWhole { try pipeline.scratch.write("S9,甲,乙\n", "in/c.csv") }
    let text = try pipeline.run("--verbose")
    #expect((text.status == 0) == isWhole && !text.output.isEmpty)
    for line in (text.output + text.errors).split(separator: "\n") { #expect(object(line) == nil, "\(line)") }
    let json = try pipeline.run("--verbose", "--log", "json")
    #expect((json.status == 0) == isWhole && json.output.isEmpty && !json.errors.isEmpty)
    for line in json.errorLines { #expect(object(line) != nil, "\(line)") }
  }
}
