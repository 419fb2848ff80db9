import Foundation
import Testing

/// What a run tells those who were not there: `--metrics`, `--mail-to`, `--log`.
@Suite struct RunReportsTests {
  private static let bad = "岗位编号,单位名称,岗位名称,招聘人数,发布日期\nz,甲,,3,2026-07-01\n"

  // MARK: metrics

  @Test func metricsOfARun() throws {
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write(RunReportsTests.bad, "in/c.csv")
    let file = pipeline.scratch.file("textfile/night.prom")
    let before = Date().timeIntervalSince1970
    #expect(try pipeline.run("--metrics", file).status == 0)
    let first = try Exposition(pipeline.scratch.text("textfile/night.prom"))
    let (start, end) = (try #require(first.value("run_start_time_seconds")), first.value("run_end_time_seconds") ?? 0)
    #expect(start >= before - 1 && end >= start && end <= Date().timeIntervalSince1970 + 1)
    #expect(abs((first.value("run_duration_seconds") ?? -1) - (end - start)) < 0.01)
    #expect(first.value("run_exit_code") == 0 && first.value("run_files", "taken") == 3)
    #expect(first.value("run_rows", "accepted") == 21 && first.value("run_rows", "rejected") == 1)
    #expect(first.value("run_rows", "duplicate") == 0 && first.value("run_rows", "unchanged") == 0)
    let size = try pipeline.scratch.data("work/warehouse.sqlite").count
    #expect(first.value("warehouse_bytes") == Double(size))
    #expect(try pipeline.run("--metrics", file).status == 0)
    let second = try Exposition(pipeline.scratch.text("textfile/night.prom"))
    #expect(second.value("run_files", "taken") == 0 && second.value("run_files", "known") == 3)
    #expect(second.value("run_rows", "accepted") == 0)
    // The collector reads every .prom; and anybody may.
    #expect(pipeline.scratch.files("textfile") == ["night.prom"])
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o644)
  }

  @Test func metricsOfARunThatFails() throws {
    let pipeline = try RerunTests.small()
    let file = pipeline.scratch.file("night.prom")
    try pipeline.scratch.write("S9,甲,乙\n", "in/c.csv")
    #expect(try pipeline.run("--metrics", file).status == 65)
    let failed = try Exposition(pipeline.scratch.text("night.prom"))
    #expect(failed.value("run_exit_code") == 65 && failed.value("run_rows", "accepted") == 21)
    // A pipeline file that cannot be read: the name of the file has to do.
    try pipeline.scratch.write("nonsense: 1\n", "broken.yaml")
    let result = try Program.talentflow.run(["run", pipeline.scratch.file("broken.yaml"), "--metrics", file])
    #expect(result.status == 78)
    let broken = try Exposition(pipeline.scratch.text("night.prom"))
    #expect(broken.value("run_exit_code", pipeline: "broken") == 78 && broken.value("warehouse_bytes") == nil)
    // A place that cannot be written changes nothing about the run.
    try FileManager.default.removeItem(atPath: pipeline.scratch.file("in/c.csv"))
    let unwritten = try pipeline.run("--metrics", "\(file)/x.prom")
    #expect(unwritten.status == 0 && unwritten.errors.contains("指标没有写成"), "\(unwritten.errors)")
    #expect(try pipeline.run("--dry-run", "--metrics", file).status == 64)
  }

  @Test func metricsOfARunThatIsStopped() throws {
    let pipeline = try RerunTests.small(rows: 30_000)
    let running = try pipeline.start("--metrics", pipeline.scratch.file("night.prom"))
    while running.process.isRunning, !pipeline.scratch.exists("work/rejects") { usleep(1000) }
    kill(running.process.processIdentifier, SIGTERM)
    let result = running.result()
    #expect(result.status == 143 && result.errorLines.count == 1, "\(result.errors)")
    #expect(try Exposition(pipeline.scratch.text("night.prom")).value("run_exit_code") == 143)
  }

  // MARK: mail

  /// A mail program that keeps what it gets.
  private func sendmail(_ pipeline: TestPipeline, _ ending: String = "") throws -> [String: String] {
    let path = pipeline.scratch.file("sendmail")
    try pipeline.scratch.write(
      "#!/bin/sh\necho \"$@\" > '\(pipeline.scratch.path)/arguments'\ncat > '\(pipeline.scratch.path)/mail'\n\(ending)\n",
      "sendmail")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return ["SENDMAIL": path]
  }

  private func run(_ pipeline: TestPipeline, _ environment: [String: String], _ options: String...) throws
    -> Program.Result
  {
    try pipeline.scratch.write(pipeline.yaml, "pipeline.yaml")
    return try Program.talentflow.run(["run", pipeline.path] + options, environment: environment)
  }

