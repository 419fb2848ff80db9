/// How a delimited text file is written: what separates fields and records, and in which encoding its bytes are.
public struct Dialect: Hashable, Sendable {
  public var delimiter: UInt8
  public var quote: UInt8
  /// The byte that ends a record: LF (also for CRLF; the CR is dropped) or, in old Macintosh files, CR.
  public var newline: UInt8
  /// Before a delimiter, a quote or itself: that is text. Nil where nothing does so.
  public var escape: UInt8?
  /// The delimiter is one only before a blank or a line end: `, `.
  public var needsBlank: Bool
  public var encoding: TextEncoding
  /// Bytes of a byte order mark to skip at the start of the file.
  public var byteOrderMark: Int

  public init(
    delimiter: UInt8 = .comma, quote: UInt8 = .doubleQuote, newline: UInt8 = .lineFeed,
    escape: UInt8? = nil, needsBlank: Bool = false, encoding: TextEncoding = .utf8,
    byteOrderMark: Int = 0
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.newline = newline
    self.escape = escape
    self.needsBlank = needsBlank
    self.encoding = encoding
    self.byteOrderMark = byteOrderMark
  }
}

extension Dialect {
  /// The second byte of a character may look like a delimiter or an escape: `|` and `\\` in GB18030.
  var hasTrails: Bool { encoding == .gb18030 && (delimiter >= 0x40 || escape != nil) }

  /// What is written between two cells.
  public var separator: String { String(Unicode.Scalar(delimiter)) + (needsBlank ? " " : "") }
}

extension UInt8 {
  public static let comma: UInt8 = 0x2C
  public static let doubleQuote: UInt8 = 0x22
  public static let lineFeed: UInt8 = 0x0A
  public static let carriageReturn: UInt8 = 0x0D
}
