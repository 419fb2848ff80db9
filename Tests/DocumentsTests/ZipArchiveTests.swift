import Documents
import Foundation
import Testing

@Suite struct ZipArchiveTests {
  private let entries: [(path: String, bytes: [UInt8])] = [
    ("a.txt", Array("hello hello hello hello hello hello".utf8)), ("empty", []), ("表/一.csv", [0xFF, 0x00, 0x01]),
    ("large", (0..<300_000).map { UInt8(truncatingIfNeeded: $0 / 7) }),
  ]

  @Test func roundTrip() throws {
    let archive = try ZipArchive.bytes(of: entries)
    let read = try ZipArchive.entries(of: archive)
    #expect(read.map(\.path) == entries.map(\.path))
    #expect(read.map(\.bytes) == entries.map(\.bytes))
    #expect(try ZipArchive.bytes(of: entries) == archive)
    #expect(archive.count < 100_000)
  }

  @Test func emptyArchive() throws {
    #expect(try ZipArchive.entries(of: try ZipArchive.bytes(of: [])).isEmpty)
  }

  /// Whichever byte is damaged, the reader throws, or the content is still the same (a date, a version).
  @Test func damageIsFound() throws {
    let few = Array(entries.prefix(3))
    let archive = try ZipArchive.bytes(of: few)
    for index in archive.indices {
      for mask in [0x01, 0x80, 0xFF] as [UInt8] {
        var spoilt = archive
        spoilt[index] ^= mask
        guard let read = try? ZipArchive.entries(of: spoilt) else { continue }
        #expect(read.map(\.path) == few.map(\.path) && read.map(\.bytes) == few.map(\.bytes), "byte \(index)")
      }
    }
  }

  @Test func cutShortIsFound() throws {
    let archive = try ZipArchive.bytes(of: entries)
    for count in [0, 1, 21, 22, archive.count / 2, archive.count - 1] {
      #expect(throws: ZipArchive.Failure.self) { try ZipArchive.entries(of: Array(archive.prefix(count))) }
    }
  }

  @Test(arguments: ["../x", "/x", "a//b", "a/", "", "a\\b", "./a"])
  func badPathIsRefused(path: String) {
    #expect(throws: ZipArchive.Failure.badPath(path)) { try ZipArchive.bytes(of: [(path, [])]) }
  }

  @Test func twiceTheSamePathIsRefused() {
    #expect(throws: ZipArchive.Failure.badPath("a")) { try ZipArchive.bytes(of: [("a", []), ("a", [])]) }
  }
}
