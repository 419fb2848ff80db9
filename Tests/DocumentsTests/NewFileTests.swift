import Foundation
import Testing

@testable import Documents

@Suite final class NewFileTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("new-\(UUID().uuidString)").path

  init() throws { try DurableFolder.make(folder + "/a/b", mode: 0o700) }

  deinit { try? FileTree.remove(folder) }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  @Test func everyByteArrivesInOrder() throws {
    let parts = [10, 70_000, 0, 65_536, 3].map { length in (0..<length).map { UInt8(truncatingIfNeeded: $0) } }
    let file = try NewFile(folder + "/x", mode: 0o600)
    for part in parts { try file.write(part) }
    try file.finish()
    #expect(try FileTree.bytes(of: folder + "/x") == Array(parts.joined()))
    #expect(mode(folder + "/x") == 0o600)
  }

  @Test func whatIsThereIsNotOverwritten() throws {
    try DurableFile.write([1], to: folder + "/x")
    let error = #expect(throws: FileFailure.self) { try NewFile(folder + "/x", mode: 0o600) }
    #expect(error?.errno == EEXIST && error?.path == folder + "/x")
    #expect(try FileTree.bytes(of: folder + "/x") == [1])
  }

  @Test func aLinkIsNotFollowed() throws {
    try FileManager.default.createSymbolicLink(atPath: folder + "/x", withDestinationPath: folder + "/y")
    let error = #expect(throws: FileFailure.self) { try NewFile(folder + "/x", mode: 0o600) }
    #expect(error?.errno == EEXIST)
    #expect(!FileTree.exists(folder + "/y"))
  }

  @Test func foldersAreMadeWithTheirParentsAndMode() throws {
    #expect(mode(folder + "/a") == 0o700 && mode(folder + "/a/b") == 0o700)
    try DurableFolder.make(folder + "/a/b")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/a/b")
    try DurableFolder.makePrivate(folder + "/a/b")
    #expect(mode(folder + "/a/b") == 0o700)
    try DurableFile.write([1], to: folder + "/f")
    let error = #expect(throws: FileFailure.self) { try DurableFolder.make(folder + "/f/g") }
    #expect(error?.errno == ENOTDIR && error?.path == folder + "/f/g")
  }

  @Test func aTreeIsRemovedWithoutFollowingLinks() throws {
    try DurableFile.write([1], to: folder + "/keep")
    try DurableFile.write([1], to: folder + "/a/b/c")
    try FileManager.default.createSymbolicLink(atPath: folder + "/a/way", withDestinationPath: folder)
    try FileTree.remove(folder + "/a")
    try FileTree.remove(folder + "/a")
    #expect(try FileTree.names(in: folder) == ["keep"])
  }
}
