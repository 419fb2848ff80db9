import Domain
import Testing

@testable import Stages

@Suite struct EditionNameTests {
  @Test(arguments: [
    "2026Q3", "2026Q3-en", "2026M09", "2026H1-en", "2025", "2026Q3-internal", "2026Q3-en-internal", "2026Q3-r2",
    "2026M09-r12-en-internal",
  ])
  func foldersAreReadBack(folder: String) throws {
    let name = try #require(EditionName(folder: folder))
    #expect(name.folder == folder)
    #expect(name.revision == (folder.contains("-r2") ? 2 : folder.contains("-r12") ? 12 : 1))
    #expect(name.archive == "bulletin-\(folder).zip")
    #expect(name.language == (folder.contains("-en") ? .en : .zh))
    #expect(name.audience == (folder.hasSuffix("-internal") ? .bureau : .everybody))
  }

  @Test(arguments: [
    "superseded", ".2026Q3.new", "2026Q5", "2026q3", "2026-09", "", "2026Q3-r1", "2026Q3-r02",
    "2026Q3-r", "2026Q3-en-r2",
  ])
  func otherFoldersAreNot(folder: String) {
    #expect(EditionName(folder: folder) == nil)
  }
}
