import Documents
import Domain
import Foundation
import TestSupport
import Testing

@testable import Stages

@Suite struct EditionListTests {
  private let scratch: TestFolder
  private let publisher: Publisher

  init() throws {
    scratch = try TestFolder()
    publisher = try Publisher(templates: .shipped())
  }

  private func publish(_ period: String, to folder: String = "bulletin", isFixed: Bool = false) throws {
    var bulletin = FixtureBulletin.make(period)
    if isFixed { bulletin.calendar = FixtureBulletin.calendar }
    _ = try publisher.publish(bulletin, language: .zh, to: "\(scratch.path)/\(folder)")
  }

  private var page: String {
    get throws { String(decoding: try FileTree.bytes(of: "\(scratch.path)/index.html"), as: UTF8.self) }
  }

  /// The editions that the list names, in its order.
  private var listed: [String] {
    get throws { try page.matches(of: /href="([^"]*)\/index\.html"/).map { String($0.output.1) } }
  }

  @Test func editionsStandByYearWithKindAndDay() throws {
    for period in ["2025Q4", "2026Q2", "2026M08", "2025"] { try publish(period) }
    try publish("2026Q3", isFixed: true)
    let page = try page
    #expect(page.matches(of: /<h2 class="kind">(\d+)</).map { String($0.output.1) } == ["2026", "2025"])
    #expect(
      try listed == ["bulletin/2026M08", "bulletin/2026Q3", "bulletin/2026Q2", "bulletin/2025Q4", "bulletin/2025"])
    #expect(page.contains("季度公报 · 2026年10月20日发布 · 数据截至 2026年9月30日 · "))
    #expect(page.contains("季度公报 · 数据截至 2026年6月30日 · "))
    #expect(page.contains("月度公报 · ") && page.contains("年度公报 · "))
    // The newest of each kind.
    #expect(page.matches(of: /class="latest"/).count == 3)
    // Where the catalogs lead to.
    #expect(page.components(separatedBy: "id=\"newest\"").count == 2)
    #expect(page.contains("<li id=\"newest\" lang=\"zh-CN\">\n<p class=\"edition\"><a href=\"bulletin/2026M08/"))
    #expect(page.contains("<section id=\"catalogs\"") && page.contains("还没有定稿的目录。"))
  }

  @Test func revisionIsNamed() throws {
    let root = scratch.path + "/bulletin"
    _ = try publisher.publish(FixtureBulletin.make(), language: .zh, to: root, as: .frozen)
    let other = FixtureBulletin.make(demand: 12_400)
    _ = try publisher.publish(other, language: .zh, to: root, as: .revised(.error, note: "更正"))
    #expect(try listed == ["bulletin/2026Q3-r2", "bulletin/2026Q3"])
    #expect(try page.matches(of: /季度公报 · 修订 ·/).count == 1)
  }

  /// A try of the same bulletin in another folder is left out; a bulletin of other periods there is not.
  @Test func triesDoNotAppear() throws {
    try publish("2026Q3", isFixed: true)
    try publish("2026Q3", to: "a-try", isFixed: true)
    #expect(try listed == ["bulletin/2026Q3"])
    try publish("2026M09", to: "monthly")
    try publish("2026Q1", to: "z-try")
    #expect(try listed == ["monthly/2026M09", "bulletin/2026Q3"])
    // Without the list the folder with more editions whose day is fixed is the bulletin's.
    try FileManager.default.removeItem(atPath: scratch.path + "/index.html")
    try FileManager.default.removeItem(atPath: scratch.path + "/a-try")
    try publish("2026Q1")
    #expect(try listed == ["monthly/2026M09", "bulletin/2026Q3", "bulletin/2026Q1"])
  }
}
