import Documents
import Foundation
import TestSupport
import Testing

@testable import Stages

/// Every byte of an edition is guarded.
@Suite struct EditionSealTests {
  private let scratch: TestFolder
  private let key = SigningKey()
  private let edition: PublishedEdition

  init() throws {
    scratch = try TestFolder()
    let material = Provenance.Material(
      inputs: [.init(source: "s", file: "a.csv", sha256: "00", rows: 3)], codeLists: ["regions.csv": "11"])
    // Each flipped bit has the whole edition read and packed again: pages with a short style sheet are enough for it.
    let templates = try scratch.templates(changing: "style.css") { _ in "" }
    edition = try Publisher(templates: TemplateSet(folder: templates), material: material, key: key)
      .publish(FixtureBulletin.make(), language: .zh, to: scratch.path + "/bulletin")
  }

  private func problems(_ path: String) throws -> [String] {
    try EditionCheck(path: path, key: try key.verifyingKey()).problems
  }

  @Test func oneFlippedBitAnywhereIsFound() throws {
    #expect(try problems(edition.path) == [])
    #expect(edition.files.contains("edition.json") && edition.files.contains("SHA256SUMS.sig"))
    for name in edition.files {
      let path = "\(edition.path)/\(name)"
      let bytes = try FileTree.bytes(of: path)
      let ends = Array(0..<min(12, bytes.count)) + Array(max(0, bytes.count - 30)..<bytes.count)
      for (turn, place) in (ends + [bytes.count / 3, bytes.count / 2]).enumerated()
      where turn % 3 == 0 || bytes.count < 200 {
        var changed = bytes
        changed[place] ^= 1 << UInt8(turn % 8)
        try Data(changed).write(to: URL(fileURLWithPath: path))
        #expect(try !problems(edition.path).isEmpty, "\(name) \(place)")
      }
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
    #expect(try problems(edition.path) == [])
  }

  /// Headers, contents, directory, and the bits behind the end of a packed member.
  @Test func oneFlippedBitInTheArchiveIsFound() throws {
    let name = try #require(edition.files.last)
    let bytes = try FileTree.bytes(of: "\(edition.path)/\(name)")
    let path = "\(scratch.path)/x.zip"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    #expect(try problems(path) == [])
    let directory = Int(bytes[bytes.count - 6]) | Int(bytes[bytes.count - 5]) << 8 | Int(bytes[bytes.count - 4]) << 16
    let places =
      Array(0..<60) + stride(from: directory, to: bytes.count, by: 7)
      + stride(from: 61, to: directory, by: directory / 40)
      + [directory - 1]
    for place in places {
      for bit in place == directory - 1 ? [7] : [place % 8] {
        var changed = bytes
        changed[place] ^= 1 << UInt8(bit)
        try Data(changed).write(to: URL(fileURLWithPath: path))
        #expect(try !problems(path).isEmpty, "\(place) of \(bytes.count)")
      }
    }
  }

  @Test func anotherKeyIsNotTheKey() throws {
    let other = try SigningKey().verifyingKey()
    #expect(try EditionCheck(path: edition.path, key: other).problems.contains { $0.contains("签名不符") })
    let unsigned = try Publisher(templates: .shipped())
      .publish(FixtureBulletin.make(), language: .zh, to: scratch.path + "/unsigned")
    #expect(try EditionCheck(path: unsigned.path, key: other).problems == ["没有签名 (SHA256SUMS.sig)"])
    let check = try EditionCheck(path: edition.path)
    #expect(check.problems == [] && check.isSigned)
  }

  /// A run without the key does not take the signature away.
  @Test func aSignatureIsKept() throws {
    let root = scratch.path + "/kept"
    let bulletin = FixtureBulletin.make()
    let signed = try Publisher(templates: .shipped(), key: key).publish(bulletin, language: .zh, to: root)
    let again = try Publisher(templates: .shipped()).publish(bulletin, language: .zh, to: root)
    #expect(again.isUnchanged && FileTree.exists("\(signed.path)/SHA256SUMS.sig"))
    #expect(try problems(signed.path) == [])
  }

  @Test func provenanceSaysWhatItWasMadeOf() throws {
    let json = String(decoding: try FileTree.bytes(of: "\(edition.path)/edition.json"), as: UTF8.self)
    for part in ["\"file\" : \"a.csv\"", "\"regions.csv\" : \"11\"", "\"revision\" : 1", "\"version\" : \"1."] {
      #expect(json.contains(part), "\(part)")
    }
    let sums = String(decoding: try FileTree.bytes(of: "\(edition.path)/SHA256SUMS"), as: UTF8.self)
    #expect(sums.contains("  edition.json\n"))
  }
}
