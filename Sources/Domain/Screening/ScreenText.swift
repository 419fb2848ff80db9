/// A text as numbers of the alphabet, with what was left out between them and where they come from. One is reused for all
/// texts of a worker.
struct ScreenText {
  /// What was left out before a character.
  enum Break {
    static let none: UInt8 = 0
    /// A blank, or a mark within a word.
    static let blank: UInt8 = 1
    static let line: UInt8 = 2
  }

  private(set) var symbols: [UInt16] = []
  /// By character; one more for the end.
  private(set) var breaks: [UInt8] = []
  /// Where each character begins in the text; one more for its end.
  private(set) var offsets: [Int32] = []

  /// Characters in use; the arrays are longer.
  private(set) var count = 0

  /// Longest text that is looked at, in bytes: the longest that a dataset keeps is far below.
  static let limit = 1 << 20

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ alphabet: ScreenAlphabet) {
    let end = min(bytes.count, ScreenText.limit)
    if symbols.count < end { grow(to: end) }
    var filled = 0
    alphabet.table.withUnsafeBufferPointer { table in
      alphabet.kinds.withUnsafeBufferPointer { kinds in
        symbols.withUnsafeMutableBufferPointer { symbols in
          breaks.withUnsafeMutableBufferPointer { breaks in
            offsets.withUnsafeMutableBufferPointer { offsets in
              filled = ScreenText.fill(bytes, end, table, kinds, symbols, breaks, offsets)
            }
          }
        }
      }
    }
    count = filled
  }

  private mutating func grow(to size: Int) {
    symbols = [UInt16](repeating: 0, count: size + 1)
    breaks = [UInt8](repeating: 0, count: size + 1)
    offsets = [Int32](repeating: 0, count: size + 1)
  }

  private static func fill(
    _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int, _ table: UnsafeBufferPointer<UInt16>,
    _ kinds: UnsafeBufferPointer<ScreenAlphabet.Kinds>, _ symbols: UnsafeMutableBufferPointer<UInt16>,
    _ breaks: UnsafeMutableBufferPointer<UInt8>, _ offsets: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    var (at, count) = (0, 0)
    var pending = Break.none
    // Stars in a row, which are what masking leaves of a number.
    var stars = 0
    // Where the line at hand begins: a text that stands upright has one character a line.
    var line = 0
    while at < end {
      let start = at
      let byte = bytes[at]
      var symbol: UInt16
      if byte < 0x80 {
        symbol = table[Int(byte)]
        at += 1
      } else if byte >= 0xE0, byte < 0xF0, at + 2 < end {
        symbol = table[Int(byte & 0x0F) << 12 | Int(bytes[at + 1] & 0x3F) << 6 | Int(bytes[at + 2] & 0x3F)]
        at += 3
      } else if byte >= 0xC0, byte < 0xE0, at + 1 < end {
        symbol = table[Int(byte & 0x1F) << 6 | Int(bytes[at + 1] & 0x3F)]
        at += 2
      } else {
        symbol = ScreenAlphabet.blank
        at += byte >= 0xF0 ? min(4, end - at) : 1
      }
      if byte == 0x2A {
        stars += 1
        if stars == 4 { symbol = table[0x2A] } else { continue }
      } else if stars > 0 {
        if stars < 4, pending == Break.none { pending = Break.blank }
        stars = 0
      }
      if symbol >= ScreenAlphabet.lineBreak {
        if symbol == ScreenAlphabet.lineBreak {
          pending = max(pending, count - line == 1 ? Break.blank : Break.line)
          line = count
        }
        if symbol == ScreenAlphabet.blank, pending == Break.none { pending = Break.blank }
        continue
      }
      let kind = kinds[Int(symbol)]
      // A mark between two Han characters is as good as a blank.
      if kind.contains(.han), count >= 2, symbols[count - 1] != ScreenAlphabet.gap,
        kinds[Int(symbols[count - 1])].contains(.joiner), symbols[count - 1] != table[0x2A],
        kinds[Int(symbols[count - 2])].contains(.han)
      {
        count -= 1
        pending = max(max(pending, breaks[count]), Break.blank)
      }
      if pending != Break.none, kind.contains(.digit), count > 0, kinds[Int(symbols[count - 1])].contains(.digit) {
        symbols[count] = ScreenAlphabet.gap
        breaks[count] = Break.none
        offsets[count] = Int32(start)
        count += 1
      }
      symbols[count] = symbol
      breaks[count] = pending
      offsets[count] = Int32(start)
      pending = Break.none
      count += 1
    }
    breaks[count] = Break.line
    offsets[count] = Int32(end)
    return count
  }

  /// Gives what runs patterns over the text.
  func withMatcher(_ screener: Screener, _ body: (PatternMatcher) -> Void) {
    symbols.withUnsafeBufferPointer { symbols in
      breaks.withUnsafeBufferPointer { breaks in
        screener.alphabet.kinds.withUnsafeBufferPointer { kinds in
          screener.sets.withUnsafeBufferPointer { sets in
            screener.steps.withUnsafeBufferPointer { steps in
              screener.firsts.withUnsafeBufferPointer { firsts in
                body(
                  PatternMatcher(
                    symbols: symbols, breaks: breaks, kinds: kinds, sets: sets, steps: steps, firsts: firsts,
                    count: count))
              }
            }
          }
        }
      }
    }
  }
}
