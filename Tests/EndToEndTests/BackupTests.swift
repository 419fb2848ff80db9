import Foundation
import Testing

/// `talentflow backup` and `talentflow restore`, and what is kept before an upgrade.
@Suite struct BackupTests {
  private func ran(rows: Int = 20) throws -> TestPipeline {
    let pipeline = try RerunTests.small(rows: rows)
    try pipeline.run()
    return pipeline
  }

  private func warehouse(_ pipeline: TestPipeline) -> String { pipeline.scratch.file("work/warehouse.sqlite") }

  @discardableResult
  private func backup(_ pipeline: TestPipeline, _ options: String...) throws -> Program.Result {
    try Program.talentflow.run(
      ["backup", pipeline.path, "--into", pipeline.scratch.file("backups")] + options,
      environment: ["TALENTFLOW_KEY": ""])
  }

  /// - Parameter environment: without any, the key of the tests' runs stands in it.
  private func restore(_ pipeline: TestPipeline, _ backup: String, _ environment: [String: String] = [:]) throws
    -> Program.Result
  {
    try Program.talentflow.run(
      ["restore", pipeline.scratch.file(backup), "--pipeline", pipeline.path], environment: environment)
  }

  /// Path of the newest backup.
  private func newest(_ pipeline: TestPipeline) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: pipeline.scratch.file("backups"))
    #expect(names.allSatisfy { !$0.hasPrefix(".") }, "\(names)")
    return "backups/\(try #require(names.max()))"
  }

  private func kept(_ pipeline: TestPipeline, _ event: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: pipeline.scratch.file("work"))
      .filter { $0.hasPrefix("warehouse-before-\(event)") }.sorted()
  }

  @Test func restoredAndRunAgainItIsAsItWas() throws {
    let pipeline = try ran()
    let result = try backup(pipeline)
    #expect(result.status == 0 && result.output.contains("2 个文件 21 行"), "\(result.output)\(result.errors)")
    #expect(result.output.contains("化名密钥不在其内"))
    let folder = try newest(pipeline)
    #expect(pipeline.scratch.files(folder) == ["SHA256SUMS", "warehouse.sqlite"])
    for (name, mode) in [(folder, 0o700), ("\(folder)/warehouse.sqlite", 0o600)] {
      let found = try FileManager.default.attributesOfItem(atPath: pipeline.scratch.file(name))[.posixPermissions]
      #expect(found as? Int == mode, "\(name)")
    }
    // A look at the backup leaves it as it was.
    let copy = pipeline.scratch.file("\(folder)/warehouse.sqlite")
    #expect(try Program.talentflow.run(["check", pipeline.path, "--warehouse", copy]).status == 0)
    try pipeline.scratch.write(
      "岗位编号,单位名称,岗位名称,招聘人数,发布日期,更新时间\nlate,甲,乙,7,2026-08-01,2026-08-02\n", "in/c.csv")
    try pipeline.run()
    let after = try Warehouse.dump(warehouse(pipeline))

    let restored = try restore(pipeline, folder)
    #expect(restored.status == 0 && restored.output.contains("talentflow run"), "\(restored.errors)")
    #expect(try pipeline.query("SELECT count(*) FROM postings") == ["21"])
    let old = try #require(kept(pipeline, "restore").first)
    #expect(try Warehouse.dump(pipeline.scratch.file("work/\(old)")) == after)
    #expect(try pipeline.run().output.contains("收取 1 个新文件 (2 个此前已收)"))
    #expect(try Warehouse.dump(warehouse(pipeline)) == after)
    #expect(try Program.talentflow.run(["check", pipeline.path]).status == 0)
    // What was kept can be restored like a backup.
    #expect(try restore(pipeline, "work/\(old)").status == 0)
    #expect(try Warehouse.dump(warehouse(pipeline)) == after && kept(pipeline, "restore").count == 2)
  }

  @Test func aRunUnderWayIsBackedUpBetweenTwoFiles() throws {
    let pipeline = try RerunTests.small(rows: 20_000)
    let lines = try pipeline.scratch.text("in/a.csv").split(separator: "\n")
    for letter in ["b", "c", "d", "e"] {
      let own = [String(lines[0])] + lines.dropFirst().map { "\(letter)\($0)" }
      try pipeline.scratch.write(own.joined(separator: "\n") + "\n", "in/a\(letter).csv")
    }
    let running = try pipeline.start()
    while running.process.isRunning, !pipeline.scratch.exists("work/rejects") { usleep(1000) }
    let result = try backup(pipeline)
    let wasRunning = running.process.isRunning
    #expect(result.status == 0, "\(result.errors)")
    let ran = running.result()
    #expect(ran.status == 0, "\(ran.errors)")
    #expect(wasRunning, "the run was over before the backup")
    let path = pipeline.scratch.file("\(try newest(pipeline))/warehouse.sqlite")
    #expect(try Warehouse.query(path, "PRAGMA integrity_check") == ["ok"])
    let accepted = try Warehouse.query(path, "SELECT coalesce(sum(accepted), 0) FROM file")
    #expect(try Warehouse.query(path, "SELECT count(*) FROM postings") == accepted)
    // All but the numbers of the runs, as the restored one takes another.
    func content() throws -> [String] {
      try [
        "SELECT id, name, sha256, rows, accepted FROM file", "SELECT * FROM postings ORDER BY id", "SELECT * FROM cube",
        "SELECT * FROM figure",
      ].flatMap(pipeline.query)
    }
    let after = try content()
    #expect(try restore(pipeline, newest(pipeline)).status == 0)
    #expect(try pipeline.run().status == 0)
    #expect(try content() == after && after.count > 100_000)
  }

  @Test func aDamagedBackupIsNotRestored() throws {
    let pipeline = try ran()
    try backup(pipeline)
    let folder = try newest(pipeline)
    let before = try pipeline.scratch.data("work/warehouse.sqlite")
    let whole = try pipeline.scratch.data("\(folder)/warehouse.sqlite")
    var bytes = whole
    bytes[bytes.count / 2] ^= 1
    try pipeline.scratch.write(bytes, "\(folder)/warehouse.sqlite")
    let changed = try restore(pipeline, folder)
    #expect(changed.status == 65 && changed.errors.contains("[TF733]"), "\(changed.errors)")
    try pipeline.scratch.write(whole, "\(folder)/warehouse.sqlite")
    try pipeline.scratch.write("x", "\(folder)/more")
    #expect(try restore(pipeline, folder).status == 65)
    try FileManager.default.removeItem(atPath: pipeline.scratch.file("\(folder)/warehouse.sqlite"))
    #expect(try restore(pipeline, folder).status == 65)
    #expect(try restore(pipeline, "nowhere").status == 66)
    try pipeline.scratch.write(String(repeating: "not a database ", count: 100), "other.sqlite")
    #expect(try restore(pipeline, "other.sqlite").status == 65)
    #expect(try pipeline.scratch.data("work/warehouse.sqlite") == before)
    #expect(try kept(pipeline, "restore").isEmpty)
  }

  /// On a new machine, and over a warehouse that nobody can read any more.
  @Test func whateverIsThereNow() throws {
    let pipeline = try ran()
    let before = try Warehouse.dump(warehouse(pipeline))
    try backup(pipeline)
    let folder = try newest(pipeline)
    try pipeline.scratch.write("not a database", "work/warehouse.sqlite")
    try pipeline.scratch.write("nor a journal", "work/warehouse.sqlite-journal")
    #expect(try restore(pipeline, folder).status == 0)
    #expect(try Warehouse.dump(warehouse(pipeline)) == before)
    let old = try #require(kept(pipeline, "restore").first { !$0.hasSuffix("-journal") })
    #expect(try pipeline.scratch.text("work/\(old)") == "not a database")
    #expect(!pipeline.scratch.exists("work/warehouse.sqlite-journal"))
    try FileManager.default.removeItem(atPath: pipeline.scratch.file("work"))
    #expect(try restore(pipeline, folder).status == 0)
    #expect(try Warehouse.dump(warehouse(pipeline)) == before && kept(pipeline, "").isEmpty)
    let mode = try FileManager.default.attributesOfItem(atPath: pipeline.scratch.file("work"))[.posixPermissions]
    #expect(mode as? Int == 0o700)
    #expect(try pipeline.run().output.contains("没有新文件"))
  }

  @Test func nothingToBackUpOrNoPlaceForIt() throws {
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write(pipeline.yaml, "pipeline.yaml")
    #expect(try backup(pipeline).status == 66)
    try pipeline.run()
    try pipeline.scratch.write("a file", "backups")
    #expect(try backup(pipeline).status == 73)
    // There is no key file: that of the tests' runs stands in the environment.
    try FileManager.default.removeItem(atPath: pipeline.scratch.file("backups"))
    #expect(try backup(pipeline, "--with-key").errors.contains("[TF731]"))
  }

  @Test func theKeyFollowsTheBackup() throws {
    let noVariable = ["TALENTFLOW_KEY": ""]
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write(pipeline.yaml, "pipeline.yaml")
    func run() throws -> Program.Result { try Program.talentflow.run(["run", pipeline.path], environment: noVariable) }
    #expect(try run().status == 0)
    try backup(pipeline)
    let withoutKey = try newest(pipeline)
    #expect(try backup(pipeline, "--with-key").output.contains("也在其内"))
    let withKey = try newest(pipeline)
    let key = try pipeline.scratch.text("work/pseudonym.key")
    #expect(try pipeline.scratch.text("\(withKey)/pseudonym.key") == key)
    let rotated = try Program.talentflow.run(["key", "rotate", "--pipeline", pipeline.path], environment: noVariable)
    #expect(rotated.status == 0, "\(rotated.errors)")
    // The old key is still at hand in the work folder.
    let result = try restore(pipeline, withoutKey, noVariable)
    #expect(result.status == 0 && result.output.contains("化名密钥换回"), "\(result.errors)")
    #expect(try pipeline.scratch.text("work/pseudonym.key") == key)
    #expect(try run().status == 0)
    for name in pipeline.scratch.files("work") where name.hasPrefix("pseudonym") {
      try FileManager.default.removeItem(atPath: pipeline.scratch.file("work/\(name)"))
    }
    let before = try pipeline.scratch.data("work/warehouse.sqlite")
    let lost = try restore(pipeline, withoutKey, noVariable)
    #expect(lost.status == 78 && lost.errors.contains("[TF734]"), "\(lost.errors)")
    #expect(try pipeline.scratch.data("work/warehouse.sqlite") == before)
    #expect(try restore(pipeline, withKey, noVariable).status == 0)
    #expect(try pipeline.scratch.text("work/pseudonym.key") == key)
    #expect(try run().status == 0)
  }

  /// A killed run's journal belongs to the old warehouse and must not meet the restored one.
  @Test func theJournalOfADeadRunDoesNotMeetTheBackup() throws {
    let pipeline = try ran(rows: 30_000)
    try backup(pipeline)
    let folder = try newest(pipeline)
    let text = try pipeline.scratch.text("in/a.csv")
    try pipeline.scratch.write(text.replacing(",5,", with: ",6,").replacing("-10\n", with: "-11\n"), "in/a.csv")
    let running = try pipeline.start()
    let journal = "work/warehouse.sqlite-journal"
    let program = running.process.processIdentifier
    // Small transactions come before the load: a program that stands still cannot end the one that was seen.
    func standsInATransaction() -> Bool {
      guard ((try? pipeline.scratch.data(journal).count) ?? 0) >= 4096 else { return false }
      kill(program, SIGSTOP)
      usleep(20_000)
      if pipeline.scratch.exists(journal) { return true }
      kill(program, SIGCONT)
      return false
    }
    while running.process.isRunning, !standsInATransaction() { usleep(500) }
    kill(program, SIGKILL)
    #expect(running.result().status == 137)
    #expect(pipeline.scratch.exists(journal))
    #expect(try restore(pipeline, folder).status == 0)
    #expect(!pipeline.scratch.exists(journal))
    #expect(try pipeline.query("PRAGMA integrity_check") == ["ok"])
    #expect(try pipeline.query("SELECT sum(openings) FROM postings") == ["150003"])
    let old = try #require(kept(pipeline, "restore").first)
    #expect(try Warehouse.query(pipeline.scratch.file("work/\(old)"), "PRAGMA integrity_check") == ["ok"])
    #expect(try pipeline.run().status == 0)
    #expect(try Program.talentflow.run(["check", pipeline.path]).status == 0)
  }

  @Test func anOlderWarehouseIsKeptBeforeItIsUpgraded() throws {
    let pipeline = try ran()
    try Warehouse.change(
      warehouse(pipeline),
      "DROP TABLE disclosed; DELETE FROM grdb_migrations WHERE identifier = '4 disclosure'")
    let before = try Warehouse.dump(warehouse(pipeline))
    // Who only looks, and who only tries, changes nothing.
    #expect(try Program.talentflow.run(["plan", pipeline.path]).status == 0)
    #expect(try pipeline.run("--dry-run").status == 0)
    #expect(try kept(pipeline, "").isEmpty && Warehouse.dump(warehouse(pipeline)) == before)
    let result = try pipeline.run("--quiet")
    let name = try #require(kept(pipeline, "4-disclosure-20").first)
    #expect(result.status == 0 && result.errorLines.count == 1 && result.errors.contains(name), "\(result.errors)")
    #expect(try Warehouse.dump(pipeline.scratch.file("work/\(name)")) == before)
    #expect(try pipeline.query("SELECT count(*) FROM sqlite_master WHERE name = 'disclosed'") == ["1"])
    #expect(try pipeline.run("--quiet").errors.isEmpty)
    #expect(try kept(pipeline, "").count == 1)
  }

  @Test(arguments: ["run", "plan", "status", "check"]) func aNewerWarehouseIsRefused(_ command: String) throws {
    let pipeline = try ran()
    try Warehouse.change(warehouse(pipeline), "INSERT INTO grdb_migrations VALUES ('99 next year')")
    let before = try pipeline.scratch.data("work/warehouse.sqlite")
    let result = try Program.talentflow.run([command, pipeline.path])
    #expect(result.status == 78 && result.errorLines.count == 1, "\(result.errors)")
    #expect(result.errors.contains("[TF632]") && result.errors.contains("新版本的程序"))
    #expect(try pipeline.scratch.data("work/warehouse.sqlite") == before)
  }
}
