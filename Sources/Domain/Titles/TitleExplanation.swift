/// Why a title has the code that it has, for people.
public struct TitleExplanation: Sendable {
  /// A term of the title that did not decide.
  public struct Other: Sendable {
    public let term: TitleTerm
    /// In Chinese.
    public let reason: String
  }

  public let reading: TitleReading
  /// The words that decided.
  public let words: [String]
  /// What was cut away, in the order of the title.
  public let removed: [String]
  /// The heaviest others, at most five.
  public let others: [Other]

  init(_ title: String, _ coder: TitleCoder) {
    reading = coder.read(title)
    let text = TitleText(title)
    let jobs = TitleJobs(text, coder.lexicon)
    let decided = jobs.best == nil || reading.rule == .answer ? nil : jobs.segments[jobs.place]
    let ranges = jobs.best?.ranges ?? []
    words = decided.map { TitleExplanation.words(ranges, $0) } ?? (reading.rule == .answer ? [title] : [])
    let brackets = reading.rule == .bracket ? [] : text.bracketed.map { "【\(TitleText.string($0))】" }
    removed = brackets + jobs.segments.flatMap(TitleExplanation.cut)
    var seen: Set<Int> = [reading.term]
    let rivals = jobs.segments.enumerated().flatMap { place, segment in
      TitleRules(segment, coder.lexicon).terms.map { (place, segment, $0) }
    }.sorted { $0.2.precedes($1.2) }
    others = rivals.filter { seen.insert($0.2.term.id).inserted }.prefix(5).map { place, segment, match in
      Other(
        term: match.term,
        reason: place != jobs.place && decided != nil
          ? "在另一段 “\(TitleText.string(segment.text))”" : TitleExplanation.reason(match, ranges, segment))
    }
  }

  private static func reason(_ match: TitleTermMatch, _ ranges: [Range<Int>], _ segment: TitleSegment) -> String {
    let isWithin = match.ranges.allSatisfy { own in
      ranges.contains { $0.lowerBound <= own.lowerBound && own.upperBound <= $0.upperBound }
    }
    if isWithin, !ranges.isEmpty { return "只是它的一部分" }
    if !match.endsTitle { return "不在末尾" }
    return OccupationNumber.level(match.term.code) < 4 ? "代码较粗" : "较短"
  }

  private static func words(_ ranges: [Range<Int>], _ segment: TitleSegment) -> [String] {
    ranges.map { range in TitleText.string(range.filter { segment.cuts[$0] == 0 }.map { segment.text[$0] }) }
  }

  /// What was cut out of a job, piece by piece.
  private static func cut(_ segment: TitleSegment) -> [String] {
    var pieces: [String] = []
    var start = 0
    while start < segment.text.count {
      var end = start + 1
      while end < segment.text.count, segment.cuts[end] == segment.cuts[start] { end += 1 }
      if segment.cuts[start] != 0 { pieces.append(TitleText.string(segment.text[start..<end])) }
      start = end
    }
    return pieces
  }
}

extension TitleCoder {
  /// Reads a title and says why.
  public func explain(_ title: String) -> TitleExplanation { TitleExplanation(title, self) }
}
