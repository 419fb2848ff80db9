import Domain
import Foundation
import Tabular
import TestSupport
import Testing

@testable import Pipeline

@Suite struct SourceFileTests {
  private let folder: ProjectFolder

  init() throws { folder = try ProjectFolder() }

  private func read(_ more: String) throws -> SourceSpec {
    try SourceFile.read(folder.write(ProjectFolder.source + "\n" + more, "source.yaml"), TestDatasets.all)
  }

  @Test func defaultsAreThoseOfTheContract() throws {
    let source = try read("")
    #expect((source.id, source.title, source.contract.name) == ("test", "测试", "postings"))
    #expect(source.missing == SourceSpec.usualMissing)
    #expect(source.encoding == nil && source.delimiter == nil && source.homeRegion == nil && source.lifeDays == nil)
    #expect(source.key.isEmpty && source.constants.isEmpty && source.columns.isEmpty && source.values.isEmpty)
  }

  @Test func readsEverything() throws {
    let source = try read(
      """
      encoding: GB18030
      delimiter: "\\t"
      home_region: "450600"
      missing: ["", 无]
      constants: {platform: 甲}
      columns: {title: [岗位, 工种], employer_name: 招聘单位}
      values: {ownership: {国企: "11"}}
      defaults: {openings: "1"}
      key: [title, posted_on]
      life_days: 30
      quote: "'"
      escape: '\\'
      header_row: 3
      strip: {title: "[]'"}
      """)
    #expect((source.quote, source.escape, source.headerRow) == (0x27, 0x5C, 3))
    #expect(source.strip == ["title": "[]'"] && !source.delimiterNeedsBlank)
    let wide = try read("delimiter: ', '\n")
    #expect(wide.delimiter == 0x2C && wide.delimiterNeedsBlank)
    #expect(source.encoding == .gb18030)
    #expect(source.delimiter == 0x09)
    #expect(source.homeRegion == "450600")
    #expect(source.missing == ["", "无"])
    #expect(source.constants == ["platform": "甲"])
    #expect(source.columns == ["title": ["岗位", "工种"], "employer_name": ["招聘单位"]])
    #expect(source.values == ["ownership": ["国企": "11"]])
    #expect(source.defaults == ["openings": "1"])
    #expect(source.key == ["title", "posted_on"])
    #expect(source.lifeDays == 30)
  }

  @Test(arguments: [
    ("encodng: utf-8", ErrorCode.unknownKey, "4:1", "是否应为 encoding?"),
    ("encoding: big5", .wrongValue, "4:11", "utf-8 或 gb18030"),
    ("delimiter: ' '", .wrongValue, "4:12", "空格不能作分隔符"), ("delimiter: a", .wrongValue, "4:12", "一个 ASCII 字符"),
    ("quote: '|'", .wrongValue, "4:8", "引号只能是"), ("escape: '\"'", .wrongValue, "4:9", "不同于分隔符和引号"),
    ("header_row: 0", .wrongValue, "4:13", "从 1 数起"), ("strip: {title: ''}", .wrongValue, "4:8", "没有写"),
    ("delimiter: ';;'", .wrongValue, "4:12", "一个 ASCII 字符"), ("delimiter: ，", .wrongValue, "4:12", "一个 ASCII 字符"),
    ("home_region: 4506", .wrongValue, "4:14", "6 位"), ("home_region: 防城港市", .wrongValue, "4:14", "6 位"),
    ("columns:\n  titel: 岗位", .unknownKey, "5:3", "是否应为 title?"),
    ("constants: {platfrom: 甲}", .unknownKey, "4:13", "是否应为 platform?"),
    ("values:\n  ownership: 国企", .wrongForm, "5:14", "键: 值"),
    ("key: [title, employer]", .wrongValue, "4:6", "employer"),
    ("life_days: 九十", .wrongValue, "4:12", "整数"), ("defaults: [a]", .wrongForm, "4:11", "键: 值"),
    ("missing: {a: b}", .wrongForm, "4:10", "列表"),
  ])
  func errorsNameTheirPlace(more: String, code: ErrorCode, place: String, message: String) throws {
    let error = try failure { try read(more) }
    #expect((error.code, error.exit, error.place) == (code, .config, "source.yaml:\(place)"))
    #expect(error.text.contains(message))
  }

  @Test(arguments: [
    ("title: x\ncontract: postings\n", ErrorCode.missingKey, "source.yaml:1:1", "缺少 source"),
    ("source: a b\ntitle: x\ncontract: postings\n", .wrongValue, "source.yaml:1:9", "英文字母"),
    ("source: a\ntitle: x\ncontract: posting\n", .wrongValue, "source.yaml:3:11", "是否应为 postings?"),
    (
      "source: a\ntitle: x\ncontract: 岗位\n", .wrongValue, "source.yaml:3:11",
      "agencies archives cases claims counts experts items measures placements postings"
    ),
    (
      "source: a\ntitle: x\ncontract: archives\nkey: [name, received_on]\n", .wrongValue, "source.yaml:4:6", "name 不进仓库"
    ),
  ])
  func requiredKeys(text: String, code: ErrorCode, place: String, message: String) throws {
    let error = try failure { try SourceFile.read(folder.write(text, "source.yaml"), TestDatasets.all) }
    #expect((error.code, error.place) == (code, place))
    #expect(error.text.contains(message))
  }

  @Test func everyShippedSourceIsRight() throws {
    let sources = ProjectFolder.shipped + "/sources"
    let names = try FileManager.default.contentsOfDirectory(atPath: sources).filter { $0.hasSuffix(".yaml") }
    #expect(names.count >= 7)
    for name in names { #expect(try SourceFile.read("\(sources)/\(name)", TestDatasets.all).id == name.dropLast(5)) }
  }
}
