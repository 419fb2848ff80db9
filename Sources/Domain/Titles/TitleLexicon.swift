/// All words of the tables in one tree, so that a title is looked through once. A class: every job of a title refers to
/// it, and a copy would count the readers of each array.
final class TitleLexicon: Sendable {
  /// What a text is, by its number in the tree. A text may be several things: 主管 is a rank and a head.
  struct Word: Sendable {
    var term: Int32 = -1
    var head: Int32 = -1
    /// Part of terms with `*`.
    var part: Int32 = -1
    var isNoise = false
    var isPlace = false
    var isRankBefore = false
    var isRankBehind = false
    var isAppeal = false
  }

  /// A term with `*`: its parts in order.
  struct Pattern: Sendable {
    let parts: [Int32]
    let term: Int32
  }

  let trie: TitleTrie
  let words: [Word]
  let terms: [TitleTerm]
  let heads: [TitleHead]
  /// Last part -> the patterns that end with it.
  let patterns: [[Pattern]]

  init(_ tables: TitleTables) {
    var trie = TitleTrie()
    var words: [Word] = []
    func add(_ text: String, _ change: (inout Word) -> Void) {
      let number = trie.insert(TitleText.scalars(of: text))
      if number == words.count { words.append(Word()) }
      change(&words[number])
    }
    var patterns: [[Pattern]] = []
    var partNumbers: [String: Int32] = [:]
    for (place, term) in tables.terms.enumerated() {
      guard term.text.contains("*") else {
        add(term.text) { $0.term = Int32(place) }
        continue
      }
      let parts = term.text.split(separator: "*").map { part -> Int32 in
        let number = partNumbers[String(part)] ?? Int32(partNumbers.count)
        partNumbers[String(part)] = number
        add(String(part)) { $0.part = number }
        return number
      }
      while patterns.count < partNumbers.count { patterns.append([]) }
      patterns[Int(parts[parts.count - 1])].append(Pattern(parts: parts, term: Int32(place)))
    }
    for (place, head) in tables.heads.enumerated() { add(head.text) { $0.head = Int32(place) } }
    for word in tables.noise { add(word) { $0.isNoise = true } }
    for place in tables.places { add(place) { $0.isPlace = true } }
    for word in tables.ranksBefore { add(word) { $0.isRankBefore = true } }
    for word in tables.ranksBehind { add(word) { $0.isRankBehind = true } }
    for word in TitleLexicon.appeals { add(word) { $0.isAppeal = true } }
    self.trie = trie
    self.words = words
    self.patterns = patterns
    terms = tables.terms
    heads = tables.heads
  }

  /// The term with a number of the tree; nil where that text is none.
  func term(_ word: Int) -> TitleTerm? { words[word].term < 0 ? nil : terms[Int(words[word].term)] }

  /// What calls for applicants: the job stands behind it.
  private static let appeals = ["招聘", "诚聘", "急聘", "高薪聘请", "诚招", "急招", "直招", "聘", "招"]

  /// Whether a scalar is one that every appeal ends with or has second to last.
  static func mayAppeal(_ scalar: UInt32) -> Bool { scalar == 0x62DB || scalar == 0x8058 }
}

/// A text of the tables within a title.
struct TitleMatch {
  let start: Int
  let end: Int
  let word: Int
}
