import Documents
import Domain
import Foundation
import TestSupport
import Testing

@testable import Stages

@Suite struct NightPublisherTests {
  private let scratch: TestFolder
  private let root: String

  init() throws {
    scratch = try TestFolder()
    root = scratch.path + "/nightly"
  }

  private func publish(_ report: NightReport) throws -> String {
    let path = try NightPublisher(templates: .shipped(), root: root).publish(report)
    return String(decoding: try FileTree.bytes(of: path), as: UTF8.self)
  }

  @Test func thePageIsForTheBureau() throws {
    let page = try publish(FixtureNight.full)
    #expect(page.contains("内部版，限本局内部使用"))
    #expect(page.contains("Content-Security-Policy"))
    let mode = try FileManager.default.attributesOfItem(atPath: root)[.posixPermissions] as? Int
    #expect(mode == 0o700)
  }

  @Test func whatThePageSays() throws {
    let page = try publish(FixtureNight.full)
    #expect(page.contains("class=\"headline\">要处理 12 件，其中新的 2 件；市场新情况 1 件</h2>"))
    #expect(page.contains("<p>收取 2 个文件，1,203 行，退回 10 行。</p>"))
    #expect(page.contains("<p class=\"publisher\">市人社局</p>") && page.contains("<p class=\"period\">2026年7月5日<"))
    #expect(page.contains("2026-07-04 没有运行；其间的文件由这一次收取"))
    #expect(page.contains("<summary>另有 2 件</summary>") && page.contains("<summary>另有 3 条</summary>"))
    #expect(page.contains("<a href=\"../2026-07-03/index.html\">2026年7月3日</a>"))
    #expect(page.contains("来源 &lt;甲&gt;"))
    // The way from <scratch>/nightly/2026-07-05 to /w.
    #expect(page.contains("/w/rejects/a%231.csv\">a 1.csv</a>"))
    #expect(page.contains("a 2.csv 等 2 个"))
    let quiet = try publish(FixtureNight.quiet)
    #expect(quiet.contains(">没有要处理的事；市场没有新情况</h2>\n<p>没有新文件。</p>"))
    #expect(!quiet.contains("class=\"publisher\"") && !quiet.contains("class=\"previous\""))
    #expect(!quiet.contains("sparkline\" role"))
  }

  @Test func statusForOtherPrograms() throws {
    _ = try publish(FixtureNight.full)
    let bytes = try FileTree.bytes(of: root + "/2026-07-05/status.json")
    let status = try #require(NightStatus(bytes))
    #expect(status.state == "attention")
    #expect(status.total.rejected == 10)
    #expect(status.sources["b"]?.files == 0)
    #expect(status.missed == ["2026-07-04"])
    #expect(status.alerts.first?.firstSeen == "2026-07-04")
    let text = String(decoding: bytes, as: UTF8.self)
    for key in ["\"first_seen\"", "\"occurrence\"", "\"previous\" : \"2026-07-03\"", "\"kind\" : \"late\""] {
      #expect(text.contains(key), "\(key)")
    }
    #expect(try NightPublisher.hasPage(of: FixtureNight.day, run: 7, in: root))
    #expect(try !NightPublisher.hasPage(of: FixtureNight.day, run: 8, in: root))
    #expect(try !NightPublisher.hasPage(of: Day(ordinal: 0), run: 7, in: root))
    _ = try publish(FixtureNight.quiet)
    #expect(NightStatus(try FileTree.bytes(of: root + "/2026-07-05/status.json"))?.state == "quiet")
  }

  @Test func linksFromPageToList() {
    #expect(RelativeLink.path(from: "/a/b/c", to: "/a/d/x y.csv") == "../../d/x%20y.csv")
    #expect(RelativeLink.path(from: "/a/b", to: "/a/b/é.csv") == "%C3%A9.csv")
  }
}
