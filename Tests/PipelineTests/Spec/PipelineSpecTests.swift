import Domain
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite struct PipelineSpecTests {
  private let folder: ProjectFolder

  init() throws {
    folder = try ProjectFolder()
    try folder.write(ProjectFolder.source, "source.yaml")
    let shipped =
      URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/") + "/Pipelines/codelists"
    for name in try FileManager.default.contentsOfDirectory(atPath: shipped) where name.hasSuffix(".csv") {
      try folder.write(String(contentsOfFile: "\(shipped)/\(name)", encoding: .utf8), "codelists/\(name)")
    }
  }

  /// The right pipeline file with one line changed.
  private func spec(_ old: String = "", _ new: String = "") throws -> PipelineSpec {
    let text = old.isEmpty ? ProjectFolder.pipeline : ProjectFolder.pipeline.replacing(old, with: new)
    return try PipelineSpec(file: folder.write(text, "pipeline.yaml"))
  }

  @Test func pathsAreRelativeToTheFile() throws {
    let spec = try spec()
    let parent = (folder.path as NSString).deletingLastPathComponent
    #expect(spec.warehouse == "\(parent)/data/warehouse.sqlite")
    #expect(spec.work == "\(folder.path)/work")
    #expect(spec.inputs.map(\.pattern) == ["\(folder.path)/in/*.csv"])
    #expect(spec.bulletin?.publish == "/srv/reports")
    #expect(spec.bulletin?.period == Period("2026Q3"))
    #expect(spec.bulletin?.regions.map(\.code) == ["450600"])
    #expect(spec.settleSeconds == 0)
    #expect(try spec.book.list("sex").entries.count == 4)
    #expect(spec.bulletin?.rules.tables.map(\.id) == (1...14).map { "T\($0)" } + ["T14-mismatch"])
  }

  @Test func releasesHaveTheirHour() throws {
    let entry = "publish: /srv/reports\nreleases: [{period: 2026Q3, at: \"2026-10-20 09:00\"}]"
    let releases = try spec("publish: /srv/reports", entry).bulletin?.releases
    #expect(releases?.hour(of: try #require(Period("2026Q3"))) == ReleaseHour("2026-10-20 09:00"))
    #expect(releases?.hour(of: try #require(Period("2026Q2"))) == nil)
  }

  @Test(arguments: [
    ("{period: 2026Q9, at: 2026-10-20 09:00}", "16:21", "2026Q9"),
    ("{period: 2026Q3, at: 2026-10-20}", "16:33", "发布时刻"),
    ("{period: 2026Q3, at: 2026-09-30 09:00}", "16:33", "才结束"), ("{period: 2026Q3}", "16:12", "缺少 at"),
    (
      "{period: 2026Q3, at: 2026-10-20 09:00}, {period: 2026Q3, at: 2026-10-21 09:00}", "16:61", "写了两次"
    ),
  ])
  func wrongReleasesNameTheirPlace(entry: String, place: String, message: String) throws {
    let failure = try failure { try spec("publish: /srv/reports", "publish: /srv/reports\nreleases: [\(entry)]") }
    #expect(failure.place == "pipeline.yaml:\(place)" && failure.text.contains(message), "\(failure.text)")
  }

  @Test(arguments: [
    ("period: 2026Q3", "perid: 2026Q3", ErrorCode.unknownKey, "9:1", "是否应为 period?"),
    ("period: 2026Q3", "period: 2026Q5", .wrongValue, "9:9", "2026Q5"),
    ("period: 2026Q3\n", "", .missingKey, "1:1", "缺少 period"),
    ("title: {zh: 公报, en: Bulletin}", "title: {en: Bulletin}", .missingKey, "2:8", "缺少 zh"),
    ("home_region: \"450600\"\n", "", .missingKey, "1:1", "缺少 home_region"),
    ("files: in/*.csv", "fils: in/*.csv", .unknownKey, "8:25", "是否应为 files?"),
    ("- {source: source.yaml, files: in/*.csv}", "  x: y", .wrongForm, "8:3", "列表"),
    ("{code: \"450600\", en: Fangchenggang}", "450600", .wrongForm, "11:3", "键: 值"),
    ("publish: /srv/reports", "publish: /srv/reports\nsettle_seconds: soon", .wrongValue, "16:17", "soon"),
    ("\n- {source: source.yaml, files: in/*.csv}", " []", .wrongValue, "7:9", "inputs 是空的"),
    ("\n- {code: \"450600\", en: Fangchenggang}", " []", .wrongValue, "10:10", "regions 是空的"),
    ("files: in/*.csv}", "files: a.csv}\n- {source: source.yaml, files: b.csv}", .wrongValue, "8:1", "来源 test 出现两次"),
  ])
  func errorsNameTheirPlace(old: String, new: String, code: ErrorCode, place: String, message: String) throws {
    let error = try failure { try spec(old, new) }
    #expect((error.code, error.exit, error.place) == (code, .config, "pipeline.yaml:\(place)"))
    #expect(error.text.contains(message))
  }

  @Test func missingPartsAreNamed() throws {
    let source = try failure { try spec("source.yaml", "other.yaml") }
    #expect((source.code, source.exit, source.place) == (.unreadableFile, .noInput, "other.yaml"))
    let lists = try failure { try spec("codelists: codelists", "codelists: lists") }
    #expect((lists.code, lists.exit, lists.place) == (.unreadableCodeLists, .noInput, "lists"))
    try folder.write("code,name\n1,男\n1,女\n", "codelists/sex.csv")
    let list = try failure { try spec() }
    #expect((list.code, list.place) == (.wrongCodeList, "sex.csv:3"))
  }

  @Test func shippedPipelineIsRight() throws {
    let spec = try PipelineSpec(file: ProjectFolder.shipped + "/quarterly-bulletin.yaml")
    #expect(spec.id == "quarterly-bulletin")
    #expect(
      spec.inputs.map(\.source.contract.name) == [
        "postings", "postings", "postings", "seekers", "seekers", "placements", "archives", "register", "counts",
        "agencies", "cases", "claims", "register", "public_posts", "items", "measures", "counts",
      ])
    #expect(spec.bulletin?.regions.first?.code == spec.homeRegion)
    let regions = try spec.book.list("regions")
    #expect(try #require(spec.bulletin).regions.allSatisfy { regions.entry(code: $0.code) != nil })
    for list in spec.datasets.contracts.flatMap(\.fields).compactMap(\.kind.list) {
      #expect(throws: Never.self) { try spec.book.list(list) }
    }
  }
}
