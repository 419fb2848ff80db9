import Domain
import Foundation
import TestSupport
import Testing

@testable import Stages

@Suite struct InboxTests {
  @Test func regularFilesInTheOrderOfTheirBytes() throws {
    let folder = try TestFolder()
    for name in ["b.csv", "a.csv", "B.csv", "岗位.csv", "a.txt", ".c.csv", "~$a.csv"] {
      _ = try folder.write([1], name)
    }
    try FileManager.default.createDirectory(atPath: "\(folder.path)/d.csv", withIntermediateDirectories: true)
    let names = try Inbox.files(matching: "\(folder.path)/*.csv").files.map { ($0 as NSString).lastPathComponent }
    #expect(names == ["B.csv", "a.csv", "b.csv", "岗位.csv"])
    #expect(try Inbox.files(matching: "\(folder.path)/?.txt").files.count == 1)
  }

  @Test func linksStayWithinTheFolder() throws {
    let (folder, outside) = (try TestFolder(), try TestFolder())
    let target = try outside.write([1], "secret.csv")
    _ = try folder.write([1], "a.csv")
    for (name, destination) in [
      ("in.csv", "a.csv"), ("out.csv", target), ("gone.csv", "nowhere"), ("me.csv", "me.csv"),
    ] {
      try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/\(name)", withDestinationPath: destination)
    }
    let found = try Inbox.files(matching: "\(folder.path)/*.csv")
    #expect(found.files.map { ($0 as NSString).lastPathComponent } == ["a.csv", "in.csv"])
    #expect(found.refused.map(\.code) == [.brokenLink, .brokenLink, .foreignLink])
    for (error, name) in zip(found.refused, ["gone.csv", "me.csv", "out.csv"]) {
      #expect(error.place.hasSuffix("/\(name)") && error.exit == .data)
    }
    #expect(found.refused[2].message.contains("secret.csv"))
  }

  /// The folder itself may be reached through a link, and a name that merely begins alike is outside.
  @Test func aLinkedFolderIsAFolder() throws {
    let folder = try TestFolder()
    for name in ["in", "in2"] {
      try FileManager.default.createDirectory(atPath: "\(folder.path)/\(name)", withIntermediateDirectories: true)
    }
    _ = try folder.write([1], "in/a.csv")
    _ = try folder.write([1], "in2/b.csv")
    for (link, destination) in [("way", "in"), ("in/c.csv", "a.csv"), ("in/d.csv", "../in2/b.csv")] {
      try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/\(link)", withDestinationPath: destination)
    }
    let found = try Inbox.files(matching: "\(folder.path)/way/*.csv")
    #expect(found.files.count == 2 && found.refused.map(\.code) == [.foreignLink])
  }

  @Test(arguments: ["nothing-*.csv", "nowhere/*.csv"]) func nothingFoundIsAnError(_ pattern: String) throws {
    let folder = try TestFolder()
    let error = #expect(throws: PipelineError.self) { try Inbox.files(matching: "\(folder.path)/\(pattern)") }
    #expect(error?.code == .noFile && error?.exit == .noInput)
  }
}
