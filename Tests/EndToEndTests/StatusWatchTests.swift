import Foundation
import Testing

/// `talentflow status --watch`
@Suite struct StatusWatchTests {
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func blocksUntilASignal(_ signal: Int32) throws {
    let pipeline = try RerunTests.small()
    try pipeline.run()
    let watch = try Program.talentflow.start(["status", pipeline.path, "--watch", "1"])
    Thread.sleep(forTimeInterval: 3.5)
    let sent = Date()
    kill(watch.process.processIdentifier, signal)
    let result = watch.result()
    #expect(-sent.timeIntervalSinceNow < 1 && result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    let blocks = result.output.components(separatedBy: "\n\n").filter { !$0.isEmpty }
    #expect(blocks.count >= 2, "\(result.output)")
    for block in blocks { #expect(block.hasPrefix("20") && block.contains("仓库  ") && block.contains("来源 p")) }
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test func aWarehouseThatIsNotThereYetIsWaitedFor() throws {
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write(pipeline.yaml, "pipeline.yaml")
    let watch = try Program.talentflow.start(["status", pipeline.path, "--watch", "1"])
    Thread.sleep(forTimeInterval: 1.5)
    try pipeline.run()
    Thread.sleep(forTimeInterval: 2.5)
    kill(watch.process.processIdentifier, SIGTERM)
    let output = watch.result().output
    #expect(output.contains("还没有仓库") && output.contains("运行 1"), "\(output)")
    #expect(try Program.talentflow.run(["status", pipeline.path, "--watch", "0"]).status == 64)
  }

  @Test(.enabled(if: Tool.python != nil, "SKIPPED: python3 is not installed, so there is no terminal"))
  func onATerminalItIsRedrawn() throws {
    let pipeline = try RerunTests.small()
    try pipeline.run()
    let script = """
      import os, pty, signal, sys, time
      pid, terminal = pty.fork()
      if pid == 0: os.execv(sys.argv[1], sys.argv[1:])
      time.sleep(2.5)
      os.kill(pid, signal.SIGINT)
      output = b""
      try:
          while part := os.read(terminal, 65536): output += part
      except OSError: pass
      print(output.count(b"\\x1b[H"), os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
      """
    let result = try #require(Tool.python).run(
      ["-c", script, Program.talentflow.path.path, "status", pipeline.path, "--watch", "1"])
    let numbers = result.output.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    #expect(numbers.count == 2 && numbers[0] >= 2 && numbers[1] == 0, "\(result.output)\(result.errors)")
  }
}
