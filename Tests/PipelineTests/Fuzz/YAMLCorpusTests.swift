import Foundation
import Testing

/// The fuzzer's seeds, and what it found once; one at a time, since they stand for the same files.
@Suite(.serialized) struct YAMLCorpusTests {
  private static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/../../Fuzz/corpus/yaml"

  @Test(arguments: try FileManager.default.contentsOfDirectory(atPath: folder).sorted())
  func holds(name: String) throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(YAMLCorpusTests.folder)/\(name)"))
    #expect(YAMLProperties.violations(Array(bytes)) == [])
  }
}
