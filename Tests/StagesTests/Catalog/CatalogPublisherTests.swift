import Documents
import Domain
import Foundation
import Testing

@testable import Stages

@Suite struct CatalogPublisherTests {
  private let scratch: ScratchFolder
  private let publisher: CatalogPublisher
  private let period = Period("2026H2")!
  private let today = Day(year: 2026, month: 11, day: 24)!

  init() throws {
    scratch = try ScratchFolder()
    publisher = try CatalogPublisher(templates: ScratchFolder.templates, rules: .test())
  }

  private var root: String { scratch.path + "/catalog" }

  private func publish(
    _ kind: CatalogEdition.Kind, on day: Day? = nil, units: [ShortageUnit] = FixtureCatalog.units
  ) throws -> PublishedEdition {
    try publisher.publish(period, kind, to: root, today: day ?? today) { edition in
      try FixtureCatalog.build(
        CatalogPublisher.answers(of: period, in: root), units: units,
        previous: PreviousCatalog.find(
          in: root, before: period, number: edition.kind == .final ? edition.number : Int.max), edition: edition)
    }
  }

  @Test func everyVariantIsAWholeEdition() throws {
    for catalog in try FixtureCatalog.variants() {
      let target =
        "\(scratch.path)/edition-\(catalog.edition.folder)-\(catalog.entries.count)-\(catalog.problems.count)"
      try DirectoryPublication(target: target).publish(publisher.files(catalog))
      #expect(try EditionCheck(path: target).problems == [])
      #expect(try EditionCheck(path: "\(target)/\(catalog.edition.archive)").problems == [])
      #expect(FileTree.exists("\(target)/\(OpinionForm.path)") == (catalog.edition.kind == .draft))
    }
  }

  @Test func anEqualDraftIsNotWrittenAgain() throws {
    let first = try publish(.draft)
    #expect(first.path.hasSuffix("2026H2/draft-1") && !first.isUnchanged)
    #expect(try publish(.draft).isUnchanged)
    // What people put there is no change of the draft, and survives.
    try Data("x".utf8).write(to: URL(fileURLWithPath: "\(first.path)/answers-张.csv"))
    let third = try publish(.draft)
    #expect(third.path.hasSuffix("draft-2"))
    #expect(FileTree.exists("\(first.path)/answers-张.csv"))
  }

  @Test func aFinalEditionNeverChanges() throws {
    _ = try publish(.draft)
    let first = try publish(.final)
    #expect(first.path.hasSuffix("2026H2/final-1"))
    let before = try FileTree.files(in: first.path).map(\.bytes)
    // Another day is no other content.
    #expect(try publish(.final, on: Day(year: 2026, month: 12, day: 1)).isUnchanged)
    let next = try publish(
      .final, on: Day(year: 2026, month: 12, day: 1), units: Array(FixtureCatalog.units.dropFirst(2)))
    #expect(next.path.hasSuffix("final-2"))
    #expect(try FileTree.files(in: first.path).map(\.bytes) == before)
    let page = String(decoding: try FileTree.bytes(of: "\(next.path)/index.html"), as: UTF8.self)
    #expect(page.contains("上一版：2026H2 正式第1版") && page.contains("2026年12月1日"))
    #expect(!page.contains("黄某"))
  }

  @Test func aFinalEditionThatWasTouchedIsRefused() throws {
    let first = try publish(.final)
    let path = "\(first.path)/tables/catalog.csv"
    var bytes = try FileTree.bytes(of: path)
    bytes[bytes.count - 3] ^= 1
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let error = #expect(throws: PublishError.self) { try publish(.draft) }
    #expect(error?.description.contains("正式版被改动") == true)
    bytes[bytes.count - 3] ^= 1
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    _ = try publish(.draft)
    // A draft may hold answers, a final edition no file more.
    try Data("x".utf8).write(to: URL(fileURLWithPath: "\(first.path)/answers-x.csv"))
    #expect(throws: PublishError.self) { try publish(.draft) }
  }

  @Test func theLastEditionIsReadBackFromItsTables() throws {
    _ = try publish(.final)
    let found = try #require(try PreviousCatalog.find(in: root, before: Period("2027H1")!, number: 1))
    #expect(found.edition.name == "2026H2 正式第1版")
    #expect(found.entries.count == FixtureCatalog.units.count)
    let entry = try #require(found.entries["2-02-06-03"])
    #expect(entry.level == .heavy && entry.index == 92 && entry.points[.duration] == 2)
    #expect(found.entries["4-02-07-08"]?.rank == 1 && found.entries["4-02-07-08"]?.level == ShortageLevel.none)
    #expect(try PreviousCatalog.find(in: root, before: period, number: 1) == nil)
    #expect(try PreviousCatalog.find(in: root, before: Period("2026H1")!, number: Int.max) == nil)
  }

  /// Names from outside stay text in pages and inert in tables.
  @Test func hostileNamesStayText() throws {
    let name = "=HYPERLINK(\"x\")<script>alert(1)</script>"
    let units = [FixtureCatalog.unit("2-02-06-03", name, level: .heavy, mean: 3, industries: [("26", 1)])]
    for (path, bytes) in try publisher.files(FixtureCatalog.build(units: units)) {
      let text = String(decoding: bytes, as: UTF8.self)
      if path.hasSuffix(".html") { #expect(!text.contains("<script>alert"), "\(path)") }
      if path.hasSuffix(".csv") { #expect(!text.contains(",=HYPER") && !text.contains(",\"=HYPER"), "\(path)") }
    }
  }
}
