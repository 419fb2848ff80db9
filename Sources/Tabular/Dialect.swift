/// How a delimited text file is written: what separates fields and records, and in which encoding its bytes are.
public struct Dialect: Hashable, Sendable {
  public var delimiter: UInt8
  public var quote: UInt8
  /// The byte that ends a record: LF (also for CRLF; the CR is dropped) or, in old Macintosh files, CR.
  public var newline: UInt8
  public var encoding: TextEncoding
  /// Bytes of a byte order mark to skip at the start of the file.
  public var byteOrderMark: Int

  public init(
    delimiter: UInt8 = .comma, quote: UInt8 = .doubleQuote, newline: UInt8 = .lineFeed,
    encoding: TextEncoding = .utf8, byteOrderMark: Int = 0
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.newline = newline
    self.encoding = encoding
    self.byteOrderMark = byteOrderMark
  }
}

extension Dialect {
  /// The delimiter's byte may also be the second of a character: `|` in GB18030.
  var hasTrails: Bool { encoding == .gb18030 && delimiter >= 0x40 }
}

extension UInt8 {
  public static let comma: UInt8 = 0x2C
  public static let doubleQuote: UInt8 = 0x22
  public static let lineFeed: UInt8 = 0x0A
  public static let carriageReturn: UInt8 = 0x0D
}
