import Documents
import Domain
import Foundation
import TestSupport
import Testing

@testable import Stages

@Suite struct PublisherTests {
  private let scratch: TestFolder
  private let root: String
  private let publisher: Publisher

  init() throws {
    scratch = try TestFolder()
    root = scratch.path + "/bulletin"
    publisher = try Publisher(templates: .shipped())
  }

  @Test func sameBulletinGivesSameBytes() throws {
    for (language, hasOutlook) in Language.allCases.flatMap({ [($0, false), ($0, true)] }) {
      let first = try publisher.files(FixtureBulletin.make(hasOutlook: hasOutlook), language: language)
      let second = try publisher.files(FixtureBulletin.make(hasOutlook: hasOutlook), language: language)
      #expect(first.map(\.path) == second.map(\.path))
      #expect(first.map(\.bytes) == second.map(\.bytes))
    }
  }

  @Test func editionHasPagesTablesAndArchive() throws {
    let files = try publisher.files(FixtureBulletin.make(), language: .en)
    let paths = Set(files.map(\.path))
    let tables = (1...14).map { "tables/T\($0).csv" }
    let others = ["index.html", "450681.html", "tables/trend.csv", "datapackage.json", "SHA256SUMS"]
    #expect(paths.isSuperset(of: tables + others))
    #expect(files.last?.path == "bulletin-2026Q3-en.zip")
    let packed = try ZipArchive.entries(of: try #require(files.last).bytes)
    // In byte order, whatever the order of the files.
    let sorted = files.dropLast().sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    #expect(packed.map(\.path) == sorted.map(\.path) && packed.contains { $0.path == "SHA256SUMS" })
    #expect(packed.map(\.bytes) == sorted.map(\.bytes))
  }

  /// Each chart is drawn on one page, which leads to the same drawing as a file; so does the page of downloads.
  @Test func chartsAreFilesToo() throws {
    let files = try publisher.files(FixtureBulletin.make(hasOutlook: true), language: .zh)
    let texts = Dictionary(
      uniqueKeysWithValues: files.filter { $0.path != files.last?.path }
        .map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    let charts = texts.filter { $0.key.hasSuffix(".svg") }
    let pages = texts.filter { $0.key.hasSuffix(".html") && $0.key != "downloads.html" }.values
    let title = ">防城港市 本期需求人数多于求职人数（人） 2026年第三季度</title>"
    #expect(charts["charts/450600-trend.svg"]?.contains(title) == true)
    #expect(charts["charts/450600-outlook-gap.svg"] != nil && charts["charts/450681-gap.svg"] != nil)
    for (path, text) in charts {
      // Behind its paper.
      let body = try #require(text.components(separatedBy: "fill=\"#fff\"/>\n").dropFirst().first)
      let own = pages.filter { $0.contains(" href=\"\(path)\"") }
      #expect(own.count == 1 && own[0].contains(body) && !body.isEmpty, "\(path)")
      #expect(texts["SHA256SUMS"]?.contains("  \(path)\n") == true, "\(path)")
      #expect(texts["downloads.html"]?.contains("<a href=\"\(path)\">") == true, "\(path)")
    }
  }

  @Test func tablesAreTidyWithMarkers() throws {
    let files = try publisher.files(FixtureBulletin.make(), language: .zh)
    let table = try #require(files.first { $0.path == "tables/T1.csv" }).bytes
    let text = String(decoding: table, as: UTF8.self)
    #expect(Array(table.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(text.hasSuffix("\r\n"))
    let rows = try #require(CSVText.rows(table))
    #expect(rows.count == 16)
    #expect(rows[0].prefix(6) == ["period", "region", "region_name", "row", "row_name", "demand"])
    #expect(rows[1].prefix(6) == ["2026Q3", "450600", "防城港市", "valid", "本期有效数", "12345"])
    #expect(rows[3][9] == "[x]")
    #expect(rows[3].suffix(3) == ["[z]", "[z]", "[z]"])
  }

  @Test func publishesOnceAndKeepsWhatItReplaces() throws {
    let first = try publisher.publish(FixtureBulletin.make(), language: .zh, to: root)
    #expect(!first.isUnchanged && first.supersededPath == nil)
    let again = try publisher.publish(FixtureBulletin.make(), language: .zh, to: root)
    #expect(again.isUnchanged && again.supersededPath == nil)
    let old = try FileTree.bytes(of: "\(first.path)/bulletin-2026Q3.zip")
    let other = try publisher.publish(FixtureBulletin.make(demand: 12_400), language: .zh, to: root)
    let kept = try #require(other.supersededPath)
    #expect(kept == "\(root)/superseded/2026Q3-\(SHA256Sums.digest(old).prefix(8)).zip")
    #expect(try FileTree.bytes(of: kept) == old)
    #expect(try EditionCheck(path: kept).problems == [])
  }

  @Test func listOfEditionsIsNewestFirst() throws {
    for period in ["2026Q2", "2026Q3", "2025Q4"] {
      _ = try publisher.publish(FixtureBulletin.make(period), language: .zh, to: root)
    }
    _ = try publisher.publish(FixtureBulletin.make(), language: .en, to: root)
    let page = String(decoding: try FileTree.bytes(of: "\(scratch.path)/index.html"), as: UTF8.self)
    let links = ["2026Q3", "2026Q3-en", "2026Q2", "2025Q4"].map { "href=\"bulletin/\($0)/index.html\"" }
    let places = links.map { page.firstRange(of: $0)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    #expect(page.contains("2026年第三季度，用人单位"))
  }

  @Test func failureLeavesTheOldEdition() throws {
    let edition = try publisher.publish(FixtureBulletin.make(), language: .zh, to: root)
    let before = try FileTree.files(in: edition.path).map(\.bytes)
    // A file where the folder of replaced editions should be: keeping the old one fails.
    try DurableFile.replace("\(root)/superseded", with: [])
    #expect(throws: FileFailure.self) {
      try publisher.publish(FixtureBulletin.make(demand: 99), language: .zh, to: root)
    }
    #expect(try FileTree.files(in: edition.path).map(\.bytes) == before)
    #expect(try FileTree.names(in: root) == ["2026Q3", "superseded"])
  }

  @Test func bulletinWithoutFormIsRefused() throws {
    let good = FixtureBulletin.make()
    let empty = Bulletin(
      period: good.period, title: good.title, publisher: good.publisher, dataUntil: good.dataUntil, regions: [],
      quality: [], indicators: [], protection: .nothing, layouts: [])
    #expect(throws: PipelineError.self) { try publisher.files(empty, language: .zh) }
    let twice = Bulletin(
      period: good.period, title: good.title, publisher: good.publisher, dataUntil: good.dataUntil,
      regions: [good.regions[0], good.regions[0]], quality: [], indicators: [], protection: .nothing, layouts: [])
    #expect(throws: PipelineError.self) { try publisher.files(twice, language: .zh) }
  }
}
