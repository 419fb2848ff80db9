import Declarations
import Domain
import Foundation
import Testing

@Suite struct CheckFileTests {
  private static let good = """
    -- id: Z-01
    -- zh: 许可证到期
    -- level: due correct
    -- section: 甲科
    -- clause: 条例 18
    -- remedy: 提醒: 申请延续
    -- entry: permits
    -- other: agencies
    -- needs: permits register.kind=竞业限制
    -- with: days=90 wave=07-01
    SELECT entry, valid_until AS due FROM permits -- to be looked at
    WHERE valid_until < add_days(:data_date, :days)
    -- day: 2026-09-30
    -- + permits paper_no=P1 business=招聘;猎头 | permits paper_no=P2 => due=2026-10-01 leads=2
    -- - permits paper_no=P1
    -- - permits
    """

  private func read(_ text: String, path: String = "checks/Z-01.sql") throws -> Check {
    try CheckFile.read(text, path: path)
  }

  @Test func readsAll() throws {
    let check = try read(CheckFileTests.good)
    #expect(check.id == "Z-01")
    #expect(check.levels == [.due, .correct])
    #expect(check.remedy == "提醒: 申请延续")
    #expect(check.needs.map(\.description) == ["permits", "register.kind=竞业限制"])
    #expect(check.values == ["days": .integer(90), "wave": .text("07-01")])
    #expect(check.other == "agencies")
    #expect(check.select.sql == CheckFileTests.good)
    #expect(check.examples.map(\.line) == [14, 15, 16])
    #expect(check.examples[0].rows.map(\.fields) == [["paper_no": "P1", "business": "招聘;猎头"], ["paper_no": "P2"]])
    #expect(check.examples[0].expected == ["due": "2026-10-01"])
    #expect(check.examples[0].leads == 2)
    #expect(try read(CheckFileTests.good.replacing("\n", with: "\r\n")).examples == check.examples)
  }

  @Test(arguments: [
    ("-- level: due correct", "-- levle: due", "3:4", "是否应为 level"),
    ("-- level: due correct", "-- level: due later", "3:11", "later"),
    ("-- level: due correct", "-- level: due due", "3:11", "重复"),
    ("-- section: 甲科", "-- section: 甲/科", "4:13", "文件夹"),
    ("-- clause: 条例 18", "-- zh: 条例 18", "5:4", "重复"),
    ("-- clause: 条例 18", "", "1:1", "缺少 clause"),
    ("-- clause: 条例 18", "-- clause", "5:4", "键: 值"),
    ("-- clause: 条例 18", "-- clause:  ", "5:12", "空"),
    ("-- day: 2026-09-30", "-- day: 2026-09-31", "13:9", "不是日期"),
    ("-- id: Z-01", "-- id: Z-02", "1:8", "与文件名不同"),
    ("days=90 wave", "days wave", "10:10", "名称=值"),
    ("days=90 wave", "wave=1 wave", "10:10", "重复"),
    ("days=90 wave", "data_date=1 wave", "10:10", "由程序给出"),
    ("register.kind=竞业限制", "register.kind", "9:11", "数据集.字段=值"),
    ("leads=2", "leads=two", "14:6", "正整数"),
    ("business=招聘;猎头", "business 招聘", "14:6", "字段=值"),
    ("-- - permits paper_no=P1", "-- - permits paper_no=P1 => due=1", "15:6", "不能写"),
    ("-- - permits paper_no=P1", "-- + permits paper_no=P1", "13:1", "例子太少"),
  ])
  func tellsMistakes(_ before: String, _ after: String, _ place: String, _ message: String) throws {
    let text = CheckFileTests.good.replacing(before, with: after)
    #expect(text != CheckFileTests.good)
    let error = try #require(throws: PipelineError.self) { _ = try read(text) }
    #expect(error.place == "checks/Z-01.sql:\(place)")
    #expect((error.message + error.remedy).contains(message))
  }

  @Test func idsAreLettersAndDigits() throws {
    for id in ["1", "z-01", "Z-1", "Z-0a", "Z-01-2"] {
      let text = CheckFileTests.good.replacing("-- id: Z-01", with: "-- id: \(id)")
      #expect(throws: PipelineError.self) { _ = try read(text, path: "\(id).sql") }
    }
  }

  @Test func rulesNameChecksAndParameters() throws {
    let check = try read(CheckFileTests.good)
    func rules(_ text: String) throws -> CheckRules {
      let path = NSTemporaryDirectory() + UUID().uuidString + ".yaml"
      defer { try? FileManager.default.removeItem(atPath: path) }
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      return try CheckRulesFile.read(path, for: [check])
    }
    let own = try rules("off: [Z-01]\nZ-01: {days: 60, wave: 08-01}")
    #expect(own.off == ["Z-01"])
    #expect(own.values(of: check) == ["days": .integer(60), "wave": .text("08-01")])
    #expect(try rules("Z-01: {wave: 8}").values(of: check)["wave"] == .text("8"))
    for (text, code) in [
      ("off: [Z-02]", .unknownCheck), ("Z-02: {days: 1}", .unknownCheck), ("Z-01: {day: 1}", .unknownCheck),
      ("Z-01: {days: soon}", .wrongValue), ("Z-01: {days: [1]}", .wrongForm), ("Z-01: 3", .wrongForm),
    ] as [(String, ErrorCode)] {
      let error = try #require(throws: PipelineError.self) { _ = try rules(text) }
      #expect(error.code == code)
    }
  }
}
