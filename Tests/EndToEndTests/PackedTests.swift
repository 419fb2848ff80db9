import Documents
import Foundation
import Testing

/// Gzipped exports, and exports in ZIP files, are taken like others.
@Suite struct PackedTests {
  private static let header = "岗位编号,单位名称,岗位名称,招聘人数,发布日期\n"

  private static func csv(_ id: String, _ openings: String = "7") -> [UInt8] {
    Array((header + "\(id),甲,乙,\(openings),2026-07-01\n").utf8)
  }

  /// `bytes` as the system's own gzip packs them.
  private static func gzip(_ bytes: [UInt8], _ pipeline: TestPipeline) throws -> Data {
    try pipeline.scratch.write(Data(bytes), "tmp/x")
    let result = try Program(path: "/bin/gzip").run(["-f", pipeline.scratch.file("tmp/x")])
    #expect(result.status == 0, "\(result.errors)")
    return try pipeline.scratch.data("tmp/x.gz")
  }

  private static func clean(_ pipeline: TestPipeline) throws -> Bool {
    try Program.talentflow.run(["check", pipeline.path]).output == "检查完毕: 0 处差异\n"
  }

  @Test func theSameContentPackedIsUnchanged() throws {
    let pipeline = try RerunTests.small()
    try pipeline.run()
    let plain = [UInt8](try pipeline.scratch.data("in/a.csv"))
    try pipeline.scratch.write(try PackedTests.gzip(plain, pipeline), "in/a.csv.gz")
    let plan = try Program.talentflow.run(["plan", pipeline.path]).output
    #expect(plan.contains("收取  \(pipeline.scratch.file("in/a.csv.gz")) (p, ") && plan.contains("新文件 1 个, 此前已收 2 个"))
    #expect(try pipeline.run().output.contains("收取 1 个新文件 (2 个此前已收), 共 20 行: 接收 0, 退回 0, 重复 0, 未变 20。"))
    try pipeline.scratch.write(Data(try ZipArchive.bytes(of: [("a.csv", plain)])), "in/a.zip")
    #expect(try pipeline.run().output.contains("共 20 行: 接收 0, 退回 0, 重复 0, 未变 20。"))
    #expect(try pipeline.run().output.contains("没有新文件 (4 个此前已收)"))
    let names = try pipeline.query("SELECT name, bytes FROM file ORDER BY id")
    let sizes = try ["a.csv", "b.csv", "a.csv.gz", "a.zip"].map { try pipeline.scratch.data("in/\($0)").count }
    #expect(names == zip(["a.csv", "b.csv", "a.csv.gz", "a.zip#1"], sizes).map { "\($0)|\($1)" })
    // Under another name it is known too.
    try FileManager.default.moveItem(
      atPath: pipeline.scratch.file("in/a.zip"), toPath: pipeline.scratch.file("in/z.zip"))
    #expect(try pipeline.run().output.contains("没有新文件 (4 个此前已收)"))
    #expect(try Program.talentflow.run(["status", pipeline.path]).output.contains("来源 p  4 个文件  61 行"))
  }

