import Domain
import Foundation
import TestSupport
import Testing

@testable import Declarations

@Suite struct YAMLMapTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func map(_ text: String, keys: [String] = ["title", "count", "list", "inner", "share", "flag"]) throws
    -> YAMLMap
  {
    try YAMLMap(file: folder.write(text, "x.yaml"), keys: keys)
  }

  @Test func readsEveryKind() throws {
    let map = try map("title: 公报\ncount: 3\nlist: [a, b]\ninner: {zh: 甲}\nshare: 1.5\nflag: true\n")
    #expect(map.keys == ["title", "count", "list", "inner", "share", "flag"])
    #expect(try map.text("title") == "公报")
    #expect(try map.optionalInteger("count", limit: 9999) == 3)
    #expect(try map.texts("list") == ["a", "b"])
    #expect(try map.texts("title") == ["公报"])
    #expect(try map.map("inner", keys: ["zh"]).text("zh") == "甲")
    #expect(try map.optionalNumber("share") == 1.5)
    #expect(try map.optionalFlag("flag"))
  }

  @Test func absentKeysAreNil() throws {
    let map = try map("title:\nflag: ~\n")
    #expect(try map.optionalText("title") == nil)
    #expect(try map.optionalInteger("count", limit: 9999) == nil)
    #expect(try map.optionalNumber("share") == nil)
    #expect(try map.optionalMap("inner")?.keys == nil)
    #expect(try map.list("list").isEmpty)
    #expect(try !map.optionalFlag("flag"))
    #expect(try self.map("title: ''\n").text("title") == "")
  }

  @Test(arguments: [
    ("title: x\ntitel: y\n", ErrorCode.unknownKey, "x.yaml:2:1", "是否应为 title?"),
    ("\n  coutn: 3\n", .unknownKey, "x.yaml:2:3", "是否应为 count?"),
    ("whatever: 3\n", .unknownKey, "x.yaml:1:1", "title count list"),
    ("title: a\ncount: 1\ntitle: b\n", .repeatedKey, "x.yaml:1:1", "键 title 重复"),
    ("title: [a\n", .yamlSyntax, "x.yaml:2:1", "YAML 语法错误"),
    ("title: x\n\tcount: 1\n", .yamlSyntax, "x.yaml:2:1", "YAML 语法错误"),
    ("", .emptyDeclaration, "x.yaml", "空的"),
    ("- a\n- b\n", .wrongForm, "x.yaml:1:1", "键: 值"), ("just text\n", .wrongForm, "x.yaml:1:1", "键: 值"),
  ])
  func fileErrors(text: String, code: ErrorCode, place: String, message: String) throws {
    let error = try failure { try map(text) }
    #expect((error.code, error.exit, error.place) == (code, .config, place))
    #expect(error.text.contains(message))
    #expect(!error.text.contains("\n"))
  }

  @Test func missingAndUndecodableFiles() throws {
    let missing = try failure { try YAMLMap(file: "/no/such.yaml", keys: []) }
    #expect((missing.code, missing.exit, missing.place) == (.unreadableFile, .noInput, "such.yaml"))
    let path = folder.path + "/x.yaml"
    try Data([0x74, 0x3A, 0x20, 0xB1, 0xEA, 0x0A]).write(to: URL(fileURLWithPath: path))
    #expect(try failure { try YAMLMap(file: path, keys: []) }.code == .notUTF8)
  }

  @Test(arguments: [
    ("count: many", ErrorCode.wrongValue, "x.yaml:1:8"), ("count: -1", .wrongValue, "x.yaml:1:8"),
    ("count: 1.5", .wrongValue, "x.yaml:1:8"),
    ("title: x\ncount: [1]", .wrongForm, "x.yaml:2:8"),
  ])
  func wrongIntegers(text: String, code: ErrorCode, place: String) throws {
    let error = try failure { try map(text).optionalInteger("count", limit: 9999) }
    #expect((error.code, error.place) == (code, place))
  }

  @Test func wrongTypes() throws {
    #expect(try failure { try map("title: [a]").text("title") }.place == "x.yaml:1:8")
    #expect(try failure { try map("title: x").text("count") }.code == .missingKey)
    #expect(try failure { try map("title: x").map("inner") }.code == .missingKey)
    #expect(try failure { try map("list: x").list("list") }.code == .wrongForm)
    #expect(try failure { try map("list: [[a]]").texts("list") }.place == "x.yaml:1:8")
    #expect(try failure { try map("inner: x").optionalMap("inner") }.code == .wrongForm)
    #expect(
      try failure { try map("inner:\n  zh: x\n  eng: y\n").map("inner", keys: ["zh", "en"]) }.place == "x.yaml:3:3")
    #expect(try failure { try map("flag: yes").optionalFlag("flag") }.code == .wrongValue)
    #expect(try failure { try map("share: .inf").optionalNumber("share") }.code == .wrongValue)
    #expect(try failure { try map("share: half").optionalNumber("share") }.text.contains("half"))
  }
}
