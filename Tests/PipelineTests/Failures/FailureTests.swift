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
    let known = PipelineError(.emptyPeriod, .data, at: "x", "m", remedy: "r")
    #expect(error(known).description == "x: m。r [TF401]")
    #expect(Failure.errors(known).count == 1)
  }

  @Test(
    arguments: [
      (28, .fileFailure, .io), (27, .fileFailure, .io), (5, .fileFailure, .io), (13, .fileFailure, .cannotCreate),
      (2, .fileFailure, .cannotCreate), (11, .anotherRun, .tryAgain),
    ] as [(Int32, ErrorCode, PipelineError.Exit)])
  func fileFailures(errno: Int32, code: ErrorCode, exit: PipelineError.Exit) {
    let failure = error(FileFailure(operation: "write", path: "/x", errno: errno))
    #expect((failure.code, failure.exit, failure.place) == (code, exit, "/x"))
  }

  @Test(
    arguments: [
      (.busy, .lockedWarehouse, .tryAgain), (.full, .warehouseFailure, .io),
      (.notADatabase, .damagedWarehouse, .data), (.cannotOpen, .warehouseFailure, .cannotCreate),
      (.error, .internalError, .software),
    ] as [(DatabaseError.Code, ErrorCode, PipelineError.Exit)])
  func databaseErrors(result: DatabaseError.Code, code: ErrorCode, exit: PipelineError.Exit) {
    let failure = error(DatabaseError(result, message: "m", sql: "SELECT 1"))
    #expect((failure.code, failure.exit, failure.place) == (code, exit, "here"))
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
    #expect((error(wrapped(ENOSPC)).code, error(wrapped(ENOSPC)).exit) == (.fileFailure, .io))
    #expect(error(wrapped(EACCES)).exit == .cannotCreate)
    #expect(error(CocoaError(.fileWriteOutOfSpace)).exit == .io)
    #expect(error(CocoaError(.coderReadCorrupt)).exit == .software)
  }

  @Test func othersAreToldAsOurOwnFault() {
    #expect((error(Odd()).code, error(Odd()).exit) == (.internalError, .software))
    let endless = error(ReadError.endlessRecord(path: "/x.csv", line: 7))
    #expect((endless.code, endless.exit, endless.place) == (.endlessLine, .data, "/x.csv:7"))
  }
}
