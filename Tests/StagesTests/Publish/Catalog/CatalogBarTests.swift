import Documents
import Domain
import Foundation
import TestSupport
import Testing

@testable import Stages

@Suite struct CatalogBarTests {
  private let scratch: TestFolder
  private let publisher: CatalogPublisher
  private let period = Period("2026H2")!

  init() throws {
    scratch = try TestFolder()
    publisher = try CatalogPublisher(templates: .shipped(), rules: .test())
  }

  private var root: String { scratch.path + "/catalog" }

  private func publish(_ period: Period, units: [ShortageUnit] = FixtureCatalog.units) throws -> PublishedEdition {
    try publisher.publish(final: period, to: root, today: FixtureCatalog.day) {
      try FixtureCatalog.build(units: units, edition: $0).protected(for: .everybody, FixtureCatalog.sights)
    }
  }

  /// The entries of the bar of a page: what each says, and where it leads.
  private func bar(_ edition: PublishedEdition, _ page: String = "index.html") throws -> [String] {
    let text = String(decoding: try FileTree.bytes(of: "\(edition.path)/\(page)"), as: UTF8.self)
    let bar = try #require(text.firstMatch(of: /(?s)<nav class="bar".*?<\/nav>/)).output
    return bar.matches(of: /<li [^>]*>(?:<a href="([^"]*)">|<span[^>]*>)([^<]*)</).map {
      "\($0.output.2)" + ($0.output.1.map { " > \($0)" } ?? "")
    }
  }

  @Test func everyPageOfAFinalEditionHasTheSameBar() throws {
    let edition = try publish(period)
    let pages = edition.files.filter { $0.hasSuffix(".html") }
    #expect(pages.contains("methods.html") && pages.contains { $0.hasPrefix("evidence-") })
    for page in pages {
      #expect(
        try bar(edition, page) == [
          "全部期次 > ../../../index.html", "2026年上半年", "2026年下半年 正式第1版", "最新公报 > ../../../index.html#newest",
        ])
    }
    let check = try EditionCheck(path: edition.path)
    #expect(check.problems == [] && check.missingNeighbours == [])
  }

  /// The newest final edition of the period before; gone, it is missed, but not by a copy elsewhere.
  @Test func theCatalogBeforeIsLinked() throws {
    _ = try publish(period.previous)
    let before = try publish(period.previous, units: Array(FixtureCatalog.units.dropFirst(2)))
    #expect(before.path.hasSuffix("2026H1/final-2"))
    let edition = try publish(period)
    #expect(try bar(edition)[1] == "2026年上半年 > ../../2026H1/final-2/index.html")
    #expect(try publish(period).isUnchanged)
    #expect(try EditionCheck(path: edition.path).missingNeighbours == [])
    try FileManager.default.removeItem(atPath: before.path)
    #expect(try EditionCheck(path: edition.path).missingNeighbours == ["../../2026H1/final-2/index.html"])
    let copy = scratch.path + "/elsewhere"
    try FileManager.default.copyItem(atPath: edition.path, toPath: copy)
    #expect(try EditionCheck(path: copy).missingNeighbours == [])
  }

  /// They lie apart from what is public.
  @Test func draftAndInternalEditionLeadToNothingPublic() throws {
    let draft = try publisher.write(draft: period, to: scratch.path + "/drafts") {
      try FixtureCatalog.build(edition: $0)
    }
    #expect(try bar(draft) == ["2026年上半年", "2026年下半年 草案第1稿"])
    func own(_ period: Period) throws -> PublishedEdition {
      let edition = CatalogEdition(period: period, kind: .final, number: 1, date: FixtureCatalog.day)
      let catalog = try FixtureCatalog.build(edition: edition).protected(for: .bureau, FixtureCatalog.sights)
      return try publisher.publish(internal: catalog, to: scratch.path + "/internal")
    }
    #expect(try bar(own(period.previous), "index-internal.html") == ["2025年下半年", "2026年上半年 正式第1版"])
    let edition = try own(period)
    #expect(try bar(edition, "methods-internal.html")[0] == "2026年上半年 > ../../2026H1/final-1/index-internal.html")
    #expect(try EditionCheck(path: edition.path).problems == [])
  }
}
