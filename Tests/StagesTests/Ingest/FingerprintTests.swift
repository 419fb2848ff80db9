import Domain
import Foundation
import TestSupport
import Testing

@testable import Stages

@Suite struct FingerprintTests {
  /// FIPS 180-2, appendix B.1.
  @Test func knownDigest() throws {
    let folder = try TestFolder()
    let fingerprint = try Fingerprint(of: folder.write(Array("abc".utf8)))
    #expect(fingerprint.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(fingerprint.stamp.bytes == 3)
  }

  @Test func changeIsNoticed() throws {
    let folder = try TestFolder()
    let path = try folder.write(Array("abc".utf8))
    let fingerprint = try Fingerprint(of: path)
    #expect(fingerprint.stamp.stillHolds(for: path))
    _ = try folder.write(Array("abcd".utf8))
    #expect(!fingerprint.stamp.stillHolds(for: path))
    #expect(!fingerprint.stamp.stillHolds(for: "\(folder.path)/gone.csv"))
  }

  @Test func ageOfAFileFromAClockAhead() throws {
    let folder = try TestFolder()
    let path = try folder.write([1])
    func age(modified seconds: Double) throws -> Double {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: seconds)], ofItemAtPath: path)
      return Fingerprint.age(of: path)
    }
    #expect((99.0...110).contains(try age(modified: -100)))
    #expect((0.0...10).contains(try age(modified: 3600)))
  }

  @Test func readingCanBeGivenUp() throws {
    struct Enough: Error {}
    let folder = try TestFolder()
    let path = try folder.write(Array("abc".utf8))
    #expect(throws: Enough.self) { try Fingerprint(of: path) { throw Enough() } }
  }

  @Test func missingFileIsAnError() {
    let error = #expect(throws: PipelineError.self) { try Fingerprint(of: "/nowhere/a.csv") }
    #expect(error?.exit == .noInput)
  }
}
