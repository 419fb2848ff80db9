import Foundation
import Testing

@testable import Pipeline

@Suite struct SQLiteLogTests {
  @Test func refusalsAreRead() {
    #expect(
      SQLiteLog.refusal(in: "os_unix.c:44772: (28) open(/x/w.sqlite-journal) - No space left on device")
        == SQLiteLog.Refusal(number: ENOSPC, path: "/x/w.sqlite-journal"))
    #expect(
      SQLiteLog.refusal(in: "os_unix.c:1: (5) ftruncate(/x (y)/w.sqlite) - ")
        == SQLiteLog.Refusal(number: EIO, path: "/x (y)/w.sqlite"))
  }

  @Test(arguments: [
    "statement aborts at 7: [COMMIT] disk I/O error", "os_unix.c:44772: cannot", "os_unix.c:1: (x) open(y) - z",
    "os_unix.c:1: (5) open",
  ])
  func otherLinesAreNone(_ message: String) { #expect(SQLiteLog.refusal(in: message) == nil) }

  @Test(
    arguments: [
      (ENOENT, "w-journal", .full), (ENOENT, "w", .refused), (EACCES, "w-journal", .refused), (EIO, "w", .broken),
    ] as [(Int32, String, SystemFailure)])
  func reasonOfAFileThatCannotBeOpened(number: Int32, path: String, kind: SystemFailure) {
    #expect(SQLiteLog.Refusal(number: number, path: path).kind == kind)
  }
}
