import Foundation
import TestSupport
import Testing

/// What editions of months, quarters and a half-year that lie in one another give away together, of a market that is
/// generated for it; one is revised when late rows have come in.
@Suite struct NestedEditionTests {
  private static let script = Repository.file("Tests/EndToEndTests/Scripts/nested_editions.py")

  /// A reader who subtracts months from quarters finds nothing; of a program that forgets its editions he finds much.
  @Test func nothingFollowsFromOtherPeriods() throws {
    guard let python = Tool.solver else {
      print("SKIPPED: the audit of nested editions needs Python 3 with scipy")
      return
    }
    let folder = try TestFolder()
    let programs = Program.talentflow.path.deletingLastPathComponent().path
    let result = try python.run(
      [NestedEditionTests.script, programs, Repository.root, folder.path]
        + ["--within", "2025H1", "--seeds", "7", "--scales", "0.1", "--orders", "forward"])
    print(result.output)
    let told = result.output.split(separator: "\n")
    #expect(
      result.status == 0 && told.first?.contains(" 0 leaks, 0 told before;") == true, "\(result.output)\(result.errors)"
    )
    #expect(told.contains { $0.contains("without its memory") && !$0.contains(" 0 leaks") })
  }
}
