import Foundation
import Testing

@testable import Pipeline

@Suite struct SQLiteLogTests {
  @Test(
    arguments: [
      ("os_unix.c:44772: (28) open(/x/w.sqlite-journal) - No space left on device", ENOSPC),
      ("os_unix.c:1: (5) ftruncate(/x (y)/w.sqlite) - ", EIO), ("statement aborts at 7: [COMMIT] disk I/O error", nil),
      ("os_unix.c:44772: cannot", nil), ("os_unix.c:1: (x) open(y)", nil),
    ] as [(String, Int32?)])
  func numberOfTheSystem(message: String, number: Int32?) {
    #expect(SQLiteLog.systemError(in: message) == number)
  }
}
