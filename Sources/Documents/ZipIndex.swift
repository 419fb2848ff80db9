import Foundation

/// The members of a ZIP file of any size, from its directory; their content is not looked at.
///
/// Strict, as the file may come from anywhere: what two readers could understand differently is refused.
public struct ZipIndex: Sendable {
  /// One member.
  public struct Member: Sendable, Equatable {
    /// As it stands in the archive, in whatever encoding; never a path to write to.
    public let name: [UInt8]
    public let isDeflated: Bool
    public let crc: UInt32
    public let packedSize: Int
    public let size: Int
    /// Where its packed bytes begin in the file.
    public let offset: Int
    /// False for folders and links.
    public let isRegular: Bool
  }

  /// Why an archive is not read.
  public enum Failure: Error, Equatable, Sendable {
    /// No archive, cut short, or its directory makes no sense.
    case notAnArchive
    /// Above 4 GB or 65,535 members, or split over several files.
    case zip64
    case encrypted([UInt8])
    /// Another method than stored and deflated.
    case method([UInt8], Int)
    /// Member and directory contradict each other.
    case contradiction([UInt8])
  }

  /// In the order of the directory.
  public let members: [Member]

  /// Names longer than the directory of a million files are no reason to ask for memory.
  private static let directoryLimit = 64 << 20

  /// - Throws: `Failure`; `FileFailure` where the file cannot be read.
  public init(of path: String) throws {
    let file = try RandomAccessFile(path)
    let end = try ZipIndex.endRecord(file)
    let count = end.record.short(10)
    let (size, start) = (end.record.long(12), end.record.long(16))
    if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF { throw Failure.zip64 }
    guard end.record.short(4) == 0, end.record.short(6) == 0, end.record.short(8) == count else { throw Failure.zip64 }
    guard start + size == end.offset, size <= ZipIndex.directoryLimit else { throw Failure.notAnArchive }
    let directory = try file.bytes(at: start, count: size)
    var entries: [Entry] = []
    var position = 0
    for _ in 0..<count {
      guard let entry = Entry(directory, &position) else { throw Failure.notAnArchive }
      entries.append(entry)
    }
    guard position == size else { throw Failure.notAnArchive }
    let placed = try entries.map { (entry: $0, member: try ZipIndex.member($0, file)) }
    // Members that share bytes unpack to far more than they seem to.
    var last = 0
    for (entry, member) in placed.sorted(by: { $0.entry.header < $1.entry.header }) {
      guard entry.header >= last, member.offset + member.packedSize <= start else {
        throw Failure.contradiction(entry.name)
      }
      last = member.offset + member.packedSize
    }
    members = placed.map(\.member)
  }

  /// What the directory says of a member.
  private struct Entry {
    let flags: Int
    let method: Int
    let crc: Int
    let packedSize: Int
    let size: Int
    let mode: Int
    let header: Int
    let name: [UInt8]

    init?(_ directory: [UInt8], _ position: inout Int) {
      let at = position
      guard at + ZipFormat.directorySize <= directory.count, directory.long(at) == ZipFormat.directoryHeader else {
        return nil
      }
      let (nameLength, rest) = (directory.short(at + 28), directory.short(at + 30) + directory.short(at + 32))
      guard at + ZipFormat.directorySize + nameLength + rest <= directory.count else { return nil }
      flags = directory.short(at + 8)
      method = directory.short(at + 10)
      crc = directory.long(at + 16)
      packedSize = directory.long(at + 20)
      size = directory.long(at + 24)
      // Only systems of the Unix kind leave a mode there.
      mode = directory[at + 5] == 3 ? directory.long(at + 38) >> 16 : 0
      header = directory.long(at + 42)
      name = Array(directory[at + ZipFormat.directorySize..<at + ZipFormat.directorySize + nameLength])
      position = at + ZipFormat.directorySize + nameLength + rest
    }
  }

  private static func member(_ entry: Entry, _ file: RandomAccessFile) throws -> Member {
    // Bits 6 and 13: strong encryption, a masked directory.
    guard entry.flags & (ZipFormat.encrypted | 1 << 6 | 1 << 13) == 0 else { throw Failure.encrypted(entry.name) }
    guard [entry.packedSize, entry.size, entry.header].allSatisfy({ $0 != 0xFFFF_FFFF }) else { throw Failure.zip64 }
    guard entry.method == ZipFormat.stored || entry.method == ZipFormat.deflated else {
      throw Failure.method(entry.name, entry.method)
    }
    let local = try file.bytes(at: entry.header, count: ZipFormat.localSize + entry.name.count)
    guard local.count == ZipFormat.localSize + entry.name.count, local.long(0) == ZipFormat.localHeader,
      local.short(26) == entry.name.count, Array(local[ZipFormat.localSize...]) == entry.name,
      local.short(8) == entry.method, agree(local, entry),
      entry.method == ZipFormat.deflated || entry.packedSize == entry.size
    else { throw Failure.contradiction(entry.name) }
    let kind = entry.mode & 0o170000
    return Member(
      name: entry.name, isDeflated: entry.method == ZipFormat.deflated, crc: UInt32(entry.crc),
      packedSize: entry.packedSize, size: entry.size,
      offset: entry.header + ZipFormat.localSize + entry.name.count + local.short(28),
      isRegular: entry.name.last != UInt8(ascii: "/") && (kind == 0 || kind == 0o100000))
  }

  /// Sizes and checksum of the member's own header, where they are not left to be told behind the content (bit 3).
  private static func agree(_ local: [UInt8], _ entry: Entry) -> Bool {
    let isLeft = local.short(6) & 1 << 3 != 0
    return isLeft || (local.long(14), local.long(18), local.long(22)) == (entry.crc, entry.packedSize, entry.size)
  }

  /// The record at the end, behind which only a comment may stand.
  private static func endRecord(_ file: RandomAccessFile) throws -> (record: [UInt8], offset: Int) {
    let start = max(file.count - ZipFormat.endSize - 0xFFFF - ZipFormat.locatorSize, 0)
    let tail = try file.bytes(at: start, count: file.count - start)
    var at = tail.count - ZipFormat.endSize
    while at >= 0 {
      if tail.long(at) == ZipFormat.endRecord, at + ZipFormat.endSize + tail.short(at + 20) == tail.count {
        let locator = at - ZipFormat.locatorSize
        if locator >= 0, tail.long(locator) == ZipFormat.locator { throw Failure.zip64 }
        return (Array(tail[at..<at + ZipFormat.endSize]), start + at)
      }
      at -= 1
    }
    throw Failure.notAnArchive
  }
}
