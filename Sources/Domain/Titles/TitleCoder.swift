/// Codes titles of jobs by tables: the same title has the same code on every machine, and each code a reason.
public struct TitleCoder: Sendable {
  public let tables: TitleTables
  let lexicon: TitleLexicon
  private let words: [Int: String]
  private let memory = TitleMemory()

  public init(_ tables: TitleTables) {
    self.tables = tables
    lexicon = TitleLexicon(tables)
    let texts = tables.terms.map(\.text) + tables.heads.map(\.text) + tables.answers.keys
    words = Dictionary(texts.map { (TitleTerm.id($0), $0) }) { first, _ in first }
  }

  /// The word of the tables that a reading rests on; nil where there is none, or where it is no more in them.
  public func word(_ reading: TitleReading) -> String? { word(reading.term) }

  /// The word of the tables with an id.
  public func word(_ id: Int) -> String? { words[id] }

  /// Changes with every table.
  public var digest: String { tables.digest }

  /// Reads the UTF-8 of a title, or remembers what it was read as.
  public func remembered(_ title: UnsafeBufferPointer<UInt8>) -> TitleReading {
    memory.reading(title) { read(String(decoding: title, as: UTF8.self)) }
  }

  /// Reads a title.
  public func read(_ title: String) -> TitleReading {
    let text = TitleText(title)
    if !tables.answers.isEmpty {
      let whole = TitleText.string(TitleText.scalars(of: title))
      if let code = tables.answers[whole] {
        return TitleReading(code: code, basis: .analyst, rule: .answer, term: TitleTerm.id(whole))
      }
    }
    // A third of all titles are terms as they stand.
    if let number = lexicon.trie.find(text.outer, 0, text.outer.count), let term = lexicon.term(number) {
      return TitleReading(code: term.code, basis: .high, rule: .entire, term: term.id)
    }
    let jobs = TitleJobs(text, lexicon)
    if let candidate = jobs.best {
      return TitleReading(
        code: candidate.code, basis: candidate.grade.basis, rule: candidate.rule, term: candidate.term)
    }
    return .none(jobs.reason)
  }
}

/// The jobs that a title names, and what the rules make of them.
struct TitleJobs {
  /// The text that was read, cut into jobs: behind an appeal, all of it, or the brackets.
  private(set) var segments: [TitleSegment] = []
  private(set) var best: TitleCandidate?
  /// Which of `segments` it comes from.
  private(set) var place = 0
  private(set) var reason = TitleBasis.empty
  private let lexicon: TitleLexicon

  init(_ text: TitleText, _ lexicon: TitleLexicon) {
    self.lexicon = lexicon
    if let tail = TitleJobs.behindAppeal(text.outer, lexicon), take(tail) { return }
    if take(text.outer) || reason == .several { return }
    let outer = (segments, reason)
    for inner in text.bracketed where take(inner) {
      if let found = best, found.grade == .high {
        best = TitleCandidate(
          code: found.code, grade: .low, rule: .bracket, term: found.term, ranges: found.ranges, score: found.score)
        return
      }
    }
    best = nil
    (segments, reason) = (outer.0, text.outer.isEmpty ? reason : outer.1)
  }

  /// What stands behind the last appeal to applicants; nil where there is none, or nothing behind it.
  private static func behindAppeal(_ text: [UInt32], _ lexicon: TitleLexicon) -> [UInt32]? {
    guard text.contains(where: TitleLexicon.mayAppeal) else { return nil }
    var last = 0
    for start in text.indices {
      lexicon.trie.each(text, from: start, to: text.count) { word, end in
        if lexicon.words[word].isAppeal, end > last, end - start > 1 { last = end }
      }
    }
    guard last > 0, last < text.count else { return nil }
    var isRank = false
    lexicon.trie.each(text, from: last, to: text.count) { word, _ in
      if lexicon.words[word].isRankBehind { isRank = true }
    }
    return isRank ? nil : Array(text[last...])
  }

  private mutating func take(_ text: [UInt32]) -> Bool {
    segments = []
    best = nil
    reason = .empty
    guard !text.isEmpty else { return false }
    var start = 0
    var pieces: [Range<Int>] = []
    for index in text.indices where TitleText.parts(text, at: index) {
      if index > start { pieces.append(start..<index) }
      start = index + 1
    }
    if start < text.count { pieces.append(start..<text.count) }
    // 店员/营业员 is a term with its mark.
    if pieces.count > 1, let whole = entire(TitleSegment(text, lexicon)) {
      (segments, best, place) = ([TitleSegment(text, lexicon)], whole, 0)
      return true
    }
    var majors: Set<Int> = []
    for piece in pieces {
      let segment = TitleSegment(pieces.count == 1 && piece.count == text.count ? text : Array(text[piece]), lexicon)
      segments.append(segment)
      let rules = TitleRules(segment, lexicon)
      guard let candidate = rules.candidate else {
        if segment.spoken > 0, !rules.isVague { reason = .unknown }
        continue
      }
      majors.insert(OccupationNumber.major(candidate.code))
      if best.map({ candidate.precedes($0) }) ?? true {
        best = candidate
        place = segments.count - 1
      }
    }
    if majors.count > 2 {
      (best, reason) = (nil, .several)
    }
    return best != nil
  }

  private func entire(_ segment: TitleSegment) -> TitleCandidate? {
    guard let number = lexicon.trie.find(segment.text, 0, segment.text.count), let term = lexicon.term(number)
    else { return nil }
    return TitleCandidate(
      code: term.code, grade: .high, rule: .entire, term: term.id, ranges: [0..<segment.text.count], score: 0)
  }
}
