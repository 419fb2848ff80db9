import Foundation
import Testing

/// The fuzzer's seeds, and what it found once.
@Suite struct ReaderCorpusTests {
  private static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/../../Fuzz/corpus/reader"

  @Test(arguments: try FileManager.default.contentsOfDirectory(atPath: folder).sorted())
  func holds(name: String) throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(ReaderCorpusTests.folder)/\(name)"))
    #expect(ReaderProperties.violations(Array(bytes)) == [])
  }
}
