import Documents
import Foundation
import TestSupport
import Testing

/// `backup` and `restore` killed, and refused a call, at each of their writing calls: the warehouse is the old one or the
/// new one, and a backup that can be seen is whole.
@Suite(.enabled(if: Tool.compiler != nil, "SKIPPED: no C compiler, so no call is disturbed"))
struct BackupDisturbanceTests {
  private static let noVariable = ["TALENTFLOW_KEY": ""]
  private let pipeline: TestPipeline
  private var scratch: TestFolder { pipeline.scratch }
  /// Path of a backup that is older than the warehouse, with its key.
  private let older: String

  init() throws {
    pipeline = try RerunTests.small()
    let scratch = pipeline.scratch
    try scratch.write(pipeline.yaml, "pipeline.yaml")
    func talentflow(_ arguments: String...) throws {
      let result = try Program.talentflow.run(arguments, environment: BackupDisturbanceTests.noVariable)
      #expect(result.status == 0, "\(result.errors)")
    }
    try talentflow("run", pipeline.path)
    try talentflow("backup", pipeline.path, "--into", scratch.file("backups"), "--with-key")
    older = "backups/\(try FileManager.default.contentsOfDirectory(atPath: scratch.file("backups"))[0])"
    try scratch.write("岗位编号,单位名称,岗位名称,招聘人数,发布日期,更新时间\nlate,甲,乙,7,2026-08-01,2026-08-02\n", "in/c.csv")
    try talentflow("run", pipeline.path)
    // So the key has to change with the warehouse.
    try talentflow("key", "rotate", "--pipeline", pipeline.path)
    try FileManager.default.copyItem(atPath: scratch.file("work"), toPath: scratch.file("work-before"))
    let shim = scratch.file("faults.so")
    let source = Repository.file("Tests/EndToEndTests/Scripts/faults.c")
    let built = try #require(Tool.compiler).run(
      ["-shared", "-fPIC", "-O1", "-o", shim, source, "-ldl", "-lpthread"])
    #expect(built.status == 0, "\(built.errors)")
  }

  /// Runs with the `call`-th writing call disturbed; 0: none.
  private func run(_ arguments: [String], _ call: Int, _ action: String) throws -> Program.Result {
    try Program.talentflow.run(
      arguments,
      environment: [
        "LD_PRELOAD": scratch.file("faults.so"), "FAULT_FOLDER": scratch.path, "FAULT_CALL": "\(call)",
        "FAULT_ACTION": action, "FAULT_COUNT": scratch.path + ".calls",
        "TALENTFLOW_KEY": "",
      ])
  }

  /// Calls `body` after each disturbed run, from the same state each time.
  private func disturb(_ arguments: [String], _ action: String, step: Int, _ body: (String) throws -> Void) throws {
    let count = scratch.path + ".calls"
    defer { try? FileManager.default.removeItem(atPath: count) }
    let whole = try run(arguments, 0, action)
    #expect(whole.status == 0, "\(whole.errors)")
    let last = try String(contentsOfFile: count, encoding: .utf8).split(separator: "\n").last
    let calls = try #require(last?.split(separator: " ").first.flatMap { Int($0) })
    #expect(calls > 10)
    for call in stride(from: 1, through: calls, by: step) {
      try FileManager.default.removeItem(atPath: scratch.file("work"))
      try FileManager.default.copyItem(atPath: scratch.file("work-before"), toPath: scratch.file("work"))
      let ended = try run(arguments, call, action)
      let place = "call \(call) of \(calls): \(ended.errors)"
      if action == "KILL" {
        #expect(ended.status == 137, "\(place)")
      } else {
        // What can be done without is done without.
        #expect([0, 74].contains(ended.status) && ended.errorLines.count <= 1, "\(ended.status) \(place)")
        #expect((ended.status == 0) == ended.errors.isEmpty, "\(place)")
      }
      try body(place)
    }
    print("\(arguments[0]), \(action): \((calls - 1) / step + 1) of \(calls) calls")
  }

  @Test(arguments: [("KILL", 1), ("ENOSPC", 3)]) func restoring(_ action: String, _ step: Int) throws {
    let path = scratch.file("work/warehouse.sqlite")
    let states = try [path, scratch.file("\(older)/warehouse.sqlite")].map(Warehouse.dump)
    #expect(states[0] != states[1])
    try disturb(["restore", scratch.file(older), "--pipeline", pipeline.path], action, step: step) { place in
      #expect(try states.contains(Warehouse.dump(path)), "\(place)")
      let names = scratch.files("work")
      for name in names where name.hasPrefix("warehouse-before") {
        #expect(try Warehouse.dump(scratch.file("work/\(name)")) == states[0], "\(place)")
      }
      // Warehouse and key belong together again.
      let next = try Program.talentflow.run(["run", pipeline.path], environment: BackupDisturbanceTests.noVariable)
      #expect(next.status == 0, "\(place) \(next.errors)")
    }
  }

  /// Its many pages are sampled.
  @Test(arguments: ["KILL", "ENOSPC"]) func backingUp(_ action: String) throws {
    let path = scratch.file("work/warehouse.sqlite")
    let before = try Warehouse.dump(path)
    let arguments = ["backup", pipeline.path, "--into", scratch.file("backups")]
    try disturb(arguments, action, step: 7) { place in
      #expect(try Warehouse.dump(path) == before, "\(place)")
      for name in try FileManager.default.contentsOfDirectory(atPath: scratch.file("backups")) {
        guard !name.hasPrefix(".") else {
          #expect(action == "KILL", "\(place)")
          continue
        }
        let found = SHA256Sums.digest([UInt8](try scratch.data("backups/\(name)/warehouse.sqlite")))
        #expect(try scratch.text("backups/\(name)/SHA256SUMS").contains("\(found)  warehouse.sqlite\n"), "\(place)")
      }
    }
    // What the dead ones left goes with the next that lives.
    #expect(try run(arguments, 0, action).status == 0)
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.file("backups")).filter { $0.hasPrefix(".") }
    #expect(left.isEmpty, "\(left)")
  }
}
