import Documents
import Domain
import Foundation
import TestSupport
import Testing

@testable import Stages

@Suite struct EditionCheckTests {
  private let scratch: TestFolder
  private let edition: String

  init() throws {
    scratch = try TestFolder()
    let publisher = try Publisher(templates: .shipped())
    edition = try publisher.publish(FixtureBulletin.make(), language: .zh, to: scratch.path + "/bulletin").path
  }

  private var problems: [String] { get throws { try EditionCheck(path: edition).problems } }

  private func charts(_ path: String) throws -> Int { try FileTree.names(in: "\(path)/charts").count }

  @Test func wholeEditionPasses() throws {
    let (folder, charts) = (try EditionCheck(path: edition), try charts(edition))
    #expect(folder.problems == [] && folder.fileCount == 38 + charts)
    let archive = try EditionCheck(path: "\(edition)/bulletin-2026Q3.zip")
    #expect(archive.problems == [] && archive.fileCount == 37 + charts)
  }

  @Test func editionWithOutlookPasses() throws {
    let publisher = try Publisher(templates: .shipped())
    for language in Language.allCases {
      let bulletin = FixtureBulletin.make(hasOutlook: true)
      let path = try publisher.publish(bulletin, language: language, to: scratch.path + "/outlook").path
      let (folder, charts) = (try EditionCheck(path: path), try charts(path))
      // Four tables and two pages more.
      #expect(folder.problems == [] && folder.fileCount == 44 + charts)
    }
  }

  @Test func missingGroupPageIsFound() throws {
    let publisher = try Publisher(templates: .shipped())
    let bulletin = FixtureBulletin.make(hasOutlook: true)
    let path = try publisher.publish(bulletin, language: .zh, to: scratch.path + "/outlook").path
    try FileManager.default.removeItem(atPath: "\(path)/outlook-6.html")
    let found = try EditionCheck(path: path).problems
    #expect(found.contains("缺少文件: outlook-6.html"))
    #expect(found.contains("index.html: 链接指向不存在的文件: outlook-6.html"))
  }

  @Test func changedFileIsFound() throws {
    let path = "\(edition)/450602.html"
    try DurableFile.replace(path, with: try FileTree.bytes(of: path) + [0x20])
    #expect(try problems.contains("内容被改动: 450602.html"))
    #expect(try problems.contains("bulletin-2026Q3.zip: 内容与文件夹中的文件不一致"))
  }

  @Test func missingFileIsFound() throws {
    try FileManager.default.removeItem(atPath: "\(edition)/tables/T5.csv")
    #expect(try problems.contains("缺少文件: tables/T5.csv"))
    #expect(try problems.contains("datapackage.json 所列的文件不存在: tables/T5.csv"))
    try FileManager.default.removeItem(atPath: "\(edition)/SHA256SUMS")
    #expect(try problems.contains("缺少 SHA256SUMS"))
  }

  @Test func extraFileIsFound() throws {
    try DurableFile.replace("\(edition)/tables/T99.csv", with: Array("a\r\n".utf8))
    #expect(try problems.contains("多出文件: tables/T99.csv"))
    #expect(try problems.contains("datapackage.json 未列出: tables/T99.csv"))
  }

  @Test func damagedArchiveIsFound() throws {
    let path = "\(edition)/bulletin-2026Q3.zip"
    var bytes = try FileTree.bytes(of: path)
    bytes[bytes.count / 2] ^= 0xFF
    try DurableFile.replace(path, with: bytes)
    #expect(try problems.contains { $0.hasPrefix("bulletin-2026Q3.zip: 压缩包损坏") })
    #expect(try EditionCheck(path: path).problems.count == 1)
    try FileManager.default.removeItem(atPath: path)
    #expect(try problems == ["应有一个 bulletin-*.zip 或 catalog-*.zip, 实有 0 个"])
  }

  @Test func tableThatDoesNotFitItsDescriptionIsFound() throws {
    let path = "\(edition)/tables/T1.csv"
    let text = String(decoding: try FileTree.bytes(of: path), as: UTF8.self)
    let spoilt = text.replacing("row_name", with: "name").replacing(",12345,", with: ",many,")
    try DurableFile.replace(path, with: Array((spoilt + "2026Q3,1\r\n").utf8))
    let found = try problems
    #expect(found.contains("tables/T1.csv: 表头与 datapackage.json 不一致"))
    #expect(found.contains("tables/T1.csv: 第 2 行 demand 不是数字: many"))
    #expect(found.contains("tables/T1.csv: 第 17 行有 2 列, 应为 18 列"))
  }

  @Test func missingEditionIsAnError() {
    #expect(throws: FileFailure.self) { try EditionCheck(path: scratch.path + "/none") }
  }
}
