import Documents
import Foundation
import Testing

@Suite struct ZipIndexTests {
  private let path = NSTemporaryDirectory() + "zip-index-\(UUID().uuidString).zip"
  private let contents: [(path: String, bytes: [UInt8])] = [
    ("一.csv", Array(String(repeating: "甲,乙\n", count: 50).utf8)), ("b.csv", Array("x".utf8)), ("c/d.csv", []),
  ]

  /// The index of an archive in memory.
  private func index(_ archive: [UInt8]) throws -> ZipIndex {
    try Data(archive).write(to: URL(fileURLWithPath: path))
    defer { unlink(path) }
    return try ZipIndex(of: path)
  }

  private func failure(_ archive: [UInt8]) -> ZipIndex.Failure? {
    do {
      _ = try index(archive)
      return nil
    } catch { return error as? ZipIndex.Failure }
  }

  /// What a member holds, unpacked in pieces of `step` bytes.
  private func content(_ member: ZipIndex.Member, of archive: [UInt8], step: Int = 7) throws -> [UInt8]? {
    let packed = Array(archive[member.offset..<member.offset + member.packedSize])
    guard member.isDeflated else { return packed }
    let inflater = try Inflater(.raw)
    var (output, position) = ([UInt8](), 0)
    var room = [UInt8](repeating: 0, count: step)
    while true {
      let piece = Array(packed[position..<min(position + step, packed.count)])
      let done = try piece.withUnsafeBytes { input in
        try room.withUnsafeMutableBytes { try inflater.run(input, into: $0) }
      }
      output += room[..<done.written]
      position += done.read
      if done.isEnd { return position == packed.count ? output : nil }
      if done.read + done.written == 0 { return nil }
    }
  }

  @Test func membersAreThoseOfTheArchive() throws {
    let archive = try ZipArchive.bytes(of: contents)
    let members = try index(archive).members
    #expect(members.map { String(decoding: $0.name, as: UTF8.self) } == contents.map(\.path))
    #expect(members.map(\.isDeflated) == [true, false, false])
    #expect(members.map(\.isRegular) == [true, true, true])
    for (member, wanted) in zip(members, contents) {
      #expect(try content(member, of: archive) == wanted.bytes && member.size == wanted.bytes.count)
      var crc = CRC32()
      wanted.bytes.withUnsafeBytes { crc.add($0) }
      #expect(crc.value == member.crc)
    }
  }

  @Test func aCommentMayStandBehind() throws {
    var archive = try ZipArchive.bytes(of: contents)
    archive[archive.count - 2] = 5
    #expect(failure(archive) == .notAnArchive)
    #expect(try index(archive + Array("hello".utf8)).members.count == 3)
  }

  @Test func whatIsCutShortIsNoArchive() throws {
    let archive = try ZipArchive.bytes(of: contents)
    for count in 0..<archive.count { #expect(failure(Array(archive[..<count])) == .notAnArchive) }
    #expect(failure(Array("id,name\n1,2\n".utf8)) == .notAnArchive)
    #expect(failure(archive + [0]) == .notAnArchive)
    #expect(failure([0] + archive) == .notAnArchive)
  }

  /// Places of the headers of the second member, by their signatures.
  private func headers(_ archive: [UInt8]) -> (local: Int, directory: Int) {
    func second(_ signature: [UInt8]) -> Int {
      archive.indices.filter { archive[$0...].starts(with: signature) }[1]
    }
    return (second([0x50, 0x4B, 3, 4]), second([0x50, 0x4B, 1, 2]))
  }

  @Test func formsThatAreNotReadAreTold() throws {
    let archive = try ZipArchive.bytes(of: contents)
    let (local, directory) = headers(archive)
    let name = Array("b.csv".utf8)
    func changed(_ places: [Int], _ byte: UInt8) -> [UInt8] {
      var result = archive
      for place in places { result[place] = byte }
      return result
    }
    #expect(failure(changed([local + 6, directory + 8], 1)) == .encrypted(name))
    #expect(failure(changed([local + 8, directory + 10], 14)) == .method(name, 14))
    #expect(failure(changed([directory + 24, directory + 25, directory + 26, directory + 27], 0xFF)) == .zip64)
    let end = archive.count - 22
    #expect(failure(changed([end + 8, end + 9, end + 10, end + 11], 0xFF)) == .zip64)
    #expect(failure(changed([end + 4], 1)) == .zip64)
    let locator: [UInt8] = [0x50, 0x4B, 6, 7] + Array(repeating: 0, count: 16)
    #expect(failure(Array(archive[..<end]) + locator + Array(archive[end...])) == .zip64)
    // What directory and member say must agree: name, method, sizes, checksum.
    for place in [local + 30, local + 8, local + 14, local + 18, local + 22, local + 26, directory + 42] {
      #expect(failure(changed([place], archive[place] ^ 8)) == .contradiction(name), "\(place - local)")
    }
  }

  /// Two members that lie over each other: an archive that unpacks to more than it seems to.
  @Test func membersThatShareBytesAreRefused() throws {
    let one = try ZipArchive.bytes(of: [contents[0]])
    let end = one.count - 22
    let start = one.indices.first { one[$0...].starts(with: [0x50, 0x4B, 1, 2]) }!
    let entry = Array(one[start..<end])
    var tail = Array(one[end...])
    (tail[8], tail[10]) = (2, 2)
    let size = entry.count * 2
    (tail[12], tail[13]) = (UInt8(size & 0xFF), UInt8(size >> 8))
    #expect(failure(Array(one[..<end]) + entry + tail) == .contradiction(Array("一.csv".utf8)))
  }

  @Test func linksAndFoldersAreNoFiles() throws {
    var archive = try ZipArchive.bytes(of: [("a/b.csv", []), ("l.csv", Array("/etc/passwd".utf8))])
    let directory = headers(archive).directory
    archive[directory + 41] = 0xA1
    let members = try index(archive).members
    #expect(members.map(\.isRegular) == [true, false])
  }

  /// Whichever byte is damaged: refused, or unpacked to something that size and checksum tell, or nothing is changed.
  @Test func damageIsFound() throws {
    let archive = try ZipArchive.bytes(of: contents)
    for place in archive.indices {
      for mask in [0x01, 0x80, 0xFF] as [UInt8] {
        var spoilt = archive
        spoilt[place] ^= mask
        guard let members = try? index(spoilt).members else { continue }
        #expect(members.count == 3)
        for (member, wanted) in zip(members, contents) {
          guard let bytes = try? content(member, of: spoilt, step: 1000), bytes.count == member.size else { continue }
          var crc = CRC32()
          bytes.withUnsafeBytes { crc.add($0) }
          #expect(crc.value != member.crc || bytes == wanted.bytes, "\(place)")
        }
      }
    }
  }
}
