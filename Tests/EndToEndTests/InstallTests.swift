import Foundation
import Testing

/// `talentflow install`: what it prints is what cron and systemd take. Real ones are tried by Scripts/cron.sh and
/// Scripts/systemd.sh.
@Suite struct InstallTests {
  private static let analyze = ["/usr/bin/systemd-analyze"].first { FileManager.default.isExecutableFile(atPath: $0) }

  /// A pipeline in a folder whose name cron, sh and systemd would all like to read otherwise.
  private func pipeline() throws -> (TestPipeline, path: String) {
    let pipeline = try RerunTests.small()
    let folder = "人社 100% $HOME 'x' \"y\""
    try pipeline.scratch.write(
      pipeline.yaml.replacing("open-rules", with: pipeline.scratch.file("open-rules")), "\(folder)/pipeline.yaml")
    return (pipeline, pipeline.scratch.file("\(folder)/pipeline.yaml"))
  }

  private func install(_ path: String, _ options: String...) throws -> Program.Result {
    try Program.talentflow.run(["install", path] + options, environment: ["TALENTFLOW_KEY": ""])
  }

  @Test func theLineRunsInAnEmptyEnvironment() throws {
    let (pipeline, path) = try pipeline()
    let before = pipeline.scratch.files("")
    let result = try install(path, "--cron", "--at", "3:05")
    #expect(result.status == 0 && result.errors.isEmpty && pipeline.scratch.files("") == before, "\(result.errors)")
    let lines = result.output.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.count == 1 && lines[0].hasPrefix("5 3 * * * mkdir -p -m 0700 "))
    // What cron makes of the command: an unescaped percent sign would end it.
    let command = String(lines[0].dropFirst("5 3 * * * ".count))
    #expect(command.matches(of: /%/).count == command.matches(of: /\\%/).count)
    let shell = try Program(path: "/usr/bin/env").run(
      ["-i", "PATH=/usr/bin:/bin", "SHELL=/bin/sh", "HOME=/", "/bin/sh", "-c", command.replacing("\\%", with: "%")])
    let work = (path as NSString).deletingLastPathComponent + "/work"
    let log = try String(contentsOfFile: "\(work)/run.log", encoding: .utf8)
    #expect(shell.status == 0 && shell.output.isEmpty && shell.errors.isEmpty, "\(shell.errors)\(log)")
    for line in log.split(separator: "\n") {
      #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
    }
    #expect(log.contains("运行结束"))
    #expect(try Warehouse.query("\(work)/warehouse.sqlite", "SELECT count(*) FROM postings") == ["21"])
    let mode = try FileManager.default.attributesOfItem(atPath: work)[.posixPermissions] as? Int
    #expect(mode == 0o700)
  }

  /// The lines that the comment offers are what logrotate reads, where it is installed; a name that it would take for a
  /// pattern gets none.
  @Test func logIsRotated() throws {
    let pipeline = try RerunTests.small()
    let path = pipeline.scratch.file("人社 局/pipeline.yaml")
    try pipeline.scratch.write(
      pipeline.yaml.replacing("open-rules", with: pipeline.scratch.file("open-rules")), "人社 局/pipeline.yaml")
    let lines = try install(path, "--cron").output.split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex { $0.hasPrefix("# \"") && $0.hasSuffix("run.log\" {") })
    let end = try #require(lines[start...].firstIndex(of: "# }"))
    let text = lines[start...end].map { $0.dropFirst(2) }.joined(separator: "\n") + "\n"
    #expect(text.contains("/人社 局/work/run.log\" {\n  monthly\n"))
    if let logrotate = ["/usr/sbin/logrotate"].first(where: { FileManager.default.isExecutableFile(atPath: $0) }) {
      try pipeline.scratch.write(text, "rotation")
      let read = try Program(path: logrotate).run(["--debug", pipeline.scratch.file("rotation")])
      #expect(read.status == 0 && !read.errors.contains("error:"), "\(read.errors)")
    }
    let (kept, odd) = try self.pipeline()
    let advice = try install(odd, "--cron").output
    withExtendedLifetime(kept) { #expect(advice.contains("路径中有特殊字符")) }
  }

  @Test(.enabled(if: analyze != nil, "SKIPPED: systemd-analyze is not installed")) func systemdTakesTheUnits() throws {
    let (pipeline, path) = try pipeline()
    let analyze = try #require(InstallTests.analyze)
    for options in [[], ["--mail-to", "root", "--metrics", "night.prom"]] {
      let folder = pipeline.scratch.file("units\(options.count)")
      let result = try Program.talentflow.run(
        ["install", path, "--systemd", "--into", folder] + options, environment: ["TALENTFLOW_KEY": ""])
      #expect(result.status == 0 && result.output.split(separator: "\n").count == 2, "\(result.errors)")
      let units = ["talentflow-test.service", "talentflow-test.timer"].map { "\(folder)/\($0)" }
      let verified = try Program(path: analyze).run(["verify"] + units)
      #expect(verified.status == 0 && verified.errors.isEmpty, "\(verified.errors)")
      let service = try String(contentsOfFile: units[0], encoding: .utf8)
      #expect(service.contains("SuccessExitStatus=75") && service.contains("100%% "))
      #expect(service.contains("NoNewPrivileges=true") == options.isEmpty)
      for line in service.split(separator: "\n") where !line.hasPrefix("#") && !line.hasPrefix("[") {
        #expect(line.contains("="), "\(line)")
      }
      let timer = try String(contentsOfFile: units[1], encoding: .utf8)
      #expect(timer.contains("OnCalendar=*-*-* 02:00:00") && timer.contains("Persistent=true"))
    }
  }

  /// A service that may write nowhere else must be able to write what the pipeline file asks of it.
  @Test func theServiceMayWriteWhatItHasTo() throws {
    let (pipeline, path) = try pipeline()
    func writable() throws -> [String] {
      let lines = try install(path, "--systemd").output.split(separator: "\n")
      return try #require(lines.first { $0.hasPrefix("ReadWritePaths=") }).dropFirst(15).split(separator: " ")
        .map(String.init)
    }
    try pipeline.scratch.write(pipeline.yaml, "pipeline.yaml")
    let plain = try Program.talentflow.run(["install", pipeline.path, "--systemd"]).output
    #expect(plain.contains("ReadWritePaths=\(pipeline.scratch.path)\n"), "\(plain)")
    #expect(try !writable().contains(pipeline.scratch.file("in")))
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try (text + "\nretention: {exports_days: 400}\n").write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try writable().contains(pipeline.scratch.file("in")))
  }

  @Test func filesAreNotWrittenOver() throws {
    let (pipeline, path) = try pipeline()
    let folder = pipeline.scratch.file("units")
    #expect(try install(path, "--cron", "--into", folder).status == 0)
    #expect(try install(path, "--cron", "--into", folder).status == 0)
    try pipeline.scratch.write("mine", "units/talentflow-test.cron")
    let refused = try install(path, "--cron", "--into", folder)
    #expect(refused.status == 73 && refused.errors.contains("[TF741]"))
    #expect(try pipeline.scratch.text("units/talentflow-test.cron") == "mine")
  }

  @Test func mistakes() throws {
    let (pipeline, path) = try pipeline()
    #expect(try install(path).status == 64)
    #expect(try install(path, "--cron", "--systemd").status == 64)
    for time in ["25:00", "2", "02:60", "x:y", "02:00:00"] {
      #expect(try install(path, "--cron", "--at", time).status == 78, "\(time)")
    }
    #expect(try install("/nowhere.yaml", "--cron").status == 66)
    let broken = pipeline.scratch.file("a\nb/pipeline.yaml")
    try pipeline.scratch.write(Data(contentsOf: URL(fileURLWithPath: path)), "a\nb/pipeline.yaml")
    for kind in ["--cron", "--systemd"] { #expect(try install(broken, kind).errors.contains("[TF742]")) }
    let keyed = try Program.talentflow.run(["install", path, "--cron"])
    #expect(keyed.status == 0 && keyed.errors.contains("TALENTFLOW_KEY"))
  }
}
