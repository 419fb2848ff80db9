/// Reads the language that rules are written in: that of regular expressions, bounded everywhere, with names for words.
///
/// `(甲|乙)` one of, `?` perhaps, `{0,6}` so often, `[甲乙]` `[^甲乙]` one character, `.` one of the sentence, `\c` one of the
/// clause, `\d` `\h` `\a` a digit, a Han character, a letter, `^` `$` where a clause begins and ends, `(?=…)` `(?!…)`
/// `(?<=…)` `(?<!…)` what stands around, `<名称>` words that have a name. Blanks are for the eye.
struct PatternParser {
  /// How often a part may be repeated, and how long a run may be.
  static let mostRepeats = 4
  static let longestRun = 40

  private let text: [Unicode.Scalar]
  private let words: [String: PatternNode]
  private let fold: CharacterFold
  private var at = 0

  /// - Throws: `PatternError`.
  static func parse(_ text: String, words: [String: PatternNode], fold: CharacterFold) throws -> PatternNode {
    var parser = PatternParser(text: Array(text.unicodeScalars), words: words, fold: fold)
    let node = try parser.choice()
    guard parser.peek == nil else { throw parser.wrong("多了一个 )", "删去, 或在前面补上 (") }
    return node
  }

  private init(text: [Unicode.Scalar], words: [String: PatternNode], fold: CharacterFold) {
    self.text = text
    self.words = words
    self.fold = fold
  }

  private var peek: Unicode.Scalar? { at < text.count ? text[at] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    at += 1
    return true
  }

  private func wrong(_ message: String, _ remedy: String) -> PatternError {
    PatternError(column: at + 1, message: message, remedy: remedy)
  }

  private mutating func choice() throws -> PatternNode {
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws -> PatternNode {
    var nodes: [PatternNode] = []
    while let next = peek, next != "|", next != ")" {
      if next == " " {
        at += 1
      } else {
        nodes += try quantified(try atom())
      }
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func quantified(_ node: PatternNode) throws -> [PatternNode] {
    if take("?") { return [.optional(node)] }
    guard peek == "{" else {
      guard peek != "*", peek != "+" else { throw wrong("次数没有上限", "写成 {0,6} 一类") }
      return [node]
    }
    at += 1
    let least = try number()
    let most = take(",") ? try number() : least
    guard take("}"), least <= most, most > 0 else { throw wrong("次数写错了", "写成 {2} 或 {0,6}") }
    let set: PatternSet
    switch node {
    case .set(let own): set = own
    case .character(let value): set = PatternSet(characters: [value])
    default:
      guard most <= PatternParser.mostRepeats else {
        throw wrong("一段最多重复 \(PatternParser.mostRepeats) 次", "写小一些")
      }
      let tail = (least..<most).reduce(nil as PatternNode?) { rest, _ in
        .optional(rest.map { .sequence([node, $0]) } ?? node)
      }
      return Array(repeating: node, count: least) + (tail.map { [$0] } ?? [])
    }
    guard most <= PatternParser.longestRun else {
      throw wrong("一串最多 \(PatternParser.longestRun) 个字", "写小一些")
    }
    return [.span(set, least: least, most: most)]
  }

  private mutating func number() throws -> Int {
    var digits = ""
    while let next = peek, ("0"..."9").contains(next) {
      digits.unicodeScalars.append(next)
      at += 1
    }
    guard let value = Int(digits) else { throw wrong("这里应为一个数", "写成 {2} 或 {0,6}") }
    return value
  }

  private mutating func atom() throws -> PatternNode {
    guard let next = peek else { return .sequence([]) }
    at += 1
    switch next {
    case "(": return try group()
    case "[": return .set(try set())
    case ".": return .set(.inSentence)
    case "^": return .clauseStart
    case "$": return .clauseEnd
    case "<": return try named()
    case "\\": return try escaped()
    case "?", "*", "+", "{", "}", "]", ">":
      at -= 1
      throw wrong("\(next) 不能在这里", "要找这个字符, 写成 \\\(next)")
    default: return .character(try folded(next))
    }
  }

  private mutating func group() throws -> PatternNode {
    var look: (ahead: Bool, wanted: Bool)?
    if take("?") {
      let isAhead = !take("<")
      if take("=") {
        look = (isAhead, true)
      } else if take("!") {
        look = (isAhead, false)
      } else {
        throw wrong("(? 后面应为 = ! <= <!", "只分组的, 写成 (甲|乙)")
      }
    }
    let node = try choice()
    guard take(")") else { throw wrong("括号没有结束", "补上 )") }
    return look.map { .look(node, ahead: $0.ahead, wanted: $0.wanted) } ?? node
  }

  private mutating func named() throws -> PatternNode {
    var name = ""
    while let next = peek, next != ">" {
      name.unicodeScalars.append(next)
      at += 1
    }
    guard take(">") else { throw wrong("< 没有结束", "写成 <名称>") }
    guard let node = words[name] else { throw wrong("没有叫 \(name) 的词", "先写在 words.yaml 或本文件的 words 中") }
    return node
  }

  private mutating func escaped() throws -> PatternNode {
    guard let next = peek else { throw wrong("\\ 后面没有字符", "删去") }
    at += 1
    switch next {
    case "d": return .set(.digit)
    case "h": return .set(.han)
    case "a": return .set(.letter)
    case "c": return .set(.inClause)
    default: return .character(try folded(next))
    }
  }

  private mutating func set() throws -> PatternSet {
    var set = PatternSet()
    set.isNegated = take("^")
    while let next = peek, next != "]" {
      at += 1
      guard next == "\\", let escape = peek else {
        let low = try folded(next)
        if peek == "-", at + 1 < text.count, text[at + 1] != "]", text[at + 1] != "\\" {
          at += 2
          let high = try folded(text[at - 1])
          guard low <= high else { throw wrong("\(next)-\(text[at - 1]) 次序反了", "由小到大写") }
          set.characters.formUnion(low...high)
        } else {
          set.characters.insert(low)
        }
        continue
      }
      at += 1
      switch escape {
      case "d": set.kinds |= ScreenAlphabet.Kinds.digit.rawValue
      case "h": set.kinds |= ScreenAlphabet.Kinds.han.rawValue
      case "a": set.kinds |= ScreenAlphabet.Kinds.letter.rawValue
      default: set.characters.insert(try folded(escape))
      }
    }
    guard take("]") else { throw wrong("[ 没有结束", "补上 ]") }
    return set
  }

  private func folded(_ scalar: Unicode.Scalar) throws -> UInt16 {
    guard case .character(let value) = fold.folded(scalar.value) else {
      throw PatternError(column: at, message: "这个字符在比较以前已经去掉", remedy: "删去: 空格、间隔号和图形不用写")
    }
    return value
  }
}
