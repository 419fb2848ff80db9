import Foundation
import Testing

/// Two runs at once, and runs after a dead one.
@Suite struct LockTests {
  /// A run that holds its locks and stands still.
  private static func stopped(_ pipeline: TestPipeline) throws -> RunningProgram {
    let running = try pipeline.start()
    while running.process.isRunning, (try? pipeline.scratch.text("work/.lock"))?.isEmpty != false { usleep(1000) }
    kill(running.process.processIdentifier, SIGSTOP)
    return running
  }

  @Test func theSecondRunSaysWhoIsThere() throws {
    let pipeline = try RerunTests.small(rows: 20_000)
    let first = try LockTests.stopped(pipeline)
    let start = Date()
    let second = try pipeline.run()
    #expect(-start.timeIntervalSinceNow < 1.5)
    #expect(second.status == 75 && second.errorLines.count == 1)
    let holder = "进程 \(first.process.processIdentifier), 开始于 20"
    #expect(second.errors.contains("仓库") && second.errors.contains(holder), "\(second.errors)")
    // Another warehouse would still share the folder of the rejects.
    let third = try pipeline.run("--warehouse", pipeline.scratch.file("other.sqlite"))
    #expect(third.status == 75 && third.errors.contains("工作文件夹") && third.errors.contains(holder), "\(third.errors)")
    kill(first.process.processIdentifier, SIGCONT)
    #expect(first.result().status == 0)
    #expect(try pipeline.query("SELECT count(*) FROM postings") == ["20001"])
  }

  @Test func theLockOfADeadRunIsTakenOver() throws {
    let pipeline = try RerunTests.small(rows: 20_000)
    let first = try LockTests.stopped(pipeline)
    kill(first.process.processIdentifier, SIGKILL)
    #expect(first.result().status == 137)
    #expect(try pipeline.scratch.text("work/.lock").hasPrefix("\(first.process.processIdentifier)\n"))
    #expect(try pipeline.run().status == 0)
    #expect(try pipeline.query("SELECT count(*) FROM postings") == ["20001"])
  }

  /// The next run closes the entry of one that died without a word, and says so once.
  @Test func aDeadRunIsToldApart() throws {
    let pipeline = try RerunTests.small(rows: 30_000)
    let first = try pipeline.start()
    while first.process.isRunning, !pipeline.scratch.exists("work/rejects") { usleep(1000) }
    kill(first.process.processIdentifier, SIGKILL)
    #expect(first.result().status == 137)
    let second = try pipeline.run()
    #expect(second.status == 0 && second.errors.contains("开始的运行中断了, 没有丢失数据"), "\(second.errors)")
    #expect(try pipeline.query("SELECT outcome FROM run ORDER BY id") == ["中断", "完成"])
    #expect(try pipeline.query("SELECT count(*) FROM run WHERE ended IS NULL") == ["0"])
    #expect(try pipeline.run().errors.isEmpty)
  }

  /// Pipelines of their own that publish into one folder take turns.
  @Test func twoPipelinesPublishIntoOneFolder() throws {
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write(pipeline.yaml, "pipeline.yaml")
    let other = pipeline.yaml.replacing("work/warehouse.sqlite", with: "work2/warehouse.sqlite")
      .replacing("work: work", with: "work: work2").replacing("period: 2026Q3", with: "period: 2026M07")
    try pipeline.scratch.write(other, "other.yaml")
    let running = try ["pipeline.yaml", "other.yaml"].map {
      try Program.talentflow.start(["run", pipeline.scratch.file($0)])
    }
    for result in running.map({ $0.result() }) { #expect(result.status == 0, "\(result.errors)") }
    let list = try pipeline.scratch.text("Reports/index.html")
    for period in ["2026Q3", "2026M07"] {
      #expect(try Program.talentflow.run(["verify", pipeline.scratch.file("Reports/bulletin/\(period)")]).status == 0)
      #expect(list.contains("bulletin/\(period)/index.html"))
    }
    let hidden = pipeline.scratch.files("Reports").filter { $0.contains("/.") || $0.hasPrefix(".") }
    #expect(hidden.isEmpty, "\(hidden)")
  }
}
