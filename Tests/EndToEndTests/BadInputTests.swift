import Foundation
import Testing

/// Bad input gives one clear line and the right exit code, and loses nothing that is good.
@Suite struct BadInputTests {
  /// Bytes that are no table.
  struct Refused: CustomStringConvertible, Sendable {
    let description: String
    let bytes: [UInt8]
    let message: String
  }

  static let refused: [Refused] = [
    Refused(
      description: "xls named csv", bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1] + Array(repeating: 0, count: 600),
      message: "Excel .xls"),
    Refused(description: "xlsx named csv", bytes: [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], message: ".xlsx"),
    Refused(
      description: "binary", bytes: (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }, message: "不是文本文件"),
    Refused(description: "empty", bytes: [], message: "文件是空的"),
    Refused(description: "UTF-16", bytes: [0xFF, 0xFE, 0x41, 0x00], message: "UTF-16"),
    Refused(
      description: "missing column", bytes: Array("岗位编号,单位名称,岗位名称,发布日期\n1,甲,乙,2026-07-01\n".utf8),
      message: "openings (招聘人数/需求人数/人数)"),
  ]

  @Test(arguments: refused) func refusedFileKeepsTheOthers(_ bad: Refused) throws {
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write(Data(bad.bytes), "in/c.csv")
    let result = try pipeline.run()
    #expect(result.status == 65)
    #expect(result.errorLines.count == 1, "\(result.errors)")
    #expect(result.errors.contains("in/c.csv") && result.errors.contains(bad.message), "\(result.errors)")
    #expect(try pipeline.query("SELECT count(*) FROM postings") == ["21"])
    #expect(!pipeline.scratch.exists("Reports"))
    // Without the bad file the next run publishes.
    try FileManager.default.removeItem(atPath: pipeline.scratch.file("in/c.csv"))
    #expect(try pipeline.run().status == 0)
  }

  @Test func headerOnlyIsToldAndTaken() throws {
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write("岗位编号,单位名称,岗位名称,招聘人数,发布日期\n", "in/c.csv")
    let result = try pipeline.run()
    #expect(result.status == 0)
    #expect(result.errorLines.count == 1 && result.errors.contains("只有表头"), "\(result.errors)")
  }

  @Test func noSuchFile() throws {
    var pipeline = try RerunTests.small()
    pipeline.inputs[0].files = pipeline.scratch.file("nowhere/*.csv")
    let result = try pipeline.run()
    #expect(result.status == 66)
    #expect(result.errorLines.count == 1 && result.errors.contains("nowhere"))
    #expect(try Program.talentflow.run(["run", "/nowhere/p.yaml"]).status == 66)
  }

  /// Rows that cannot be parsed are put aside, with line and reason; all others go in.
  @Test func brokenRowsAreSetAside() throws {
    let pipeline = try RerunTests.small()
    var bytes = Array("岗位编号,单位名称,岗位名称,招聘人数,发布日期\n".utf8)
    func add(_ line: [UInt8]) { bytes += line + [0x0A] }
    add(Array("n1,甲,乙,1,2026-07-01".utf8))
    add(Array("n2,甲".utf8) + [0] + Array(",乙,1,2026-07-01".utf8))
    add([0x6E, 0x33, 0x2C, 0xB0, 0xA1, 0x2C, 0xB0, 0xA1] + Array(",1,2026-07-01".utf8))
    add(Array("n4,甲,\(String(repeating: "长", count: 3_500_000)),1,2026-07-01".utf8))
    add(Array("n5,\"甲,乙,1,2026-07-01".utf8))
    add(Array("n6,甲,乙,1,2026-07-01".utf8))
    try pipeline.scratch.write(Data(bytes), "in/c.csv")
    let result = try pipeline.run()
    #expect(result.status == 0, "\(result.errors)")
    #expect(try pipeline.query("SELECT rows, accepted, rejected FROM file WHERE name = 'c.csv'") == ["6|2|4"])
    let name = pipeline.scratch.files("work/rejects").first { $0.hasSuffix("c.findings.csv") }!
    let findings = try EditionTable(pipeline.scratch.data("work/rejects/\(name)"))
    #expect(
      findings.rows.map { "\($0[0]) \($0[5])" } == ["3 row.nul", "4 row.encoding", "5 row.too-long", "6 row.quote"])
  }

  @Test func unclosedQuoteAtFiftyMegabytes() throws {
    let pipeline = try RerunTests.small(rows: 2)
    var bytes = Data("岗位编号,单位名称,岗位名称,招聘人数,发布日期,工作内容\n".utf8)
    bytes.append(Data("q1,\"甲,乙,1,2026-07-01,无\n".utf8))
    let text = String(repeating: "写", count: 6_000)
    for index in 0..<2800 { bytes.append(Data("r\(index),甲\(index),乙,1,2026-07-01,\(text)\n".utf8)) }
    #expect(bytes.count > 50_000_000)
    try pipeline.scratch.write(bytes, "in/c.csv")
    let result = try pipeline.run()
    #expect(result.status == 0, "\(result.errors)")
    #expect(try pipeline.query("SELECT rows, accepted, rejected FROM file WHERE name = 'c.csv'") == ["2801|2800|1"])
  }

  @Test func lockedWarehouse() throws {
    let pipeline = try RerunTests.small()
    try pipeline.run()
    let descriptor = open(pipeline.scratch.file("work/warehouse.sqlite.lock"), O_RDWR)
    #expect(descriptor >= 0)
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    let result = try pipeline.run()
    close(descriptor)
    #expect(result.status == 75)
    #expect(result.errorLines.count == 1 && result.errors.contains("另一个运行"))
  }

  @Test func warehouseIsAnotherKindOfFile() throws {
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write(String(repeating: "not a database ", count: 100), "work/warehouse.sqlite")
    let result = try pipeline.run()
    #expect(result.status == 65)
    #expect(result.errorLines.count == 1)
  }

  @Test func folderThatCannotBeMade() throws {
    let pipeline = try RerunTests.small()
    // A file in the way stands for a read-only folder, which does not stop root.
    try pipeline.scratch.write("in the way", "Reports")
    let result = try pipeline.run()
    #expect(result.status == 73, "\(result.errors)")
    #expect(result.errorLines.count == 1 && result.errors.contains("Reports"))
    try FileManager.default.removeItem(atPath: pipeline.scratch.file("Reports"))
    let again = try pipeline.run()
    #expect(again.status == 0 && again.output.contains("没有新文件"))
  }

  @Test(arguments: [
    ("peroid: 2026Q3", "是否应为 period?"), ("period: 2026Q5", "period 2026Q5 无法识别"), ("inputs: nowhere", "应为一个列表"),
  ])
  func mistakeInThePipeline(_ line: String, _ message: String) throws {
    let pipeline = try RerunTests.small()
    let key = line.split(separator: ":")[0].replacing("peroid", with: "period")
    let lines = pipeline.yaml.split(separator: "\n", omittingEmptySubsequences: false)
    let place = lines.firstIndex { $0.hasPrefix("\(key):") }!
    var changed = lines.map(String.init)
    changed[place] = line
    if key == "inputs" { changed.remove(at: place + 1) }
    try pipeline.scratch.write(changed.joined(separator: "\n"), "pipeline.yaml")
    let result = try Program.talentflow.run(["run", pipeline.path])
    #expect(result.status == 78)
    #expect(result.errorLines.count == 1)
    #expect(
      result.errors.contains("pipeline.yaml:\(place + 1):") && result.errors.contains(message), "\(result.errors)")
  }

  @Test func mistakeInASource() throws {
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write(
      "source: p\ntitle: p\ncontract: postings\ncolumns:\n  titel: 岗位\n", "p.yaml")
    let result = try pipeline.run()
    #expect(result.status == 78)
    #expect(result.errors.contains("p.yaml:5:3") && result.errors.contains("是否应为 title?"), "\(result.errors)")
  }

  @Test func periodWithoutData() throws {
    let pipeline = try RerunTests.small()
    let result = try pipeline.run("--period", "2031Q1")
    #expect(result.status == 65)
    #expect(result.errorLines.count == 1)
    #expect(result.errors.contains("2031Q1") && result.errors.contains("2026M07 至 2026M08"), "\(result.errors)")
  }
}
