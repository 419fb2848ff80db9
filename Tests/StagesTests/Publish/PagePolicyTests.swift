import Crypto
import Domain
import Foundation
import Testing

@testable import Stages

@Suite struct PagePolicyTests {
  private static func hash(_ text: String) -> String {
    "'sha256-\(Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString())'"
  }

  /// What stands in the page is, to the byte, what the policy lets count.
  @Test func everyPageStatesItsOwn() throws {
    let publisher = try Publisher(templates: .shipped())
    let catalogs = try CatalogPublisher(templates: .shipped(), rules: .test())
    let files =
      try publisher.files(FixtureBulletin.make(hasOutlook: true), language: .zh)
      + catalogs.files(try #require(try FixtureCatalog.variants().first))
    let pages = files.filter { $0.path.hasSuffix(".html") }.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(pages.count > 5)
    for page in pages {
      let policy = try #require(page.components(separatedBy: "Content-Security-Policy\" content=\"").last)
      for element in ["style", "script"] {
        for piece in page.components(separatedBy: "<\(element)>").dropFirst() {
          #expect(policy.contains(PagePolicyTests.hash(piece.components(separatedBy: "</\(element)>")[0])))
        }
      }
      #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-") && policy.contains("form-action 'none'\">"))
      #expect(!page.contains(" style=") && !page.contains("unsafe"))
      let head = try #require(page.components(separatedBy: "<style>").first)
      #expect(head.contains("Content-Security-Policy"))
    }
  }

  @Test func onlyTheTemplateCounts() throws {
    let policy = try PagePolicy("<style>{{{style}}}</style>{{{body}}}", values: ["style": "a", "script": "b"], at: "x")
    #expect(policy.meta.contains("style-src \(PagePolicyTests.hash("a"));") && !policy.meta.contains("script-src"))
    for wrong in ["<script src=\"x\"></script>", "<style>", "<style>{{title}}</style>"] {
      #expect(throws: PipelineError.self) { try PagePolicy(wrong, values: ["style": "a", "script": "b"], at: "x") }
    }
  }
}
