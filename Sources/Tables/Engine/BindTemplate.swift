/// An SQL text cut at its named parameters, so that they can be renamed: each period of a scan has its own `:start`.
///
/// A lexer of what SQL may hold parameters in: literals, quoted names and comments are left alone.
struct BindTemplate: Sendable {
  private enum Piece: Sendable {
    case text(String)
    case bind(String)
  }

  private var pieces: [Piece] = []

  init(_ sql: String) {
    let bytes = Array(sql.utf8)
    var (start, at) = (0, 0)
    func text(_ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
        at = BindTemplate.end(of: bytes[at], in: bytes, from: at + 1)
      case UInt8(ascii: "["):
        at = BindTemplate.end(of: UInt8(ascii: "]"), in: bytes, from: at + 1)
      case UInt8(ascii: "-") where at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "-"):
        while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
      case UInt8(ascii: "/") where at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "*"):
        at += 2
        while at < bytes.count, !(bytes[at] == UInt8(ascii: "/") && bytes[at - 1] == UInt8(ascii: "*")) { at += 1 }
        at += 1
      case UInt8(ascii: ":") where at + 1 < bytes.count && BindTemplate.isName(bytes[at + 1]):
        pieces.append(.text(text(at)))
        start = at + 1
        at = start
        while at < bytes.count, BindTemplate.isName(bytes[at]) { at += 1 }
        pieces.append(.bind(text(at)))
        start = at
      default: at += 1
      }
    }
    pieces.append(.text(text(bytes.count)))
  }

  /// The parameters without their colon, each once.
  var names: Set<String> {
    Set(pieces.compactMap { if case .bind(let name) = $0 { name } else { nil } })
  }

  /// The text with other names for the parameters.
  func renamed(_ rename: (String) -> String) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .bind(let name): ":" + rename(name)
      }
    }.joined()
  }

  /// Behind the closing quote, which is written twice within; the end of the text where there is none.
  private static func end(of quote: UInt8, in bytes: [UInt8], from start: Int) -> Int {
    var at = start
    while at < bytes.count {
      guard bytes[at] == quote else {
        at += 1
        continue
      }
      guard at + 1 < bytes.count, bytes[at + 1] == quote, quote != UInt8(ascii: "]") else { return at + 1 }
      at += 2
    }
    return at
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
      || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte >= 0x80
  }
}