  private func mail(_ pipeline: TestPipeline) throws -> (headers: String, subject: String, body: String) {
    let parts = try pipeline.scratch.text("mail").components(separatedBy: "\n\n")
    func decoded(_ text: some StringProtocol) -> String {
      String(decoding: Data(base64Encoded: String(text), options: .ignoreUnknownCharacters) ?? Data(), as: UTF8.self)
    }
    let subject = parts[0].replacing("\n ", with: " ").split(separator: "\n").first { $0.hasPrefix("Subject: ") } ?? ""
    let words = subject.dropFirst(9).split(separator: " ").map { decoded($0.dropFirst(10).dropLast(2)) }
    return (parts[0], words.joined(), decoded(parts[1]))
  }

  @Test func theSubjectSaysItAll() throws {
    let pipeline = try RerunTests.small()
    let environment = try sendmail(pipeline)
    let result = try run(pipeline, environment, "--mail-to", "rsj@example.gov.cn", "--mail-to", "root", "--quiet")
    #expect(result.status == 0 && result.errors.isEmpty && result.output.isEmpty, "\(result.errors)")
    #expect(try pipeline.scratch.text("arguments") == "-t -i\n")
    let good = try mail(pipeline)
    #expect(good.subject == "TalentFlow test 完成: 收取 2 个文件 21 行, 退回 0")
    #expect(good.headers.contains("To: rsj@example.gov.cn,\n root\n") && good.headers.contains("Date: "))
    #expect(good.body.contains("接收 21, 退回 0") && good.body.contains("公报已发布"))
    // A personal number in a file name goes no further.
    try pipeline.scratch.write("S9,甲,乙\n", "in/11010519491231002X.csv")
    #expect(try run(pipeline, environment, "--mail-to", "root").status == 65)
    let failed = try mail(pipeline)
    #expect(failed.subject == "TalentFlow test 失败 (退出码 65, 1 个错误): 没有新文件", "\(failed.subject)")
    #expect(failed.body.hasPrefix("错误 ") && failed.body.contains("[TF"), "\(failed.body)")
    #expect(!failed.body.contains("19491231"), "\(failed.body)")
  }

  @Test func aMailThatDoesNotGoIsAWarning() throws {
    let pipeline = try RerunTests.small()
    let failing = try run(pipeline, sendmail(pipeline, "exit 67"), "--mail-to", "root")
    #expect(failing.status == 0 && failing.errorLines.count == 1 && failing.errors.contains("以 67 结束"))
    // One that does not even read.
    try pipeline.scratch.write("#!/bin/sh\nexit 1\n", "sendmail")
    let deaf = try run(pipeline, ["SENDMAIL": pipeline.scratch.file("sendmail")], "--mail-to", "root")
    #expect(deaf.status == 0 && deaf.errors.contains("以 1 结束"), "\(deaf.errors)")
    let none = try run(pipeline, ["SENDMAIL": "/nowhere/sendmail"], "--mail-to", "root")
    #expect(none.status == 0 && none.errors.contains("无法运行 /nowhere/sendmail"), "\(none.errors)")
    try pipeline.scratch.write("S9,甲,乙\n", "in/c.csv")
    #expect(try run(pipeline, ["SENDMAIL": "/nowhere/sendmail"], "--mail-to", "root").status == 65)
    for address in ["a@b\nBcc: c@d", "a@b,c@d", "-oQ/tmp"] {
      #expect(try run(pipeline, [:], "--mail-to=\(address)").status == 64, "\(address)")
    }
  }

  // MARK: log

  private func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any], "\($0)")
    }
  }

  @Test func oneObjectALine() throws {
    let pipeline = try RerunTests.small()
    let result = try pipeline.run("--log", "json")
    #expect(result.status == 0 && result.output.isEmpty)
    let lines = try objects(result.errors)
    #expect(lines.contains { ($0["message"] as? String)?.contains("接收 21") == true })
    let last = try #require(lines.last)
    #expect(last["message"] as? String == "运行结束" && last["exit"] as? Int == 0 && last["pipeline"] as? String == "test")
    #expect(last["rows_accepted"] as? Int == 21 && last["files_taken"] as? Int == 2)
    for line in lines { #expect(line["time"] != nil && line["level"] as? String == "notice") }
    #expect(try pipeline.run("--log", "json", "--quiet").errors.isEmpty)
  }

  @Test func errorsInParts() throws {
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write("S9,甲,乙\n", "in/c.csv")
    let line = try #require(objects(pipeline.run("--quiet", "--log", "json").errors).first)
    #expect(line["level"] as? String == "error" && line["exit"] as? Int == 65)
    let (code, place) = (line["code"] as? String ?? "?", line["place"] as? String ?? "?")
    #expect(code.hasPrefix("TF") && place.contains("c.csv") && (line["remedy"] as? String)?.isEmpty == false)
    #expect((line["message"] as? String)?.hasSuffix("[\(code)]") == true)
    let text = try pipeline.run("--quiet")
    #expect(text.errors.hasPrefix("错误 ") && text.errors.hasSuffix("[\(code)]\n"), "\(text.errors)")
  }
}
