import Foundation
import Testing

/// A run that is told to end: soon, with one line, and nothing lost.
@Suite struct SignalTests {
  @Test(arguments: [(SIGTERM, "SIGTERM"), (SIGINT, "SIGINT"), (SIGHUP, "SIGHUP")] as [(Int32, String)])
  func endsALoad(signal: Int32, name: String) throws {
    let pipeline = try RerunTests.small(rows: 45_000)
    let running = try pipeline.start()
    // The folder is made at the start of the first file's transaction.
    while running.process.isRunning, !pipeline.scratch.exists("work/rejects") { usleep(1000) }
    let start = Date()
    kill(running.process.processIdentifier, signal)
    let result = running.result()
    #expect(-start.timeIntervalSinceNow < 2)
    #expect(result.status == 128 + signal)
    #expect(result.errorLines.count == 1, "\(result.errors)")
    for part in [name, "没有丢失", "再运行一次", "TF690"] { #expect(result.errors.contains(part), "\(result.errors)") }
    #expect(try pipeline.query("SELECT count(*) FROM file") == ["0"])
    #expect(try pipeline.query("SELECT outcome FROM run")[0].hasPrefix("中断: "))
    #expect(try Program.talentflow.run(["status", pipeline.path]).output.contains("中断"))
    let left = pipeline.scratch.files("").filter { $0.hasSuffix(".part") || $0.hasSuffix("-journal") }
    #expect(left.isEmpty, "\(left)")
    let again = try pipeline.run()
    #expect(again.status == 0 && again.errors.isEmpty, "\(again.errors)")
    #expect(try pipeline.query("SELECT rows, accepted FROM file ORDER BY id") == ["45000|45000", "1|1"])
  }

  /// SQLite waits two seconds for a locked file and cannot be called off meanwhile.
  @Test func doesNotWaitForACallThatCannotBeBrokenOff() throws {
    let pipeline = try RerunTests.small()
    try pipeline.run()
    let path = pipeline.scratch.file("work/warehouse.sqlite")
    try Warehouse.holding(path) {
      let running = try pipeline.start()
      while running.process.isRunning, (try? pipeline.scratch.text("work/.lock"))?.isEmpty != false { usleep(1000) }
      let start = Date()
      kill(running.process.processIdentifier, SIGTERM)
      let result = running.result()
      #expect(-start.timeIntervalSinceNow < 2)
      #expect(result.status == 143)
      #expect(result.errorLines.count == 1 && result.errors.contains("没有丢失"), "\(result.errors)")
    }
    #expect(try pipeline.run().status == 0)
  }

  /// A statement that would take for ever: three copies of the postings crossed, in the transaction of a load.
  @Test func breaksOffALongStatement() throws {
    let pipeline = try RerunTests.small(rows: 20_000)
    try pipeline.run()
    let path = pipeline.scratch.file("work/warehouse.sqlite")
    try Warehouse.change(
      path,
      """
      CREATE TRIGGER slow AFTER INSERT ON file BEGIN
        SELECT sum(a.id + b.id + c.id) FROM postings a, postings b, postings c;
      END
      """)
    try pipeline.scratch.write("岗位编号,单位名称,岗位名称,招聘人数,发布日期\nz,甲,乙,7,2026-07-01\n", "in/c.csv")
    let running = try pipeline.start()
    while running.process.isRunning, !pipeline.scratch.exists("work/warehouse.sqlite-journal") { usleep(1000) }
    usleep(700_000)
    #expect(running.process.isRunning)
    let start = Date()
    kill(running.process.processIdentifier, SIGTERM)
    let result = running.result()
    #expect(-start.timeIntervalSinceNow < 2)
    #expect(result.status == 143 && result.errorLines.count == 1, "\(result.errors)")
    // The entry shows that the run ended by itself, and not at the deadline.
    #expect(try pipeline.query("SELECT outcome FROM run ORDER BY id DESC LIMIT 1")[0].hasPrefix("中断: "))
    #expect(!pipeline.scratch.exists("work/warehouse.sqlite-journal"))
    try Warehouse.change(path, "DROP TRIGGER slow")
    #expect(try pipeline.run().output.contains("收取 1 个新文件 (2 个此前已收)"))
  }

  /// A publisher that waits for another one can be ended too.
  @Test func endsAPublication() throws {
    let pipeline = try RerunTests.small()
    try pipeline.run()
    let other = open(pipeline.scratch.file("Reports"), O_RDONLY)
    defer { close(other) }
    #expect(flock(other, LOCK_EX | LOCK_NB) == 0)
    try pipeline.scratch.write("岗位编号,单位名称,岗位名称,招聘人数,发布日期\nz,甲,乙,7,2026-07-01\n", "in/c.csv")
    let before = try pipeline.table("T1").rows
    let running = try pipeline.start()
    while running.process.isRunning, (try? pipeline.query("SELECT count(*) FROM file")) != ["3"] { usleep(1000) }
    usleep(200_000)
    kill(running.process.processIdentifier, SIGTERM)
    let result = running.result()
    #expect(result.status == 143 && result.errorLines.count == 1, "\(result.errors)")
    #expect(try pipeline.table("T1").rows == before)
    flock(other, LOCK_UN)
    #expect(try pipeline.run().status == 0)
    #expect(try pipeline.table("T1").cell("valid", "demand") == "110")
  }

  /// A log on a full disk, a reader that went away: the run is not worse for it.
  @Test(arguments: ["2>/dev/full >/dev/full", "2>&1 | true"]) func wordsThatCannotBeWritten(_ sink: String) throws {
    let pipeline = try RerunTests.small(rows: 2000)
    try pipeline.scratch.write(pipeline.yaml, "pipeline.yaml")
    let (program, status) = (Program.talentflow.path.path, pipeline.scratch.file("status"))
    for (path, expected) in [(pipeline.path, "0\n"), (pipeline.scratch.file("nowhere.yaml"), "66\n")] {
      let script = "(\(program) run \(path) --verbose; echo $? > \(status)) \(sink)"
      #expect(try Program(path: "/bin/sh").run(["-c", script]).status == 0)
      #expect(try pipeline.scratch.text("status") == expected)
    }
    #expect(try pipeline.query("SELECT count(*) FROM postings") == ["2001"])
  }

  @Test func whatTheParentIgnoresIsIgnored() throws {
    let pipeline = try RerunTests.small(rows: 20_000)
    try pipeline.scratch.write(pipeline.yaml, "pipeline.yaml")
    let shell = Program(path: "/bin/sh")
    let script = "trap '' HUP; \(Program.talentflow.path.path) run \(pipeline.path)"
    let running = try shell.start(["-c", "\(script) & child=$!; sleep 0.2; kill -HUP $child; wait $child"])
    let result = running.result()
    #expect(result.status == 0, "\(result.errors)")
  }
}
