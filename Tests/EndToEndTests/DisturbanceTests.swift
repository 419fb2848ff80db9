import Foundation
import TestSupport
import Testing

/// A sample of what the scripts kill.py and faults.py walk through from the command line: kills, signals, failing calls
/// and full disks, at random and at chosen points; whatever happens, a rerun comes to what an undisturbed run comes to.
@Suite(.enabled(if: Tool.python != nil, "SKIPPED: python3 is not installed, so nothing is disturbed"))
struct DisturbanceTests {
  @Test(arguments: ["KILL", "TERM"]) func runsThatAreKilled(_ signal: String) throws {
    try expectNoDifference("kill.py", ["--rounds", "20", "--signal", signal])
  }

  @Test(.enabled(if: Tool.compiler != nil, "SKIPPED: no C compiler, so no call is made to fail"))
  func callsThatFail() throws {
    try expectNoDifference("faults.py", ["--only", "calls", "--points", "50"])
  }

  @Test func disksThatAreFull() throws { try expectNoDifference("faults.py", ["--only", "disk", "--points", "4"]) }

  private func expectNoDifference(_ script: String, _ options: [String]) throws {
    let python = try #require(Tool.python)
    let path = Repository.file("Tests/EndToEndTests/Scripts/\(script)")
    let result = try python.run(
      [path, Program.talentflow.path.path] + options, environment: ["PYTHONDONTWRITEBYTECODE": "1"])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(result.output.contains("differences: 0"), "\(result.output)\(result.errors)")
    // What was disturbed, and what could not be.
    print(result.output, terminator: "")
  }
}
