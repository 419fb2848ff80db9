extension ZipArchive {
  /// The entries of an archive in its own order, with every size, checksum and path checked.
  ///
  /// - Throws: `Failure` at the first damage.
  public static func entries(of archive: [UInt8]) throws -> [(path: String, bytes: [UInt8])] {
    let end = archive.count - ZipFormat.endSize
    guard end >= 0, archive.long(end) == ZipFormat.endRecord, archive.short(end + 20) == 0 else {
      throw Failure.notAnArchive
    }
    let count = archive.short(end + 10)
    var position = archive.long(end + 16)
    guard position + archive.long(end + 12) == end else { throw Failure.notAnArchive }
    var entries: [(path: String, bytes: [UInt8])] = []
    for _ in 0..<count {
      guard position + ZipFormat.directorySize <= end, archive.long(position) == ZipFormat.directoryHeader else {
        throw Failure.notAnArchive
      }
      let header = Header(archive, position)
      position += ZipFormat.directorySize
      guard position + header.nameLength <= end else { throw Failure.notAnArchive }
      let path = String(decoding: archive[position..<position + header.nameLength], as: UTF8.self)
      position += header.nameLength + header.extraLength + header.commentLength
      entries.append((path, try content(of: header, path, in: archive)))
    }
    guard position == end else { throw Failure.notAnArchive }
    try check(entries.map(\.path))
    return entries
  }

  /// True where `archive` is, to the byte, as `bytes(of:)` writes its entries: then no bit of it was changed, not even
  /// one that means nothing.
  ///
  /// Another version of zlib may pack the same bytes in another way; that alone is no change.
  ///
  /// - Throws: `Failure` where it is damaged.
  public static func isExact(_ archive: [UInt8]) throws -> Bool {
    var isExact = true
    var position = archive.long(archive.count - ZipFormat.endSize + 16)
    let entries = try entries(of: archive).map { entry in
      let header = Header(archive, position)
      position += ZipFormat.directorySize + header.nameLength + header.extraLength + header.commentLength
      let name = header.offset + ZipFormat.localSize
      let start = name + archive.short(header.offset + 26) + archive.short(header.offset + 28)
      let packed = Array(archive[start..<start + header.packedSize])
      guard header.method == ZipFormat.deflated else { return (entry.path, entry.bytes, nil as [UInt8]?) }
      if !Deflate.hasBlankEnd(packed, size: header.size) { isExact = false }
      return (entry.path, entry.bytes, packed)
    }
    return try isExact && bytes(of: entries) == archive
  }

  private struct Header {
    let flags: Int
    let method: Int
    let crc: Int
    let packedSize: Int
    let size: Int
    let nameLength: Int
    let extraLength: Int
    let commentLength: Int
    let offset: Int

    init(_ archive: [UInt8], _ at: Int) {
      flags = archive.short(at + 8)
      method = archive.short(at + 10)
      crc = archive.long(at + 16)
      packedSize = archive.long(at + 20)
      size = archive.long(at + 24)
      nameLength = archive.short(at + 28)
      extraLength = archive.short(at + 30)
      commentLength = archive.short(at + 32)
      offset = archive.long(at + 42)
    }
  }

  private static func content(of header: Header, _ path: String, in archive: [UInt8]) throws -> [UInt8] {
    let local = header.offset
    guard header.flags & ZipFormat.encrypted == 0, local + ZipFormat.localSize <= archive.count,
      archive.long(local) == ZipFormat.localHeader
    else { throw Failure.damaged(path) }
    let name = local + ZipFormat.localSize
    let start = name + archive.short(local + 26) + archive.short(local + 28)
    let end = start + header.packedSize
    // Deflate packs at most about 1:1032; a larger claim is damage, not a reason to ask for that much memory.
    guard end <= archive.count, header.size <= header.packedSize * 1100 + 64,
      Array(path.utf8) == Array(archive[name..<min(start, name + archive.short(local + 26))])
    else { throw Failure.damaged(path) }
    let packed = Array(archive[start..<end])
    let bytes =
      switch header.method {
      case ZipFormat.stored: packed
      case ZipFormat.deflated: Deflate.expand(packed, size: header.size) ?? []
      default: throw Failure.damaged(path)
      }
    guard bytes.count == header.size, Int(Deflate.crc32(bytes)) == header.crc else { throw Failure.damaged(path) }
    return bytes
  }
}