  @Test func everyMemberIsAFileOfTheSource() throws {
    let pipeline = try RerunTests.small()
    let archive = try ZipArchive.bytes(of: [
      ("2.csv", PackedTests.csv("m2", "x")), ("1.csv", PackedTests.csv("m1", "很多")), ("说明.docx", [1, 2]),
      ("sub/3.csv", PackedTests.csv("m1", "9")), ("__MACOSX/._1.csv", [0, 5, 22, 7]),
    ])
    try pipeline.scratch.write(Data(archive), "in/batch.zip")
    try pipeline.scratch.write(pipeline.yaml, "pipeline.yaml")
    #expect(
      try Program.talentflow.run(["plan", pipeline.path]).output.contains("字节, 其中 3 个 CSV, 另有 1 个不是 CSV 的不收): 内容未收过"))
    let result = try pipeline.run()
    #expect(result.status == 0)
    #expect(result.errors.contains("压缩包中不是 CSV 的没有收: 说明.docx"), "\(result.errors)")
    #expect(
      try pipeline.query("SELECT name, accepted, rejected FROM file WHERE id > 1 ORDER BY id") == [
        "b.csv|1|0", "batch.zip#1|0|1", "batch.zip#2|0|1", "batch.zip#3|1|0",
      ])
    let lists = pipeline.scratch.files("work/rejects").filter { $0.hasSuffix(".rejects.csv") }
    #expect(lists == ["p-3-batch-1.rejects.csv", "p-4-batch-2.rejects.csv"])
    #expect(try pipeline.scratch.text("work/rejects/\(lists[1])").contains("m2,甲,乙,x,2026-07-01,2,openings.range"))
    #expect(try pipeline.run().output.contains("没有新文件 (3 个此前已收)"))
    #expect(try PackedTests.clean(pipeline))
    // All of it again, and nothing is lost.
    let again = try pipeline.run("--again", "p")
    #expect(again.output.contains("收取 5 个新文件"), "\(again.output)\(again.errors)")
    #expect(try PackedTests.clean(pipeline))
    try FileManager.default.moveItem(
      atPath: pipeline.scratch.file("in/batch.zip"), toPath: pipeline.scratch.file("batch.zip"))
    let gone = try pipeline.run("--again", "p")
    #expect(gone.status == 65 && gone.errors.contains("batch.zip#1、batch.zip#2、batch.zip#3"), "\(gone.errors)")
    // One member changed: the archive is another, and what did not change in it is told so.
    let changed = try ZipArchive.bytes(of: [
      ("1.csv", PackedTests.csv("m1", "9")), ("2.csv", PackedTests.csv("m2", "5")),
    ])
    try pipeline.scratch.write(Data(changed), "in/batch.zip")
    #expect(try pipeline.run().output.contains("共 2 行: 接收 1, 退回 0, 重复 0, 未变 1。"))
    // Put back to what it was, it counts as changed; afterwards it is known.
    try pipeline.scratch.write(Data(archive), "in/batch.zip")
    #expect(try pipeline.run().output.contains("共 3 行"))
    #expect(try pipeline.run().output.contains("没有新文件"))
  }

  /// A member that is no table is told; the others are taken, and not again with the next run.
  @Test func aMemberThatIsNoTableKeepsTheOthers() throws {
    let pipeline = try RerunTests.small()
    let archive = try ZipArchive.bytes(of: [
      ("1.csv", PackedTests.csv("m1")), ("2.csv", Array("姓名,电话\n甲,1\n".utf8)), ("3.csv", PackedTests.csv("m3")),
    ])
    try pipeline.scratch.write(Data(archive), "in/batch.zip")
    for taken in ["共 23 行: 接收 23", "没有新文件"] {
      let result = try pipeline.run()
      #expect(result.status == 65 && result.errorLines.count == 1, "\(result.errors)")
      #expect(result.errors.contains("in/batch.zip#2 (2.csv): 表头缺少必需的列") && result.output.contains(taken))
    }
    #expect(try pipeline.query("SELECT name FROM file WHERE id > 2") == ["batch.zip#1", "batch.zip#3"])
  }

  /// A file that is not whole, in what it is called, and what is said of it.
  struct Broken: CustomStringConvertible, Sendable {
    let description: String
    let name: String
    let message: String
    let code: Int
    let bytes: @Sendable (TestPipeline) throws -> Data
  }

  static let many = (0..<5000).map { "k\($0),甲\($0 % 97),乙\($0),3,2026-07-01\n" }
  static let rows = Array((header + many.joined()).utf8)

  static let broken: [Broken] = [
    Broken(description: "gzip cut short", name: "c.csv.gz", message: "gzip 文件不完整", code: 111) {
      try gzip(rows, $0).dropLast(9)
    },
    Broken(description: "gzip with a bad checksum", name: "c.csv.gz", message: "gzip 文件已损坏", code: 111) {
      var data = try gzip(rows, $0)
      data[data.count - 6] ^= 1
      return data
    },
    Broken(description: "gzip with a bad length", name: "c.csv.gz", message: "gzip 文件已损坏", code: 111) {
      var data = try gzip(rows, $0)
      data[data.count - 1] ^= 1
      return data
    },
    Broken(description: "second stream cut short", name: "c.csv.gz", message: "gzip 文件不完整", code: 111) {
      let data = try gzip(rows, $0)
      return data + data.prefix(100)
    },
    Broken(description: "plain text named gz", name: "c.csv.gz", message: "不是完好的 gzip 文件", code: 111) { _ in Data(rows)
    },
    Broken(description: "zip cut short", name: "c.zip", message: "不是完好的 zip 文件", code: 113) { _ in
      Data(try ZipArchive.bytes(of: [("1.csv", rows)])).dropLast(30)
    },
    Broken(description: "last member damaged", name: "c.zip", message: "压缩包已损坏", code: 112) { _ in
      var data = Data(try ZipArchive.bytes(of: [("1.csv", rows), ("2.csv", rows)]))
      let second = data.range(of: Data("2.csv".utf8))!.upperBound
      data[second + 2000] ^= 0x55
      return data
    },
    Broken(description: "gzip named csv", name: "c.csv", message: "改名为 .csv.gz", code: 207) { try gzip(rows, $0) },
    Broken(description: "zip named csv", name: "c.csv", message: "改名为 .zip", code: 206) { _ in
      Data(try ZipArchive.bytes(of: [("1.csv", rows)]))
    },
    Broken(description: "gzip of a zip", name: "c.csv.gz", message: ".xlsx 或 zip 文件", code: 206) {
      try gzip(try ZipArchive.bytes(of: [("1.csv", rows)]), $0)
    },
    Broken(description: "empty gz", name: "c.csv.gz", message: "第 0 字节处断了", code: 111) { _ in Data() },
    Broken(description: "gzip of nothing", name: "c.csv.gz", message: "文件是空的", code: 204) { try gzip([], $0) },
    Broken(description: "gzip bomb", name: "c.csv.gz", message: "解压得太大", code: 110) {
      // Few rows of much in a column that nobody asked for: what is refused is the size, and rows take time.
      var bytes = Array(("1,甲,乙,3,2026-07-01," + String(repeating: "x", count: 1 << 16) + "\n").utf8)
      while bytes.count < 120_000_000 { bytes += bytes }
      return try gzip(Array(header.replacing("\n", with: ",备注\n").utf8) + bytes, $0)
    },
  ]

  @Test(arguments: broken) func whatIsNotWholeIsRefusedWhole(_ broken: Broken) throws {
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write(try broken.bytes(pipeline), "in/\(broken.name)")
    let result = try pipeline.run()
    #expect(result.status == 65 && result.errorLines.count == 1, "\(result.errors)")
    #expect(result.errors.contains("in/\(broken.name)") && result.errors.contains(broken.message), "\(result.errors)")
    #expect(result.errors.contains("[TF\(broken.code)]"), "\(result.errors)")
    // Nothing of it stays, and the others are there.
    #expect(try pipeline.query("SELECT count(*) FROM postings") == ["21"])
    #expect(try pipeline.query("SELECT name FROM file") == ["a.csv", "b.csv"])
    #expect(pipeline.scratch.files("work/rejects").isEmpty && !pipeline.scratch.exists("Reports"))
    #expect(try PackedTests.clean(pipeline))
    try FileManager.default.removeItem(atPath: pipeline.scratch.file("in/\(broken.name)"))
    #expect(try pipeline.run().status == 0)
  }

  /// Names in an archive lead nowhere.
  @Test(
    arguments: [
      ("aa/aa/evil.csv", Array("../../evil.csv".utf8), "../../evil.csv"),
      ("atmp/evil.csv", Array("/tmp/evil.csv".utf8), "/tmp/evil.csv"),
      ("aa/aa/evil.csv", Array("..\\..\\evil.csv".utf8), "..\\..\\evil.csv"),
      ("aaaaevil.csv", [0, 0x1B, 0x5B, 0x32] + Array("evil.csv".utf8), "??[2evil.csv"),
      ("aaaaevil.csv", [0xB8, 0xDA, 0xCE, 0xBB] + Array("evil.csv".utf8), "岗位evil.csv"),
      ("aaevil.csv", [0xFF, 0xFE] + Array("evil.csv".utf8), "??evil.csv"),
    ] as [(String, [UInt8], String)])
  func namesInAnArchiveLeadNowhere(name: String, hostile: [UInt8], shown: String) throws {
    let pipeline = try RerunTests.small()
    var data = Data(try ZipArchive.bytes(of: [(name, PackedTests.csv("m1", "很多"))]))
    while let place = data.range(of: Data(name.utf8)) { data.replaceSubrange(place, with: hostile) }
    try pipeline.scratch.write(data, "in/x.zip")
    let before = Set(pipeline.scratch.files(""))
    let result = try pipeline.run("--verbose")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try pipeline.query("SELECT name, rejected FROM file WHERE id = 3") == ["x.zip#1|1"])
    #expect(result.errors.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
    #expect(result.errors.contains("in/x.zip#1 (\(shown)): 1 行"), "\(result.errors)")
    let new = Set(pipeline.scratch.files("")).subtracting(before)
    #expect(!new.contains { $0.contains("evil") }, "\(new)")
    #expect(new.contains("work/rejects/p-3-x-1.rejects.csv"))
    #expect(!FileManager.default.fileExists(atPath: "/tmp/evil.csv"))
  }

  @Test func theyWaitAndLinksAreRefusedAsForOthers() throws {
    let pipeline = try RerunTests.small()
    try pipeline.run()
    func run() throws -> Program.Result {
      try pipeline.scratch.write(pipeline.yaml + "\nsettle_seconds: 3600\n", "pipeline.yaml")
      return try Program.talentflow.run(["run", pipeline.path])
    }
    try pipeline.scratch.write(try PackedTests.gzip(PackedTests.csv("g"), pipeline), "in/c.csv.gz")
    // Not even whole yet, and not looked at.
    try pipeline.scratch.write(
      Data(try ZipArchive.bytes(of: [("1.csv", PackedTests.csv("z"))])).dropLast(5), "in/d.zip")
    let waiting = try run()
    #expect(
      waiting.status == 0 && waiting.output.contains("in/c.csv.gz: 文件可能还在写入") && waiting.output.contains("in/d.zip: "))
    for name in ["c.csv.gz", "d.zip"] { try pipeline.scratch.write("", "in/\(name).done") }
    try pipeline.scratch.write(Data(try ZipArchive.bytes(of: [("1.csv", PackedTests.csv("z"))])), "in/d.zip")
    #expect(try run().output.contains("收取 2 个新文件 (2 个此前已收), 共 2 行: 接收 2"))
    for name in ["e.csv.gz", "f.zip"] {
      try FileManager.default.createSymbolicLink(
        atPath: pipeline.scratch.file("in/\(name)"), withDestinationPath: "../tmp/x.gz")
    }
    let linked = try run()
    #expect(linked.status == 65 && linked.errorLines.count == 2, "\(linked.errors)")
    #expect(linked.errors.contains("in/e.csv.gz: ") && linked.errors.contains("in/f.zip: "))
  }

  @Test func theDialectIsThatOfWhatIsUnpacked() throws {
    let pipeline = try RerunTests.small()
    // GB18030, with semicolons, and two streams one after the other.
    let text: [UInt8] = [0xB1, 0xB8, 0xD7, 0xA2]  // 备注
    let rows = Array("posting_id;employer_name;title;openings;posted_on;".utf8) + text + [0x0A]
    let first = try PackedTests.gzip(rows + Array("g1;".utf8) + text, pipeline)
    let second = try PackedTests.gzip(Array(";a;3;2026-07-01;\n".utf8), pipeline)
    try pipeline.scratch.write(first + second, "in/c.csv.gz")
    try pipeline.run()
    let file = try pipeline.query("SELECT encoding, rows, accepted FROM file WHERE id = 3")
    #expect(file == ["gb18030|1|1"])
  }
}
