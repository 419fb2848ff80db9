import Documents
import Domain
import Foundation
import TestSupport
import Testing

@testable import Stages

@Suite struct EditionBarTests {
  private let scratch: TestFolder
  private let root: String
  private let publisher: Publisher

  init() throws {
    scratch = try TestFolder()
    root = scratch.path + "/bulletin"
    publisher = try Publisher(templates: .shipped())
  }

  /// The entries of the bar of a page: what each says, and where it leads.
  private func bar(_ edition: PublishedEdition, _ page: String = "index.html") throws -> [String] {
    let text = String(decoding: try FileTree.bytes(of: "\(edition.path)/\(page)"), as: UTF8.self)
    let bar = try #require(text.firstMatch(of: /(?s)<nav class="bar".*?<\/nav>/)).output
    return bar.matches(of: /<li [^>]*>(?:<a href="([^"]*)">|<span[^>]*>)([^<]*)</).map {
      "\($0.output.2)" + ($0.output.1.map { " > \($0)" } ?? "")
    }
  }

  private func bulletin(_ period: String = "2026Q3") -> Bulletin {
    var bulletin = FixtureBulletin.make(period, hasOutlook: period == "2026Q3")
    bulletin.calendar = FixtureBulletin.calendar
    return bulletin
  }

  @Test func firstEditionLeadsToNoOther() throws {
    let edition = try publisher.publish(bulletin(), language: .zh, to: root, as: .frozen, languages: [.zh])
    for page in ["index.html", "450602.html", "450681-tables.html", "methods.html", "outlook-4.html"] {
      #expect(
        try bar(edition, page) == [
          "全部期次 > ../../index.html", "2026年第二季度", "2026年第三季度", "第1版 > revisions.html",
          "下一期：2026年第四季度，2027年1月20日发布", "急需紧缺人才目录 > ../../index.html#catalogs", "English",
        ])
    }
    let page = String(decoding: try FileTree.bytes(of: "\(edition.path)/index.html"), as: UTF8.self)
    #expect(page.contains("2026年10月20日发布 · 数据截至 2026年9月30日"))
  }

  @Test func whatStandsBesideIsLinked() throws {
    _ = try publisher.publish(bulletin("2026Q2"), language: .zh, to: root)
    let edition = try publisher.publish(bulletin(), language: .zh, to: root, as: .frozen, languages: [.zh, .en])
    #expect(
      try bar(edition).enumerated().filter { $0.offset == 1 || $0.offset == 6 }.map(\.element) == [
        "2026年第二季度 > ../2026Q2/index.html", "English > ../2026Q3-en/index.html",
      ])
    #expect(try EditionCheck(path: edition.path).missingNeighbours == ["../2026Q3-en/index.html"])
    let english = try publisher.publish(bulletin(), language: .en, to: root, as: .frozen, languages: [.zh, .en])
    #expect(
      try bar(english) == [
        "All editions > ../../index.html", "Q2 2026", "Q3 2026", "First version > revisions.html",
        "Next: Q4 2026, out on 2027-01-20", "Catalog of shortages (in Chinese) > ../../index.html#catalogs",
        "中文 > ../2026Q3/index.html",
      ])
    for path in [edition.path, english.path] {
      let check = try EditionCheck(path: path)
      #expect(check.problems == [] && check.missingNeighbours == [])
    }
    // What came later changes nothing; what was taken away is noticed, but for a copy elsewhere.
    let kept = try FileTree.bytes(of: "\(edition.path)/index.html")
    _ = try publisher.publish(bulletin("2026Q4"), language: .zh, to: root)
    #expect(try publisher.publish(bulletin(), language: .zh, to: root, as: .frozen).isUnchanged)
    #expect(try FileTree.bytes(of: "\(edition.path)/index.html") == kept)
    try FileManager.default.removeItem(atPath: "\(root)/2026Q2")
    #expect(try EditionCheck(path: edition.path).missingNeighbours == ["../2026Q2/index.html"])
    let copy = scratch.path + "/elsewhere"
    try FileManager.default.copyItem(atPath: edition.path, toPath: copy)
    #expect(try EditionCheck(path: copy).missingNeighbours == [])
  }

  @Test func revisionLeadsOn() throws {
    _ = try publisher.publish(bulletin("2026Q2"), language: .zh, to: root, as: .frozen)
    let other = FixtureBulletin.make("2026Q2", demand: 12_400)
    let revised = try publisher.publish(other, language: .zh, to: root, as: .revised(.error, note: "更正"))
    #expect(try bar(revised)[3] == "第2版（修订） > revisions.html")
    // Without a calendar the next hour is not known.
    #expect(try bar(revised)[4] == "下一期：2026年第三季度")
    let next = try publisher.publish(bulletin(), language: .zh, to: root, as: .frozen)
    #expect(try bar(next)[1] == "2026年第二季度 > ../2026Q2-r2/index.html")
  }

  @Test func editionThatIsInNoListHasNoLinkToOne() throws {
    var early = bulletin()
    early.embargo = ReleaseHour("2026-10-20 09:00")
    let edition = try publisher.publish(early, language: .zh, to: root)
    #expect(
      try bar(edition) == [
        "2026年第二季度", "2026年第三季度", "第1版 > revisions.html", "下一期：2026年第四季度，2027年1月20日发布", "English",
      ])
  }
}
