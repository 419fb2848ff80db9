import Foundation
import TestSupport
import Testing

/// What fails is told with the names that people know. What a name was while a file was being made is gone afterwards,
/// and nobody could look there.
@Suite struct FailureNameTests {
  private func expectNoTemporaryName(_ text: String) {
    let hidden =
      #/talentflow-(dry|xlsx|scan)-|/\.[^/\s]+\.(new|old)|\.(part|new|old)\b|/dev/fd|xlsxwriter|\[ERROR\]/#
    #expect(!text.contains(hidden), "\(text)")
  }

  /// Files may not grow beyond a limit, which the system tells of like a full disk: each limit stops a command elsewhere.
  private func limited(_ blocks: Int, _ arguments: [String]) throws -> Program.Result {
    let script = "trap '' XFSZ; ulimit -f \(blocks); exec \"$@\""
    return try Program(path: "/bin/sh").run(["-c", script, "sh", Program.talentflow.path.path] + arguments)
  }

  @Test(arguments: [1, 40, 200, 600, 1000]) func aFullDisk(_ blocks: Int) throws {
    let pipeline = try RerunTests.small(rows: 2000)
    try pipeline.scratch.write(pipeline.yaml, "pipeline.yaml")
    for arguments in [["run", pipeline.path], ["run", pipeline.path, "--dry-run"]] {
      let result = try limited(blocks, arguments)
      expectNoTemporaryName(result.output + result.errors)
      #expect(result.status == 0 || !result.errors.isEmpty, "\(result)")
    }
  }

  @Test(arguments: [1, 40, 200]) func aBackupOnAFullDisk(_ blocks: Int) throws {
    let pipeline = try RerunTests.small(rows: 2000)
    try pipeline.run()
    let result = try limited(blocks, ["backup", pipeline.path, "--into", pipeline.scratch.file("backups")])
    #expect(result.status == 74 && !result.errors.isEmpty, "\(result)")
    expectNoTemporaryName(result.output + result.errors)
  }

  /// The folder for what need not last is named as what it is.
  @Test func noTemporaryFolder() throws {
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write(pipeline.yaml, "pipeline.yaml")
    for arguments in [["run", pipeline.path], ["run", pipeline.path, "--dry-run"]] {
      let result = try Program.talentflow.run(arguments, environment: ["TMPDIR": pipeline.scratch.file("nowhere")])
      #expect(result.status == 73 && result.errors.contains("临时文件夹 (TMPDIR)"), "\(result)")
      expectNoTemporaryName(result.output + result.errors)
    }
  }

  /// Something stands where an edition, a list of rejected rows and a page are to be made.
  @Test func somethingInTheWay() throws {
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write("x", "Reports/bulletin/.2026Q3.new")
    try pipeline.scratch.write("x", "Reports/bulletin/.index.html.new/x")
    let result = try pipeline.run()
    expectNoTemporaryName(result.output + result.errors)
    #expect(result.status == 0 || result.errors.contains("index.html"), "\(result)")
  }

  /// A dry run tells of copies that it throws away.
  @Test func aDryRun() throws {
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write(pipeline.yaml, "pipeline.yaml")
    try pipeline.scratch.write("S9,甲,乙\n", "in/c.csv")
    let result = try Program.talentflow.run(["run", pipeline.path, "--dry-run", "--verbose"])
    #expect(result.status == 65)
    expectNoTemporaryName(result.output + result.errors)
  }

  /// Nor does an edition name one, nor the ledger of runs.
  @Test func anEdition() throws {
    let pipeline = try RerunTests.small()
    try pipeline.run()
    for path in pipeline.scratch.files("Reports") where path.contains(/\.(html|json|csv|txt)$/) {
      let text = try pipeline.scratch.text("Reports/\(path)")
      #expect(!text.contains(pipeline.scratch.path) && !text.contains(TestFolder.place), "\(path)")
    }
  }
}
