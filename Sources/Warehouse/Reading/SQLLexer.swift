/// Cuts an SQL text into tokens.
struct SQLLexer {
  private let bytes: [UInt8]
  private var at = 0
  private var found: [SQLToken] = []
  /// Places of the parentheses that are open.
  private var open: [Int] = []

  init(_ sql: String) { bytes = Array(sql.utf8) }

  mutating func tokens() throws(SQLToken.Problem) -> [SQLToken] {
    while at < bytes.count { try next() }
    if let place = open.last { throw SQLToken.Problem(kind: .openParenthesis, offset: place) }
    return found
  }

  private mutating func next() throws(SQLToken.Problem) {
    let start = at
    switch bytes[at] {
    case 0x09...0x0D, UInt8(ascii: " "): at += 1
    case UInt8(ascii: "-") where byte(at + 1) == UInt8(ascii: "-"):
      while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
    case UInt8(ascii: "/") where byte(at + 1) == UInt8(ascii: "*"): try comment()
    case UInt8(ascii: "'"): try quoted(.string, closing: UInt8(ascii: "'"))
    case UInt8(ascii: "\""): try quoted(.name, closing: UInt8(ascii: "\""))
    case UInt8(ascii: "`"): try quoted(.name, closing: UInt8(ascii: "`"))
    case UInt8(ascii: "["): try quoted(.name, closing: UInt8(ascii: "]"))
    case UInt8(ascii: ":"):
      at += 1
      skipWord()
      add(.parameter, start, start + 1..<at)
    case UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "#"):
      throw SQLToken.Problem(kind: .parameter, offset: at)
    case UInt8(ascii: ";"): throw SQLToken.Problem(kind: .semicolon, offset: at)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while at < bytes.count, SQLLexer.isWord(bytes[at]) || bytes[at] == UInt8(ascii: ".") { at += 1 }
      add(.number, start, start..<at)
    case let byte where SQLLexer.isWord(byte):
      skipWord()
      add(.word, start, start..<at)
    default: try symbol()
    }
  }

  private mutating func symbol() throws(SQLToken.Problem) {
    let byte = bytes[at]
    if byte == UInt8(ascii: "(") { open.append(at) }
    if byte == UInt8(ascii: ")"), open.popLast() == nil {
      throw SQLToken.Problem(kind: .closingParenthesis, offset: at)
    }
    at += 1
    add(.symbol, at - 1, at - 1..<at)
  }

  private mutating func comment() throws(SQLToken.Problem) {
    let start = at
    at += 2
    while at + 1 < bytes.count {
      if bytes[at] == UInt8(ascii: "*"), bytes[at + 1] == UInt8(ascii: "/") {
        at += 2
        return
      }
      at += 1
    }
    throw SQLToken.Problem(kind: .unterminated, offset: start)
  }

  private mutating func quoted(_ kind: SQLToken.Kind, closing: UInt8) throws(SQLToken.Problem) {
    let start = at
    var text: [UInt8] = []
    at += 1
    while at < bytes.count {
      if bytes[at] == closing {
        // `[` ends at the first `]`; the others may be doubled.
        guard byte(at + 1) == closing, closing != UInt8(ascii: "]") else {
          at += 1
          found.append(SQLToken(kind: kind, text: String(decoding: text, as: UTF8.self), range: start..<at))
          return
        }
        at += 1
      }
      text.append(bytes[at])
      at += 1
    }
    throw SQLToken.Problem(kind: .unterminated, offset: start)
  }

  private mutating func skipWord() { while at < bytes.count, SQLLexer.isWord(bytes[at]) { at += 1 } }

  private mutating func add(_ kind: SQLToken.Kind, _ start: Int, _ text: Range<Int>) {
    found.append(SQLToken(kind: kind, text: String(decoding: bytes[text], as: UTF8.self), range: start..<at))
  }

  private func byte(_ place: Int) -> UInt8? { place < bytes.count ? bytes[place] : nil }

  /// As SQLite has it: letters, digits, `_`, `$` and all that is not ASCII.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "$"), 0x80...0xFF:
      true
    default: false
    }
  }
}
