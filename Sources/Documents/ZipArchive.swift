/// ZIP files with the same bytes for the same content: fixed date, fixed mode, no platform fields.
public enum ZipArchive {
  /// What is wrong with an archive.
  public enum Failure: Error, Equatable, Sendable {
    /// No archive, or cut short, or in a form that this reader does not know (encrypted, ZIP64).
    case notAnArchive
    /// The content of this entry does not fit its checksum or size.
    case damaged(String)
    /// A path that leads out of the archive, or the same path twice.
    case badPath(String)
    /// Above the limits of the plain format: 65,535 entries, 4 GB.
    case tooLarge
  }

  /// An archive of `entries` in the order given; UTF-8 paths with `/`, mode 0644, dated 1980-01-01.
  ///
  /// - Throws: `Failure.badPath` and `Failure.tooLarge`.
  public static func bytes(of entries: [(path: String, bytes: [UInt8])]) throws -> [UInt8] {
    try bytes(
      of: zip(entries, Deflate.compress(entries.map(\.bytes))).map { entry, packed in
        (entry.path, entry.bytes, packed.flatMap { $0.count < entry.bytes.count ? $0 : nil })
      })
  }

  /// - Parameter entries: with the deflated bytes; nil where they are stored as they are.
  static func bytes(of entries: [(path: String, bytes: [UInt8], packed: [UInt8]?)]) throws -> [UInt8] {
    guard entries.count < 0xFFFF else { throw Failure.tooLarge }
    try check(entries.map(\.path))
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let packed = entry.packed
      let content = packed ?? entry.bytes
      guard archive.count + content.count < 0xFFFF_0000, entry.bytes.count < 0xFFFF_0000 else { throw Failure.tooLarge }
      let offset = archive.count
      let name = Array(entry.path.utf8)
      var common: [UInt8] = []
      common.append(short: ZipFormat.version)
      common.append(short: ZipFormat.utf8Names)
      common.append(short: packed == nil ? ZipFormat.stored : ZipFormat.deflated)
      common.append(short: 0)
      common.append(short: ZipFormat.date1980)
      common.append(long: Int(Deflate.crc32(entry.bytes)))
      common.append(long: content.count)
      common.append(long: entry.bytes.count)
      common.append(short: name.count)
      common.append(short: 0)

      archive.append(long: ZipFormat.localHeader)
      archive += common + name + content

      directory.append(long: ZipFormat.directoryHeader)
      directory.append(short: ZipFormat.madeByUnix)
      directory += common
      directory.append(short: 0)
      directory.append(short: 0)
      directory.append(short: 0)
      directory.append(long: ZipFormat.regularFile0644)
      directory.append(long: offset)
      directory += name
    }
    let start = archive.count
    archive += directory
    archive.append(long: ZipFormat.endRecord)
    archive.append(short: 0)
    archive.append(short: 0)
    archive.append(short: entries.count)
    archive.append(short: entries.count)
    archive.append(long: directory.count)
    archive.append(long: start)
    archive.append(short: 0)
    return archive
  }

  static func check(_ paths: [String]) throws {
    var seen: Set<String> = []
    for path in paths {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      let isBad = parts.contains { $0.isEmpty || $0 == "." || $0 == ".." } || path.contains("\\") || path.contains("\0")
      guard !isBad, path.utf8.count < 0xFFFF, seen.insert(path).inserted else { throw Failure.badPath(path) }
    }
  }
}
