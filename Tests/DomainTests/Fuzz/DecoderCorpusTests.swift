import Foundation
import Testing

/// The fuzzer's seeds, and what it found once.
@Suite struct DecoderCorpusTests {
  private static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/../../Fuzz/corpus/decoders"

  @Test(arguments: try FileManager.default.contentsOfDirectory(atPath: folder).sorted())
  func holds(name: String) throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(DecoderCorpusTests.folder)/\(name)"))
    #expect(DecoderProperties.violations(Array(bytes)) == [])
  }
}
