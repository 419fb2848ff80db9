import Documents
import Domain
import Foundation
import Tabular
import Testing
import Warehouse

@testable import Pipeline

@Suite struct FailureTests {
  private struct Odd: Error {}

  private func error(_ error: any Error) -> PipelineError { Failure.error(error, at: "here") }

  @Test func pipelineErrorsStayAsTheyAre() {
    let known = PipelineError(401, .data, at: "x", "m", remedy: "r")
    #expect(error(known).description == "x: m。r [TF401]")
    #expect(Failure.errors(known).count == 1)
  }

  @Test(
    arguments: [
      (28, PipelineError.Exit.io), (27, .io), (5, .io), (13, .cannotCreate), (2, .cannotCreate), (11, .tryAgain),
    ]
      as [(Int32, PipelineError.Exit)])
  func fileFailures(errno: Int32, exit: PipelineError.Exit) {
    let failure = error(FileFailure(operation: "write", path: "/x", errno: errno))
    #expect((failure.code, failure.exit, failure.place) == (622, exit, "/x"))
  }

  @Test(arguments: [
    (DatabaseError.Code.busy, PipelineError.Exit.tryAgain), (.full, .io), (.notADatabase, .data),
    (.cannotOpen, .cannotCreate),
    (.error, .software),
  ])
  func databaseErrors(code: DatabaseError.Code, exit: PipelineError.Exit) {
    let failure = error(DatabaseError(code, message: "m", sql: "SELECT 1"))
    #expect((failure.code, failure.exit, failure.place) == (630, exit, "here"))
    #expect(failure.message.contains("SELECT 1") == (exit == .software))
  }

  @Test func theWarehouseIsNamedByItsOwnErrors() {
    let full = DatabaseError(.full)
    #expect(Failure.error(full, at: "in/a.csv", warehouse: "w.sqlite").place == "w.sqlite")
    #expect(Failure.error(Odd(), at: "in/a.csv", warehouse: "w.sqlite").place == "in/a.csv")
  }

  /// Foundation wraps what the system said.
  @Test func errorsOfFoundation() {
    func wrapped(_ number: Int32) -> NSError {
      let inner = NSError(domain: NSPOSIXErrorDomain, code: Int(number))
      return NSError(
        domain: NSCocoaErrorDomain, code: CocoaError.fileWriteUnknown.rawValue, userInfo: [NSUnderlyingErrorKey: inner])
    }
    #expect((error(wrapped(ENOSPC)).code, error(wrapped(ENOSPC)).exit) == (622, .io))
    #expect(error(wrapped(EACCES)).exit == .cannotCreate)
    #expect(error(CocoaError(.fileWriteOutOfSpace)).exit == .io)
    #expect(error(CocoaError(.coderReadCorrupt)).exit == .software)
  }

  @Test func othersAreToldAsOurOwnFault() {
    #expect((error(Odd()).code, error(Odd()).exit) == (699, .software))
    let endless = error(ReadError.endlessRecord(path: "/x.csv", line: 7))
    #expect((endless.code, endless.exit, endless.place) == (621, .data, "/x.csv:7"))
  }
}
