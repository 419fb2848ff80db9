/// One job of a title, with all words of the tables in it and what of it says nothing.
struct TitleSegment {
  let text: [UInt32]
  private(set) var matches: [TitleMatch] = []
  /// By place: 0 says something, 1 is noise, 2 is a rank before the job, 3 one behind it.
  private(set) var cuts: [UInt8]
  /// Where what says something ends, with the ranks behind it and without.
  private(set) var end = 0
  private(set) var endBeforeRanks = 0

  init(_ text: [UInt32], _ lexicon: TitleLexicon) {
    self.text = text
    cuts = [UInt8](repeating: 0, count: text.count)
    find(lexicon)
    cutNoise(lexicon)
    cutPlaces(lexicon)
    end = (cuts.lastIndex { $0 != 1 } ?? -1) + 1
    cutRanks(lexicon)
  }

  /// What is left without noise, or without ranks too.
  func rest(withoutRanks: Bool) -> [UInt32] {
    var rest: [UInt32] = []
    rest.reserveCapacity(text.count)
    for index in text.indices where withoutRanks ? cuts[index] == 0 : cuts[index] != 1 { rest.append(text[index]) }
    return rest
  }

  /// Number of places that say something.
  var spoken: Int { cuts.reduce(0) { $0 + ($1 == 0 ? 1 : 0) } }

  private mutating func find(_ lexicon: TitleLexicon) {
    var found: [TitleMatch] = []
    for start in text.indices where !isInWord(start) {
      lexicon.trie.each(text, from: start, to: text.count) { word, end in
        if !isInWord(end) { found.append(TitleMatch(start: start, end: end, word: word)) }
      }
    }
    matches = found
  }

  /// Whether a place lies between two letters or two digits: java is no part of javascript.
  private func isInWord(_ index: Int) -> Bool {
    guard index > 0, index < text.count else { return false }
    let (left, right) = (text[index - 1], text[index])
    guard TitleText.isLetter(left), TitleText.isLetter(right) else { return false }
    return TitleText.isDigit(left) == TitleText.isDigit(right)
  }

  private mutating func cut(_ range: Range<Int>, _ kind: UInt8) { for index in range { cuts[index] = kind } }

  /// Whether a term reaches over the ends of a word: 急 is no noise in 急诊.
  private func isCovered(_ match: TitleMatch, _ lexicon: TitleLexicon) -> Bool {
    for other in matches where other.start < match.end && match.start < other.end {
      guard other.start < match.start || other.end > match.end else { continue }
      let word = lexicon.words[other.word]
      if word.term >= 0 || word.head >= 0 { return true }
    }
    return false
  }

  private mutating func cutNoise(_ lexicon: TitleLexicon) {
    for match in matches {
      let word = lexicon.words[match.word]
      guard word.isNoise || word.isAppeal && isAppeal(match, lexicon), !isCovered(match, lexicon) else { continue }
      cut(match.start..<match.end, 1)
    }
    cutNumbers(lexicon)
  }

  /// 招聘 before a rank is a job (招聘专员), and the whole of a title is one, too.
  private func isAppeal(_ match: TitleMatch, _ lexicon: TitleLexicon) -> Bool {
    guard match.end < text.count else { return match.start > 0 }
    return !matches.contains { $0.start == match.end && lexicon.words[$0.word].isRankBehind }
  }

  /// Pay, ages, counts and numbers of advertisements, with what they are counted in.
  private mutating func cutNumbers(_ lexicon: TitleLexicon) {
    var index = 0
    while index < text.count {
      guard TitleText.isDigit(text[index]), cuts[index] == 0,
        !matches.contains(where: {
          $0.start <= index && index < $0.end && lexicon.words[$0.word].term >= 0
        })
      else {
        index += 1
        continue
      }
      var end = index
      while end < text.count, TitleText.isDigit(text[end]) || TitleSegment.units.contains(text[end]) { end += 1 }
      // c1 and plc2 are names; a letter before a number belongs to it: j10435.
      var start = index
      if end - index > 2 {
        while start > 0, (0x61...0x7A).contains(text[start - 1]), cuts[start - 1] == 0, index - start < 2 { start -= 1 }
      }
      cut(start..<end, 1)
      index = end
    }
  }

  private static let units = Set("-.~%kw千万元块岁名人年月天时起薪点个以上至到左右".unicodeScalars.map(\.value))

  /// Names of places at both ends, which are where a job is.
  private mutating func cutPlaces(_ lexicon: TitleLexicon) {
    guard matches.contains(where: { lexicon.words[$0.word].isPlace }) else { return }
    var start = 0
    while true {
      while start < text.count, cuts[start] == 1 { start += 1 }
      guard let match = longest(lexicon, where: { $0.start == start && $1.isPlace }), match.end < text.count,
        !isCovered(match, lexicon)
      else { break }
      cut(match.start..<match.end, 1)
    }
    let last = (cuts.lastIndex { $0 != 1 } ?? -1) + 1
    if let match = longest(lexicon, where: { $0.end == last && $1.isPlace }), match.start > start,
      !isCovered(match, lexicon)
    {
      cut(match.start..<match.end, 1)
    }
  }

  /// The longest of the words that a condition holds of.
  private func longest(_ lexicon: TitleLexicon, where holds: (TitleMatch, TitleLexicon.Word) -> Bool) -> TitleMatch? {
    var best: TitleMatch?
    for match in matches where holds(match, lexicon.words[match.word]) {
      if best.map({ match.end - match.start > $0.end - $0.start }) ?? true { best = match }
    }
    return best
  }

  private mutating func cutRanks(_ lexicon: TitleLexicon) {
    for match in matches
    where lexicon.words[match.word].isRankBefore && match.end < end && cuts[match.start] == 0
      && !isCovered(match, lexicon)
    {
      cut(match.start..<match.end, 2)
    }
    endBeforeRanks = end
    // 总经理助理 is no rank of a 总经理.
    var isAssistant = false
    while !isAssistant,
      let match = longest(lexicon, where: { $0.end == endBeforeRanks && $1.isRankBehind }), match.start > 0,
      cuts[match.start] == 0
    {
      let isAid = TitleText.string(text[match.start..<match.end]) == "助理"
      isAssistant = isAid && TitleSegment.leads(text, before: match.start)
      if isAssistant { break }
      cut(match.start..<match.end, 3)
      endBeforeRanks = match.start
      while endBeforeRanks > 0, cuts[endBeforeRanks - 1] != 0 { endBeforeRanks -= 1 }
    }
  }

  /// Whether a leader's rank ends before a place.
  private static func leads(_ text: [UInt32], before end: Int) -> Bool {
    leaders.contains { leader in
      leader.count <= end && text[(end - leader.count)..<end].elementsEqual(leader)
    }
  }

  private static let leaders = ["经理", "总监", "主任", "总裁", "董事长", "部长", "总"].map { $0.unicodeScalars.map(\.value) }
}
