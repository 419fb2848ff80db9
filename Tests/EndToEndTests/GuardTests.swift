import Foundation
import Testing

/// Exports and settings made to do harm, found by attacking the program: nothing is lost, nothing leaks.
@Suite struct GuardTests {
  private static let id = "11010519491231002X"

  @Test func numbersTooLongForAnInteger() throws {
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write(
      "岗位编号,单位名称,岗位名称,招聘人数,发布日期,薪资待遇\nz,甲,乙,3,2026-07-01,99999999999999999999万\n", "in/c.csv")
    #expect(try pipeline.run().status == 0)
    #expect(try pipeline.query("SELECT rule FROM finding_count") == ["pay.unreadable"])
  }

  @Test func aFileNameOfAnotherSystemIsNotOverlooked() throws {
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write("x", "in/c.csv")
    var name = Array(pipeline.scratch.file("in/").utf8CString.dropLast())
    name += [0xB8, 0xDA, 0xCE, 0xBB].map { CChar(bitPattern: $0) } + ".csv".utf8CString
    #expect(rename(pipeline.scratch.file("in/c.csv"), name) == 0)
    let result = try pipeline.run()
    #expect(result.status == 65 && result.errors.contains("不是 UTF-8 编码"), "\(result.errors)")
  }

  @Test func namesThatAreNoExports() throws {
    let pipeline = try RerunTests.small()
    for name in ["._a.csv", ".hidden.csv", "~$a.csv"] { try pipeline.scratch.write("\u{1}", "in/\(name)") }
    try pipeline.scratch.write("岗位编号,单位名称,岗位名称,招聘人数,发布日期\n", "in/\(String(repeating: "长", count: 80)).csv")
    #expect(try pipeline.run().status == 0)
    #expect(try pipeline.query("SELECT count(*) FROM file") == ["3"])
  }

