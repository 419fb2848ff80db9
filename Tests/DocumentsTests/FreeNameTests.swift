import Documents
import Foundation
import Testing

@Suite struct FreeNameTests {
  @Test func theFirstThatIsNotThere() throws {
    let folder = NSTemporaryDirectory() + "free-name-\(UUID().uuidString)"
    defer { try? FileTree.remove(folder) }
    for expected in ["kept.key", "kept-2.key", "kept-3.key"] {
      let path = FreeName.path(in: folder, "kept", ".key")
      #expect(path == "\(folder)/\(expected)")
      try DurableFile.replace(path, with: [])
    }
    // A link that leads nowhere is there too.
    try FileManager.default.createSymbolicLink(atPath: "\(folder)/other", withDestinationPath: "/nowhere")
    #expect(FreeName.path(in: folder, "other", "") == "\(folder)/other-2")
  }
}
