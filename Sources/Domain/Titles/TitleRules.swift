/// The rules, in their order, over one job of a title.
struct TitleRules {
  private let segment: TitleSegment
  private let lexicon: TitleLexicon

  init(_ segment: TitleSegment, _ lexicon: TitleLexicon) {
    self.segment = segment
    self.lexicon = lexicon
  }

  /// What the first rule that fires says.
  var candidate: TitleCandidate? {
    if let found = entire ?? withoutRank { return found }
    // 数据分析高级工程师: words that a rank has parted belong together.
    let kept = segment.text.indices.filter { segment.cuts[$0] != 2 }
    guard kept.count < segment.text.count, !kept.isEmpty else { return head ?? longest }
    let inner = TitleRules(TitleSegment(kept.map { segment.text[$0] }, lexicon), lexicon)
    return (inner.head ?? inner.longest).map { found in
      TitleCandidate(
        code: found.code, grade: found.grade, rule: found.rule, term: found.term,
        ranges: found.ranges.map { kept[$0.lowerBound]..<(kept[$0.upperBound - 1] + 1) }, score: found.score)
    }
  }

  /// True where what is left says no job: ranks, heads that mean nothing alone.
  var isVague: Bool {
    var covered = segment.cuts.map { $0 != 0 }
    for match in segment.matches {
      let word = lexicon.words[match.word]
      guard word.head >= 0 || word.isRankBefore || word.isRankBehind || word.isPlace || word.isAppeal else { continue }
      for index in match.start..<match.end { covered[index] = true }
    }
    return covered.allSatisfy { $0 }
  }

  // MARK: E and R

  private var entire: TitleCandidate? {
    whole(segment.rest(withoutRanks: false)).map { candidate($0, .high, .entire) }
  }

  /// The same with one rank after the other taken off.
  private var withoutRank: TitleCandidate? {
    guard segment.cuts.contains(where: { $0 > 1 }) else { return nil }
    var kept = segment.cuts.indices.filter { segment.cuts[$0] == 0 || segment.cuts[$0] == 3 }
    while true {
      if let term = whole(kept.map { segment.text[$0] }) {
        return candidate(term, term.source == .alias ? .medium : .high, .withoutRank)
      }
      guard let last = kept.last, segment.cuts[last] == 3 else { return nil }
      // A rank goes as a whole: from where it begins.
      let start = rankStart(last)
      kept.removeAll { $0 >= start }
      if kept.count < 2 { return nil }
    }
  }

  private func rankStart(_ last: Int) -> Int {
    segment.matches.filter { $0.end == last + 1 && lexicon.words[$0.word].isRankBehind && segment.cuts[$0.start] == 3 }
      .map(\.start).min() ?? last
  }

  private func whole(_ text: [UInt32]) -> TitleTerm? {
    guard !text.isEmpty, let number = lexicon.trie.find(text, 0, text.count), lexicon.words[number].term >= 0
    else { return nil }
    return lexicon.terms[Int(lexicon.words[number].term)]
  }

  private func candidate(_ term: TitleTerm, _ grade: TitleGrade, _ rule: TitleRule) -> TitleCandidate {
    TitleCandidate(
      code: term.code, grade: grade, rule: rule, term: term.id,
      ranges: [0..<segment.text.count], score: Double(term.text.count))
  }

  // MARK: H and G

  /// The longest head that ends the job, ranks behind it or not.
  private var endingHead: (head: TitleHead, match: TitleMatch)? {
    var found: TitleMatch?
    for match in segment.matches {
      let word = lexicon.words[match.word]
      guard word.head >= 0 || word.term >= 0, match.end == segment.end || match.end == segment.endBeforeRanks
      else { continue }
      let (length, known) = (match.end - match.start, found.map { $0.end - $0.start } ?? 0)
      if length > known || length == known && word.head >= 0 { found = match }
    }
    // 总经理 and 文员 say more than the 经理 and the 员 in them.
    guard let found, lexicon.words[found.word].head >= 0 else { return nil }
    return (lexicon.heads[Int(lexicon.words[found.word].head)], found)
  }

  private var head: TitleCandidate? {
    guard let (head, match) = endingHead else { return nil }
    var best: (term: TitleTerm, match: TitleMatch, code: Int)?
    for domain in segment.matches where domain.end <= match.start && lexicon.words[domain.word].term >= 0 {
      let term = lexicon.terms[Int(lexicon.words[domain.word].term)]
      guard let code = head.code(of: term.code) else { continue }
      let (length, known) = (domain.end - domain.start, best.map { $0.match.end - $0.match.start } ?? 0)
      if length > known || length == known && domain.end > (best?.match.end ?? 0) { best = (term, domain, code) }
    }
    guard let best else { return nil }
    let explained = Double(best.match.end - best.match.start + match.end - match.start)
    let isClear = explained >= 0.75 * Double(max(segment.spoken, 1))
    return TitleCandidate(
      code: best.code, grade: isClear ? .high : .medium, rule: .head, term: best.term.id,
      ranges: [best.match.start..<best.match.end, match.start..<match.end], score: explained)
  }

  // MARK: M

  /// All terms in the job, the heaviest first.
  var terms: [TitleTermMatch] {
    var found: [TitleTermMatch] = []
    for match in segment.matches {
      let word = lexicon.words[match.word]
      if word.term >= 0, !isCut(match) {
        found.append(TitleTermMatch(lexicon.terms[Int(word.term)], [match.start..<match.end], in: segment))
      }
      guard word.part >= 0 else { continue }
      for pattern in lexicon.patterns[Int(word.part)] {
        if let ranges = ranges(of: pattern, endingWith: match) {
          found.append(TitleTermMatch(lexicon.terms[Int(pattern.term)], ranges, in: segment))
        }
      }
    }
    return found
  }

  private func isCut(_ match: TitleMatch) -> Bool { (match.start..<match.end).allSatisfy { segment.cuts[$0] == 1 } }

  private func ranges(of pattern: TitleLexicon.Pattern, endingWith last: TitleMatch) -> [Range<Int>]? {
    var ranges = [last.start..<last.end]
    for part in pattern.parts.dropLast().reversed() {
      guard
        let match = segment.matches.last(where: {
          lexicon.words[$0.word].part == part && $0.end <= ranges[0].lowerBound
        })
      else { return nil }
      ranges.insert(match.start..<match.end, at: 0)
    }
    return ranges
  }

  /// The heaviest term; a head that means something alone goes before one that does not end the job.
  private var longest: TitleCandidate? {
    var best: TitleTermMatch?
    for match in terms where best.map(match.precedes) ?? true { best = match }
    if best?.endsTitle != true, let (head, match) = endingHead, let code = head.code {
      return TitleCandidate(
        code: code, grade: .medium, rule: .headAlone, term: head.id, ranges: [match.start..<match.end], score: 0)
    }
    guard let best else { return nil }
    return TitleCandidate(
      code: best.term.code, grade: best.grade(of: segment), rule: .longest, term: best.term.id, ranges: best.ranges,
      score: best.score)
  }
}
