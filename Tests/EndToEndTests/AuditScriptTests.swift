import Foundation
import TestSupport
import Testing

/// The independent programs that other tests rely on do what they say.
@Suite struct AuditScriptTests {
  private static let scripts = Repository.file("Tests/EndToEndTests/Scripts")
  private static let permits = Repository.file("Tests/EndToEndTests/Fixtures/permits")

  /// On editions and systems made by hand, in which it is known what leaks.
  @Test(arguments: ["table_audit_test.py", "interval_audit_test.py"])
  func auditsFindWhatIsMadeByHand(script: String) throws {
    guard let python = Tool.solver else {
      print("SKIPPED: the audits need Python 3 with scipy")
      return
    }
    let result = try python.run(["\(AuditScriptTests.scripts)/\(script)"])
    #expect(result.status == 0 && result.errors.hasSuffix("OK\n"), "\(result.errors)")
  }

  /// The export and the truth of the permits are what their programs write today.
  @Test(.enabled(if: Tool.python != nil, "python3 is not installed: the truth of the permits is not computed anew"))
  func truthOfPermitsIsOfTheseFiles() throws {
    let python = try #require(Tool.python)
    let scratch = try TestFolder()
    let (folder, periods) = (AuditScriptTests.permits, ["2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3"])
    #expect(try python.run(["\(folder)/make.py", scratch.file("permits.csv")]).status == 0)
    #expect(try scratch.text("permits.csv") == String(contentsOfFile: "\(folder)/permits.csv", encoding: .utf8))
    let result = try python.run(
      [
        "\(AuditScriptTests.scripts)/permits.py", "\(folder)/permits.csv", Repository.file("Pipelines/codelists"),
        "\(folder)/codelists", Repository.file("Pipelines/rules/monitor.yaml"), "2026-09-30", scratch.file("truth"),
      ] + periods)
    #expect(result.status == 0, "\(result.errors)")
    let files = scratch.files("truth")
    #expect(files.count == 11)
    for file in files {
      let kept = try String(contentsOfFile: "\(folder)/truth/\(file)", encoding: .utf8)
      #expect(try scratch.text("truth/\(file)") == kept, "\(file)")
    }
  }
}
