import Foundation
import Testing

@testable import Documents

@Suite final class DirectoryPublicationTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("publication-\(UUID().uuidString)")
    .path
  private var target: String { folder + "/edition" }
  private let old: [(path: String, bytes: [UInt8])] = [("a", [1]), ("sub/b", [2])]
  private let new: [(path: String, bytes: [UInt8])] = [("a", [3]), ("c/d/e", [4])]

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func expect(_ files: [(path: String, bytes: [UInt8])]) throws {
    let found = try FileTree.files(in: target)
    #expect(found.map(\.path) == files.map(\.path))
    #expect(found.map(\.bytes) == files.map(\.bytes))
    #expect(try FileTree.names(in: folder) == ["edition"])
  }

  @Test func publishesAndReplaces() throws {
    try DirectoryPublication(target: target).publish(old)
    try expect(old)
    try DirectoryPublication(target: target).publish(new)
    try expect(new)
  }

  @Test func aPrivateOneIsClosedToOthers() throws {
    func mode() throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions] as? Int
    }
    try DirectoryPublication(target: target, isPrivate: true).publish(old)
    try expect(old)
    #expect(try mode() == 0o700)
    try DirectoryPublication(target: target).publish(new)
    #expect(try mode() == 0o755)
  }

  @Test func replacesWithoutExchange() throws {
    var publication = DirectoryPublication(target: target)
    publication.exchange = { _, _ in false }
    try publication.publish(old)
    try publication.publish(new)
    try expect(new)
  }

  @Test func failureChangesNothing() throws {
    try DirectoryPublication(target: target).publish(old)
    // `a` cannot be a file and a folder: the second file fails after the first was written.
    let failure = #expect(throws: FileFailure.self) {
      try DirectoryPublication(target: target).publish([("a", [9]), ("a/b", [9])])
    }
    // Named as people will know it, not as it was hidden.
    #expect(failure?.path == "\(target)/a/b")
    try expect(old)
  }

  @Test func failureOfTheFirstPublicationLeavesNothing() throws {
    #expect(throws: FileFailure.self) { try DirectoryPublication(target: target).publish([("a", [9]), ("a/b", [9])]) }
    #expect(try FileTree.names(in: folder) == [])
  }

  @Test func leftoversOfAKilledRunAreRemoved() throws {
    try DirectoryPublication(target: target).publish(old)
    try DirectoryPublication(target: folder + "/.edition.new").publish([("half", [])])
    try DirectoryPublication(target: folder + "/.edition.old").publish([("older", [])])
    try DirectoryPublication(target: target).publish(new)
    try expect(new)
  }

  /// A run that died between its two renames: the old folder is there under its hidden name only.
  @Test func displacedFolderComesBack() throws {
    try DirectoryPublication(target: folder + "/.edition.old").publish(old)
    #expect(throws: FileFailure.self) { try DirectoryPublication(target: target).publish([("a", []), ("a/b", [])]) }
    try expect(old)
  }

  /// Whatever is published next, the leftovers of all others go too.
  @Test func leftoversOfOtherPublicationsAreRemoved() throws {
    try DirectoryPublication(target: target).publish(old)
    try DirectoryPublication(target: folder + "/.other.old").publish(new)
    try DirectoryPublication(target: folder + "/.half.new").publish([("half", [])])
    try DirectoryPublication.recover(in: folder)
    #expect(try FileTree.names(in: folder) == ["edition", "other"])
    #expect(try FileTree.files(in: folder + "/other").map(\.bytes) == new.map(\.bytes))
    try DirectoryPublication.recover(in: folder + "/nowhere")
  }

  @Test(arguments: [0, 1, 2]) func givingUpChangesNothing(_ step: Int) throws {
    struct Enough: Error {}
    try DirectoryPublication(target: target).publish(old)
    var steps = 0
    #expect(throws: Enough.self) {
      try DirectoryPublication(target: target).publish(new) {
        if steps == step { throw Enough() }
        steps += 1
      }
    }
    try expect(old)
  }

  /// Readers that look all the time never see a folder without its files.
  @Test func readersSeeOneOrTheOther() async throws {
    let target = target
    try DirectoryPublication(target: target).publish([("x", [0])])
    let reader = Task.detached { () -> Int in
      var bad = 0
      while !Task.isCancelled { if !FileTree.exists(target + "/x") { bad += 1 } }
      return bad
    }
    for round in 0..<20 { try DirectoryPublication(target: target).publish([("x", [UInt8(round)])]) }
    reader.cancel()
    #expect(await reader.value == 0)
  }

  @Test func fileIsReplacedInOneStep() throws {
    try DurableFile.replace(folder + "/page/index.html", with: [1])
    try DurableFile.replace(folder + "/page/index.html", with: [2, 3])
    #expect(try FileTree.bytes(of: folder + "/page/index.html") == [2, 3])
    #expect(try FileTree.names(in: folder + "/page") == ["index.html"])
    #expect(throws: FileFailure.self) { try DurableFile.replace(folder + "/page", with: []) }
    try FileManager.default.createDirectory(atPath: folder + "/page/.x.new/y", withIntermediateDirectories: true)
    let failure = #expect(throws: FileFailure.self) { try DurableFile.replace(folder + "/page/x", with: []) }
    #expect(failure?.path == folder + "/page/x")
    try FileTree.remove(folder + "/page/.x.new")
    #expect(try FileTree.names(in: folder) == ["page"])
    try DurableFile.write([], to: folder + "/page/.index.html.new")
    DurableFile.recover(folder + "/page/index.html")
    #expect(try FileTree.names(in: folder + "/page") == ["index.html"])
    try DurableFile.write([], to: folder + "/page/.other.new")
    DurableFile.recover(in: folder + "/page")
    #expect(try FileTree.names(in: folder + "/page") == ["index.html"])
  }
}
