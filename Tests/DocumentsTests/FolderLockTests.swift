import Foundation
import Testing

@testable import Documents

@Suite final class FolderLockTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lock-\(UUID().uuidString)").path

  init() throws { try DurableFolder.make(folder) }

  deinit { try? FileTree.remove(folder) }

  @Test func oneHolderAtATime() throws {
    var first = FolderLock(trying: folder)
    #expect(first != nil && FolderLock(trying: folder) == nil)
    let error = #expect(throws: FileFailure.self) { try FolderLock.wait(for: folder, patience: 0.05) }
    #expect(error?.errno == EWOULDBLOCK && error?.path == folder)
    first = nil
    #expect(FolderLock(trying: folder) != nil)
    #expect(try FileTree.names(in: folder) == [])
  }

  @Test func waitingEndsWithTheHolder() throws {
    var first = FolderLock(trying: folder)
    var checks = 0
    let second = try FolderLock.wait(for: folder, patience: 10) {
      checks += 1
      if checks == 3 { first = nil }
    }
    #expect(checks == 3 && first == nil)
    #expect(FolderLock(trying: folder) == nil)
    withExtendedLifetime(second) {}
  }

  @Test func waitingCanBeGivenUp() throws {
    struct Enough: Error {}
    let first = FolderLock(trying: folder)
    #expect(throws: Enough.self) { try FolderLock.wait(for: folder) { throw Enough() } }
    withExtendedLifetime(first) {}
  }

  @Test func aFolderThatIsNotThere() {
    #expect(throws: FileFailure(operation: "flock", path: folder + "/no", errno: ENOENT)) {
      try FolderLock.wait(for: folder + "/no")
    }
  }
}
