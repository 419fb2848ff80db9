import Documents
import Domain
import TestSupport
import Testing

@testable import Stages

@Suite struct ZipExportsTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func exports(_ entries: [(path: String, bytes: [UInt8])]) throws -> ZipExports {
    try ZipExports(of: folder.write(ZipArchive.bytes(of: entries), "x.zip"))
  }

  private func text(_ export: Export, step: Int = 4096) throws -> String {
    let stream = try export.open()
    return String(decoding: try all(step: step) { try stream.read(into: $0) }, as: UTF8.self)
  }

  @Test(arguments: [1, 4096]) func membersInTheOrderOfTheirNames(step: Int) throws {
    let long = String(repeating: "甲乙丙\n", count: 2000)
    let archive = try exports([
      ("b.csv", Array("bb".utf8)), ("岗位.CSV", Array(long.utf8)), ("a/z.csv", []), ("B.txt", Array("B".utf8)),
    ])
    #expect(archive.others == [] && archive.count == 4)
    let all = (1...4).map { archive.export($0, archiveDigest: "ab") }
    #expect(try all.map { try text($0, step: step) } == ["B", "", "bb", long])
    #expect(all.map(\.name) == ["x.zip#1", "x.zip#2", "x.zip#3", "x.zip#4"])
    #expect(all[3].place == "\(folder.path)/x.zip#4 (岗位.CSV)")
    #expect(all[3].expectedBytes == long.utf8.count)
    #expect(archive.digests(archiveDigest: "ab") == (1...4).map { "ab#\($0)" })
    #expect(try all[1].open().digest == "ab#2")
    try archive.verify()
  }

  @Test func whatSystemsAddIsLeftOutAndTheRestIsTold() throws {
    let archive = try exports([
      ("__MACOSX/._a.csv", [1]), (".DS_Store", [1]), ("d/.hidden.csv", [1]), ("~$a.csv", [1]), ("Thumbs.db", [1]),
      ("说明.docx", [1]), ("inner.zip", [1]), ("a.csv", [1]), ("a.csv.gz", [1]),
    ])
    #expect(archive.count == 1 && archive.others == ["说明.docx", "inner.zip", "a.csv.gz"])
    let error = #expect(throws: PipelineError.self) { try exports([("说明.docx", [1])]) }
    #expect(error?.code == .zipWithoutTable)
  }

  /// Nothing is taken of an archive of which one member is damaged, so all are read first.
  @Test func damageInAnyMemberIsFoundBeforehand() throws {
    let entries: [(path: String, bytes: [UInt8])] = [
      ("a.csv", Array("aaaa".utf8)), ("b.csv", Array(String(repeating: "b,b\n", count: 300).utf8)),
    ]
    let archive = try ZipArchive.bytes(of: entries)
    let start = try ZipIndex(of: try folder.write(archive, "x.zip")).members
    for member in start {
      for offset in 0..<member.packedSize {
        var spoilt = archive
        spoilt[member.offset + offset] ^= 0x10
        let error = #expect(throws: PipelineError.self) {
          try ZipExports(of: folder.write(spoilt, "x.zip")).verify()
        }
        #expect(error?.code == .damagedMember && error?.exit == .data)
        #expect(error?.place.contains("x.zip#") == true)
      }
    }
  }

  /// Sizes that local header and directory agree on, and that are wrong.
  @Test(arguments: [(18, -1), (22, -1), (22, 1)]) func aMemberThatSaysTooLittleOrTooMuchIsRefused(
    place: Int, change: Int
  ) throws {
    var archive = try ZipArchive.bytes(of: [("b.csv", Array(repeating: 0x61, count: 5000))])
    let directory = try #require(archive.indices.first { archive[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
    for at in [place, directory + place + 2] { archive[at] = UInt8(Int(archive[at]) + change) }
    let error = try #require(throws: PipelineError.self) {
      try ZipExports(of: folder.write(archive, "x.zip")).verify()
    }
    #expect(error.code == .damagedMember)
  }

  @Test func aBombIsRefusedByWhatItSaysOfItself() throws {
    let archive = try exports([("a.csv", [UInt8](repeating: 0x2C, count: 2_000_000))])
    let error = #expect(throws: PipelineError.self) {
      try archive.verify(limits: UnpackLimits(ratio: 100, free: 1_000_000))
    }
    #expect(error?.code == .unpackedTooLarge && error?.message.contains("2000000 字节") == true)
    #expect(throws: PipelineError.self) { try archive.verify(limits: UnpackLimits(total: 1_999_999)) }
    try archive.verify(limits: UnpackLimits(total: 2_000_000, ratio: 100))
  }

  @Test func oneThatIsNoArchiveIsRefused() throws {
    let path = try folder.write(Array("id,name\n".utf8), "x.zip")
    let error = #expect(throws: PipelineError.self) { try ZipExports(of: path) }
    #expect(error?.code == .damagedZip && error?.place == path)
  }
}