  @Test func equalKeysOfDifferentTypes() throws {
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write(
      "source: p\ntitle: p\ncontract: postings\nvalues:\n  ownership: {\"21\": 国企, 21: 国企}\n", "p.yaml")
    let result = try pipeline.run()
    #expect(
      result.status == 78 && result.errors.contains("p.yaml:5:") && result.errors.contains("重复"), "\(result.errors)")
    try pipeline.scratch.write("source: p\ntitle: p\ncontract: postings\nlife_days: 9223372036854775807\n", "p.yaml")
    #expect(try pipeline.run().status == 78)
  }

  @Test func aPersonInTheHeaderLineIsMasked() throws {
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write("S9,\(GuardTests.id),张三\n", "in/c.csv")
    let result = try pipeline.run()
    #expect(result.status == 65 && result.errorLines.count == 1)
    #expect(!result.errors.contains("11010519491231") && result.errors.contains("没有一列认得"), "\(result.errors)")
  }

  /// A row that is one delimiter too long is refused with both counts; mended, it goes back in.
  @Test func rejectsWithATrailingDelimiterGoBackIn() throws {
    let pipeline = try RerunTests.small()
    let header = "岗位编号,单位名称,岗位名称,招聘人数,发布日期\n"
    try pipeline.scratch.write(header + "t1,甲,,3,2026-07-01,\n", "in/c.csv")
    try pipeline.run()
    let name = pipeline.scratch.files("work/rejects").first { $0.hasSuffix("c.rejects.csv") }!
    let rejects = try pipeline.scratch.text("work/rejects/\(name)")
    #expect(rejects.contains("列数与表头不符: 6 格, 表头 5 格"))
    let mended = rejects.replacing("t1,甲,,", with: "t1,甲,乙,").replacing("2026-07-01,,", with: "2026-07-01,")
    try pipeline.scratch.write(mended, "in/d.csv")
    #expect(try pipeline.run().output.contains("接收 1, 退回 0"))
  }

  @Test func filesWithPersonalDataAreTheOwnersAlone() throws {
    let pipeline = try RerunTests.small()
    try FileManager.default.createDirectory(atPath: pipeline.scratch.file("open"), withIntermediateDirectories: true)
    try pipeline.run("--warehouse", pipeline.scratch.file("open/tf.sqlite"))
    for name in ["open/tf.sqlite", "work/pseudonym.key"] where pipeline.scratch.exists(name) {
      let mode =
        try FileManager.default.attributesOfItem(atPath: pipeline.scratch.file(name))[.posixPermissions] as? Int
      #expect(mode == 0o600, "\(name)")
    }
  }

  @Test func anotherKeyIsNoticed() throws {
    let pipeline = try RerunTests.small()
    try pipeline.run()
    let result = try Program.talentflow.run(
      ["run", pipeline.path], environment: ["TALENTFLOW_KEY": "fedcba9876543210fedcba9876543210"])
    #expect(result.status == 78 && result.errors.contains("同一人会变成两人"), "\(result.errors)")
  }

  @Test func aFilePutBackToWhatItWasIsTaken() throws {
    let pipeline = try RerunTests.small()
    let text = try pipeline.scratch.text("in/b.csv")
    try pipeline.run()
    try pipeline.scratch.write(text.replacing(",3,", with: ",9,"), "in/b.csv")
    try pipeline.run()
    #expect(try pipeline.query("SELECT sum(openings) FROM postings") == ["109"])
    try pipeline.scratch.write(text, "in/b.csv")
    try pipeline.run()
    #expect(try pipeline.query("SELECT sum(openings) FROM postings") == ["103"])
    #expect(try pipeline.run().output.contains("没有新文件"))
  }

  @Test func findingsCannotActAsFormulas() throws {
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write(
      "岗位编号,单位名称,岗位名称,招聘人数,发布日期,=HYPERLINK(1),薪资待遇\nf,甲,乙,3,2026-07-01,,\"\"\"\u{301},=1+1,\"\n", "in/c.csv")
    try pipeline.run()
    let name = pipeline.scratch.files("work/rejects").first { $0.hasSuffix("c.findings.csv") }!
    let findings = try EditionTable(pipeline.scratch.data("work/rejects/\(name)"))
    #expect(findings.rows.count == 2)
    for row in findings.rows {
      #expect(row.count == findings.header.count)
      #expect(row.allSatisfy { cell in !["=", "+", "-", "@"].contains { cell.hasPrefix($0) } }, "\(row)")
    }
  }

  /// A wrong province in the pipeline file, mended later, leaves nothing behind in the cube.
  @Test func anotherProvinceIsCountedAnew() throws {
    let pipeline = try RerunTests.small()
    try pipeline.run()
    let cube = try pipeline.query("SELECT * FROM cube")
    func run(_ region: String, _ command: String = "run") throws -> Program.Result {
      let yaml = pipeline.yaml.replacing("home_region: \"450600\"", with: "home_region: \"\(region)\"")
      try pipeline.scratch.write(yaml, "pipeline.yaml")
      return try Program.talentflow.run([command, pipeline.path])
    }
    let wrong = try run("540600")
    #expect(wrong.errors.contains("已按 540600 从明细重新计数"), "\(wrong.errors)")
    #expect(try pipeline.query("SELECT * FROM cube") != cube)
    #expect(try run("540600", "check").status == 0)
    #expect(try run("450600").errors.contains("已按 450600 从明细重新计数"))
    #expect(try pipeline.query("SELECT * FROM cube") == cube)
    #expect(try run("450600", "check").status == 0 && !run("450600").errors.contains("重新计数"))
    for region in ["450699", "4506", "广西", ""] {
      let refused = try run(region)
      #expect(refused.status == 78 && refused.errors.contains("pipeline.yaml:4:"), "\(refused.errors)")
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func outputThatIsLostIsAnError() throws {
    let program = Program.talentflow.path.path
    let result = try Program(path: "/bin/sh").run(["-c", "'\(program)' contract postings > /dev/full"])
    #expect(result.status == 74 && result.errors.contains("标准输出"), "\(result.errors)")
  }

  @Test func somebodyElsesPageIsNotOverwritten() throws {
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write("<h1>our own page</h1>", "Reports/index.html")
    let result = try pipeline.run()
    #expect(result.status != 0 && result.errorLines.count == 1, "\(result.errors)")
    #expect(result.errors.contains("Reports/index.html: 这个网页不是本程序写的"))
    #expect(try pipeline.scratch.text("Reports/index.html") == "<h1>our own page</h1>")
    #expect(!pipeline.scratch.exists("Reports/bulletin/2026Q3"))
    try FileManager.default.removeItem(atPath: pipeline.scratch.file("Reports/index.html"))
    // Its own it renews.
    for period in ["2026Q3", "2026M08"] {
      #expect(try pipeline.run("--period", period).status == 0)
      #expect(try pipeline.scratch.text("Reports/index.html").contains("bulletin/\(period)/index.html"))
    }
  }

  @Test func aLongMissingMarkerCounts() throws {
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write(
      "source: p\ntitle: p\ncontract: postings\nhome_region: \"450600\"\nconstants: {platform: p}\nmissing: [\"\", 用人单位没有提供]\n",
      "p.yaml")
    try pipeline.scratch.write("岗位编号,单位名称,岗位名称,招聘人数,发布日期\nm,用人单位没有提供,乙,3,2026-07-01\n", "in/c.csv")
    #expect(try pipeline.run().output.contains("退回 1"))
  }

  @Test func oneRowOfGB18030IsRecognised() throws {
    let pipeline = try RerunTests.small()
    var bytes = Data("posting_id,employer_name,title,openings,posted_on\ng,".utf8)
    bytes.append(Data([0xBC, 0xD7, 0x2C, 0xD2, 0xD2]))
    bytes.append(Data(",3,2026-07-01\n".utf8))
    try pipeline.scratch.write(bytes, "in/c.csv")
    try pipeline.run()
    #expect(try pipeline.query("SELECT encoding, accepted FROM file WHERE name = 'c.csv'") == ["gb18030|1"])
  }
}
