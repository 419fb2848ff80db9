import Glibc

/// Why a file cannot be a table in text form.
public enum NotText: Error, Equatable, Sendable {
  case empty
  case excelBinary
  case zipContainer
  case gzip
  case utf16
  case binary
}

/// Finds out encoding, delimiter and newline from the first bytes of a file.
public enum DialectSniffer {
  /// Bytes of the file's start that are looked at.
  public static let sampleSize = 1 << 20

  /// - Parameters:
  ///   - encoding, delimiter: what the source file sets; nil to detect.
  public static func sniff(
    _ sample: [UInt8], encoding: TextEncoding? = nil, delimiter: UInt8? = nil
  ) throws(NotText) -> Dialect {
    try refuse(sample)
    var dialect = Dialect()
    if sample.starts(with: [0xEF, 0xBB, 0xBF]) { dialect.byteOrderMark = 3 }
    let body = Array(sample[dialect.byteOrderMark...])
    if !body.contains(.lineFeed), body.contains(.carriageReturn) { dialect.newline = .carriageReturn }
    let lines = body.split(separator: dialect.newline)
    dialect.encoding =
      encoding ?? (dialect.byteOrderMark > 0 ? .utf8 : likelyEncoding(lines, isCut: sample.count >= sampleSize))
    dialect.delimiter = delimiter ?? likelyDelimiter(lines.first ?? [])
    return dialect
  }

  private static func refuse(_ sample: [UInt8]) throws(NotText) {
    if sample.isEmpty { throw .empty }
    if sample.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .excelBinary }
    if sample.starts(with: [0x50, 0x4B, 0x03, 0x04]) { throw .zipContainer }
    if sample.starts(with: [0x1F, 0x8B]) { throw .gzip }
    if sample.starts(with: [0xFF, 0xFE]) || sample.starts(with: [0xFE, 0xFF]) { throw .utf16 }
    let head = sample.prefix(1 << 16)
    let controls = head.count { $0 < 0x09 || (0x0E..<0x20).contains($0) }
    // One NUL is dirt in one row; many are another kind of file.
    if controls * 100 > head.count { throw .binary }
  }

  /// The encoding under which fewer lines are broken. UTF-8 text is often legal GB18030 by chance, never the reverse.
  private static func likelyEncoding(_ lines: [ArraySlice<UInt8>], isCut: Bool) -> TextEncoding {
    // The last line of a sample may end within a character.
    let foreign = lines.dropLast(isCut && lines.count > 1 ? 1 : 0).filter { $0.contains { $0 >= 0x80 } }.prefix(2000)
    let broken = foreign.filter { !$0.withUnsafeBufferPointer { TextEncoding.utf8.isValid($0) } }
    guard broken.count * 2 > foreign.count else { return .utf8 }
    let stillBroken = broken.count { !$0.withUnsafeBufferPointer { TextEncoding.gb18030.isValid($0) } }
    return stillBroken < broken.count ? .gb18030 : .utf8
  }

  /// What stands most often in the header, outside quotes.
  private static func likelyDelimiter(_ header: ArraySlice<UInt8>) -> UInt8 {
    let candidates: [UInt8] = [.comma, UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|")]
    var counts = Array(repeating: 0, count: candidates.count)
    var isQuoted = false
    for byte in header {
      if byte == .doubleQuote { isQuoted.toggle() }
      guard !isQuoted, let place = candidates.firstIndex(of: byte) else { continue }
      counts[place] += 1
    }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }
}
