import Glibc

/// Why a file cannot be a table in text form.
public enum NotText: Error, Equatable, Sendable {
  case empty
  case excelBinary
  case zipContainer
  case gzip
  case utf16
  /// HTML, or XML.
  case html
  case json
  case binary
  /// Read as GB18030 it is of characters that hardly anybody writes.
  case foreign(EncodingGuess)
}

/// Finds out encoding, delimiter and newline from the first bytes of a file.
public enum DialectSniffer {
  /// Bytes of the file's start that are looked at.
  public static let sampleSize = 1 << 20
  /// What may separate fields where the source file does not say.
  public static let delimiters: [UInt8] = [.comma, UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|")]

  /// - Parameters:
  ///   - encoding, delimiter: what the source file sets; nil to detect.
  public static func sniff(
    _ sample: [UInt8], encoding: TextEncoding? = nil, delimiter: UInt8? = nil
  ) throws(NotText) -> Dialect {
    try refuse(sample)
    var dialect = Dialect()
    if sample.starts(with: [0xEF, 0xBB, 0xBF]) { dialect.byteOrderMark = 3 }
    let body = Array(sample[dialect.byteOrderMark...])
    dialect.newline = likelyNewline(body, delimiter)
    let lines = body.split(separator: dialect.newline)
    dialect.encoding =
      encoding ?? (dialect.byteOrderMark > 0 ? .utf8 : likelyEncoding(lines, isCut: sample.count >= sampleSize))
    if dialect.encoding == .gb18030 {
      let guess = body.withUnsafeBufferPointer { EncodingGuess(ofSupposedGB18030: $0, isSet: encoding != nil) }
      if let guess { throw .foreign(guess) }
    }
    dialect.delimiter = delimiter ?? likelyDelimiter(lines)
    return dialect
  }

  private static func refuse(_ sample: [UInt8]) throws(NotText) {
    if sample.isEmpty { throw .empty }
    if sample.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .excelBinary }
    if sample.starts(with: [0x50, 0x4B, 0x03, 0x04]) { throw .zipContainer }
    if sample.starts(with: [0x1F, 0x8B]) { throw .gzip }
    if sample.starts(with: [0xFF, 0xFE]) || sample.starts(with: [0xFE, 0xFF]) { throw .utf16 }
    try refuseMarkup(sample)
    let head = sample.prefix(1 << 16)
    let controls = head.count { $0 < 0x09 || (0x0E..<0x20).contains($0) }
    // One or two NULs are dirt in one row; many are another kind of file.
    if controls > max(2, head.count / 100) { throw .binary }
  }

  /// Under the names of tables, web pages and answers of programs come.
  private static func refuseMarkup(_ sample: [UInt8]) throws(NotText) {
    let start = sample.prefix(4096).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    let text = String(decoding: start.prefix(16), as: UTF8.self).lowercased()
    let tags = ["<!doctype", "<html", "<table", "<?xml", "<head", "<body", "<meta", "<div", "<style"]
    if tags.contains(where: text.hasPrefix) { throw .html }
    let signs = start.lazy.filter { $0 > 0x20 }.prefix(2)
    guard let first = signs.first, let second = signs.dropFirst().first else { return }
    let isObject = first == UInt8(ascii: "{") && second == .doubleQuote
    if isObject || (first == UInt8(ascii: "[") && "[{\"".utf8.contains(second)) { throw .json }
  }

  /// CR where it makes more rows as wide as the first than LF does. A file of either may hold the other: in cells, or at its
  /// end.
  private static func likelyNewline(_ body: [UInt8], _ delimiter: UInt8?) -> UInt8 {
    let isAlone = body.indices.contains { place in
      body[place] == .carriageReturn && place + 1 < body.count && body[place + 1] != .lineFeed
    }
    guard isAlone || !body.contains(.lineFeed) && body.contains(.carriageReturn) else { return .lineFeed }
    let rows = [UInt8.lineFeed, .carriageReturn].map { newline in
      let lines = body.prefix(1 << 16).split(separator: newline)
      let dialect = Dialect(delimiter: delimiter ?? likelyDelimiter(lines), newline: newline)
      return body.withUnsafeBufferPointer { buffer in
        var ends = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 1024)
        defer { ends.deallocate() }
        var index = RecordIndex(dialect)
        let widths = index.records(of: buffer, isLast: true, ends: &ends).records.filter { record in
          !buffer[record.start..<record.end].allSatisfy { $0 <= 0x20 }
        }.map { $0.fieldEnds?.count ?? 0 }
        return (like: widths.count { $0 == widths[0] }, all: widths.count)
      }
    }
    return (rows[1].like, rows[1].all) > (rows[0].like, rows[0].all) ? .carriageReturn : .lineFeed
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

  /// What stands most often in the first line that has any, outside quotes: titles above the header have none.
  private static func likelyDelimiter(_ lines: [ArraySlice<UInt8>]) -> UInt8 {
    for line in lines.prefix(30) {
      var counts = Array(repeating: 0, count: delimiters.count)
      var isQuoted = false
      for byte in line {
        if byte == .doubleQuote { isQuoted.toggle() }
        guard !isQuoted, let place = delimiters.firstIndex(of: byte) else { continue }
        counts[place] += 1
      }
      guard let most = counts.max(), most > 0 else { continue }
      return delimiters[counts.firstIndex(of: most) ?? 0]
    }
    return .comma
  }
}
