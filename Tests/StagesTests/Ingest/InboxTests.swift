import Domain
import Foundation
import Testing

@testable import Stages

@Suite struct InboxTests {
  @Test func regularFilesInTheOrderOfTheirBytes() throws {
    let folder = try TestFolder()
    for name in ["b.csv", "a.csv", "B.csv", "岗位.csv", "a.txt", ".c.csv", "~$a.csv"] {
      _ = try folder.write([1], as: name)
    }
    try FileManager.default.createDirectory(atPath: "\(folder.path)/d.csv", withIntermediateDirectories: true)
    let names = try Inbox.files(matching: "\(folder.path)/*.csv").map { ($0 as NSString).lastPathComponent }
    #expect(names == ["B.csv", "a.csv", "b.csv", "岗位.csv"])
    #expect(try Inbox.files(matching: "\(folder.path)/?.txt").count == 1)
  }

  @Test(arguments: ["nothing-*.csv", "nowhere/*.csv"]) func nothingFoundIsAnError(_ pattern: String) throws {
    let folder = try TestFolder()
    let error = #expect(throws: PipelineError.self) { try Inbox.files(matching: "\(folder.path)/\(pattern)") }
    #expect(error?.code == 101 && error?.exit == .noInput)
  }
}
