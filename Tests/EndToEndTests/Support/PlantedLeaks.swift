import Documents
import Foundation
import GRDB
import TestSupport

/// Files that each hold one personal datum, and a file that holds none.
enum PlantedLeaks {
  /// A file, and the kind that has to be found in it.
  struct Case {
    let name: String
    let kind: String
    let bytes: Data

    init(_ name: String, _ kind: String, _ bytes: Data) { (self.name, self.kind, self.bytes) = (name, kind, bytes) }
    init(_ name: String, _ kind: String, _ text: String) { self.init(name, kind, Data(text.utf8)) }
  }

  static let id = "450603199802205363"
  static let letterID = "45062120030616269X"
  static let name = "韦小宝"
  private static let (person, old, mobile, landline, named) = ("身份证号码", "15 位身份证号码", "手机号码", "固定电话", "姓名")

  static func all(_ scratch: TestFolder) throws -> [Case] {
    try texts + encoded + wide + packed(scratch) + databases(scratch)
  }

  private static let texts: [Case] = [
    Case("plain.csv", person, "编号,证件号码\r\n1,\(id)\r\n"), Case("quoted.csv", person, "编号,证件号码\n1,\"\(id)\"\n"),
    Case("tabs.tsv", person, "编号\t证件号码\n1\t\(letterID)\n"), Case("lower.csv", person, "x,\(letterID.lowercased())\n"),
    Case("no-end.csv", person, "a\n\(id)"), Case("spaces.txt", person, "证号 450603 19980220 5363 。"),
    Case("hyphens.txt", person, "450603-1998-0220-5363"), Case("fours.txt", person, "4506 0319 9802 2053 63"),
    Case("table.html", person, "<html><body><table><tr><td>\(id)</td></tr></table>"),
    Case("attribute.html", person, "<a href=\"x?id=\(id)\">x</a>"), Case("comment.html", person, "<!-- \(id) -->"),
    Case("picture.svg", person, "<svg><text x=\"1.5\">\(id)</text></svg>"),
    Case("log.json", person, #"{"level":"info","msg":"row \#(id) refused"}"#),
    Case("log.log", mobile, "2026-07-11 12:30:15 [warning] call 13812345678 failed\n"),
    Case("escaped.json", mobile, #"{"msg":"\u7535\u8bdd13812345678\n"}"#),
    Case("escaped-wide.json", mobile, #"{"msg":"\uff11\uff13\uff18\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18"}"#),
    Case("mobile.csv", mobile, "岗位,联系\n电工,13812345678\n"), Case("mobile-86.txt", mobile, "+86 138 1234 5678"),
    Case("mobile-glued.txt", mobile, "+8613812345678"), Case("mobile-hyphens.txt", mobile, "138-1234-5678"),
    Case("mobile-dots.txt", mobile, "138.1234.5678"), Case("mobile-tel.html", mobile, "<a href=\"tel:13812345678\">"),
    Case("mobile-text.csv", mobile, "工作内容\n\"1. 吃苦耐劳\n2. 有意者请打13812345678李经理\"\n"),
    Case("landline.txt", landline, "咨询电话：0770-2821234"), Case("landline-2.txt", landline, "联系电话(0770)2821234"),
    Case("landline.csv", landline, "单位,电话\n某局,0770-2821234\n"), Case("landline-en.txt", landline, "Tel: 0770 2821234"),
    Case("old.csv", old, "编号,证号\n1,110105491231002\n"), Case("old.txt", old, "证号110105491231002。"),
    Case("name.csv", named, "编号,姓名\n1,\(name)\n"), Case("name.html", named, "<td>\(name)</td>"),
    Case("name.txt", named, "联系人\(name)女士来访"), Case("name.json", named, #"{"n":"\u97e6\u5c0f\u5b9d"}"#),
    Case("late.csv", person, String(repeating: "岗位,5,2026-07-01\n", count: 150_000) + id + "\n"),
    Case("one-line.json", person, "[" + String(repeating: "\"x\",", count: 600_000) + "\"\(letterID)\"]"),
    Case("answers-\(id).csv", person, "x\n"), Case("digits.txt", person, id.map(String.init).joined(separator: " ")),
    Case("zero-width.txt", mobile, "13812345678".map(String.init).joined(separator: "\u{200B}")),
    Case("three-three-five.txt", mobile, "138-123-45678"), Case("underscores.txt", mobile, "简历_138_1234_5678_电工"),
    Case("letters.txt", mobile, "A13812345678b"), Case("dashes.txt", person, "450603—19980220—5363"),
  ]

  private static var encoded: [Case] {
    get throws {
      let text = "编号,证件号码\r\n第一行,\(id)\r\n"
      func data(_ text: String, _ encoding: String.Encoding) throws -> Data {
        guard let data = text.data(using: encoding) else { throw CocoaError(.fileWriteInapplicableStringEncoding) }
        return data
      }
      // As Foundation numbers GB 18030-2000.
      let gb18030 = String.Encoding(rawValue: 0x8000_0632)
      return [
        Case("gb18030.csv", person, try data(text, gb18030)),
        Case("gb18030-wide.csv", person, try data("证号,４５０６０３１９９８０２２０５３６３\n", gb18030)),
        Case("gb18030-label.txt", landline, try data("电话：0770-2821234", gb18030)),
        Case("gb18030-name.csv", named, try data("姓名\n\(name)\n", gb18030)),
        Case("mixed.log", person, Data("第一行\n".utf8) + (try data("证号４５０６０３１９９８０２２０５３６３\n", gb18030))),
        Case("utf16.csv", person, try data(text, .utf16)),
        Case("utf16le.csv", person, Data([0xFF, 0xFE]) + (try data(text, .utf16LittleEndian))),
        Case("utf16be.txt", mobile, Data([0xFE, 0xFF]) + (try data("电话１３８１２３４５６７８", .utf16BigEndian))),
        Case("utf16-no-mark.txt", mobile, try data("mobile: 13812345678\n", .utf16LittleEndian)),
        Case("utf8-mark.csv", person, Data([0xEF, 0xBB, 0xBF]) + Data(id.utf8)),
        Case("binary.bin", person, Data([0, 1, 2, 3, 0, 0, 5, 0]) + Data(id.utf8) + Data([0, 0, 7])),
      ]
    }
  }

  private static let wide: [Case] = [
    Case("wide.txt", person, "４５０６０３１９９８０２２０５３６３"), Case("wide-x.txt", person, "４５０６２１２００３０６１６２６９Ｘ"),
    Case("wide-mobile.txt", mobile, "１３８１２３４５６７８"), Case("wide-seams.txt", mobile, "１３８－１２３４－５６７８"),
    Case("wide-space.txt", person, "450603　19980220　5363"),
  ]

  private static func packed(_ scratch: TestFolder) throws -> [Case] {
    let text = Array("编号,证件号码\n1,\(id)\n".utf8)
    let gz = try gzip(Data(text), scratch)
    return [
      Case("export.csv.gz", person, gz), Case("disguised.csv", person, gz),
      Case("two.gz", mobile, try gzip(Data("a\n".utf8), scratch) + gzip(Data("13812345678\n".utf8), scratch)),
      Case("folder.zip", person, Data(try ZipArchive.bytes(of: [("readme.txt", [0x61]), ("a/b.csv", text)]))),
      Case("page.zip", mobile, Data(try ZipArchive.bytes(of: [("p.html", Array("<p>13812345678</p>".utf8))]))),
      Case("gz-in.zip", person, Data(try ZipArchive.bytes(of: [("b.csv.gz", Array(gz))]))),
      Case("member-name.zip", mobile, Data(try ZipArchive.bytes(of: [("13812345678.txt", [0x61])]))),
    ]
  }

  private static func gzip(_ data: Data, _ scratch: TestFolder) throws -> Data {
    try scratch.write(data, "gzip/x")
    try Program(path: "/bin/gzip").run(["-f", scratch.file("gzip/x")])
    return try scratch.data("gzip/x.gz")
  }

  private static func databases(_ scratch: TestFolder) throws -> [Case] {
    func database(_ name: String, _ statements: String..., first: String = "") throws -> Data {
      let path = scratch.file("database-\(name)")
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { db in for statement in [first] + statements { try db.execute(sql: statement) }
      }
      try queue.close()
      return try scratch.data("database-\(name)")
    }
    return [
      Case("text.sqlite", person, try database("text", "CREATE TABLE t (a, b)", "INSERT INTO t VALUES ('1', '\(id)')")),
      Case(
        "integer.sqlite", mobile,
        try database("integer", "CREATE TABLE t (a INTEGER)", "INSERT INTO t VALUES (13812345678)")),
      Case(
        "utf16.sqlite", person,
        try database("utf16", "PRAGMA encoding = 'UTF-16le'", "CREATE TABLE t (a)", "INSERT INTO t VALUES ('\(id)')")),
      Case(
        "deleted.sqlite", person,
        try database(
          "deleted", "CREATE TABLE t (a)", "INSERT INTO t VALUES ('x \(id) y')", "DELETE FROM t",
          first: "PRAGMA secure_delete = OFF")),
    ]
  }

  /// Numbers that are none of a person.
  static let hardNegatives = """
    编号,统一社会信用代码,时间,数
    FCG20230000126,91450602PJPQ180AAG,2026-07-11 12:30:15,0.13812345678
    GX20230000156,914506037DQDG5DT52,20260711123015,13812345678.25
    AZ0000038,91450681HY8DQDKCMF,1764346800000,450603199802205364
    DA4506000000070,12450602BH012M5MYW,2026-11-28T16:31:51.138123Z,990603199802205363
    QZ20230001631,92450621NM1QK1H8T9,20260711123015123,4506031998022053631
    4-02-05-01,6-17-02-02,450602,450603199813205363
    a13812345678f9,9f13812345678,13812345678f0,x1y15900001111
    110105491331002,A1B110105491231002,123456789012345,000000000000000
    1 2 3 4 5 6 7 8 9 0 1 2,1 3 8 1 2 3 4 5 6 7 8 9,1.3.8.1.2.3.4.5.6.7.8
    12381234567,113812345678,138123456789,10.138.1.2
    550e8400-e29b-41d4-a716-138123456789,e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
    <path d="M135.25 1204.5L138.1 1234.5 5678.9 1381 204"/>,<rect x="138" y="1234" width="5678"/>
    150 4500 6000 7000,450-1500-1800,13,812,345,678
    高峰期,王伟业,2023-1234567,0770-2821234
    订单 20-13812345678-01,FCG-2026-138-1234-5678-1,3.1415926535897932384626
    """
}
