/// What a rule makes of one job of a title.
struct TitleCandidate {
  let code: Int
  let grade: TitleGrade
  let rule: TitleRule
  /// `TitleTerm.id` or `TitleHead.id`.
  let term: Int
  /// Places of the words that decided.
  let ranges: [Range<Int>]
  let score: Double

  /// True where it goes before that of an earlier job of the title: by its grade, then its weight. A word of two
  /// characters that is a job by itself (旅游, 检验) is often a field or a benefit beside others.
  func precedes(_ other: TitleCandidate) -> Bool {
    let (own, others) = (standing, other.standing)
    return own != others ? own < others : own > TitleGrade.high.rawValue && score > other.score
  }

  private var standing: Int {
    rule == .entire && score < 3 ? TitleGrade.medium.rawValue : grade.rawValue
  }
}

/// A term that was found in a job, with its weight: the longest wins, one that ends the job goes before.
struct TitleTermMatch {
  let term: TitleTerm
  let ranges: [Range<Int>]
  /// Places that it explains.
  let length: Int
  let endsTitle: Bool
  let score: Double

  init(_ term: TitleTerm, _ ranges: [Range<Int>], in segment: TitleSegment) {
    self.term = term
    self.ranges = ranges
    length = ranges.reduce(0) { $0 + $1.count }
    let end = ranges[ranges.count - 1].upperBound
    endsTitle = end == segment.end || end == segment.endBeforeRanks
    // A Latin letter says less than a Chinese character: python is no longer a word than 讲师.
    let latin = ranges.reduce(0) { sum, range in
      sum + range.reduce(0) { $0 + (TitleText.isHan(segment.text[$1]) ? 0 : 1) }
    }
    var score = Double(length - latin) + Double(latin) / 3 + term.source.bonus
    if end == segment.end { score += 1.5 } else if end == segment.endBeforeRanks { score += 1.2 }
    if OccupationNumber.level(term.code) < 4 { score -= 0.8 }
    self.score = score
  }

  /// True where it goes before another one: by weight, then the later, then the lower code.
  func precedes(_ other: TitleTermMatch) -> Bool {
    if score != other.score { return score > other.score }
    let (end, otherEnd) = (ranges[ranges.count - 1].upperBound, other.ranges[other.ranges.count - 1].upperBound)
    if end != otherEnd { return end > otherEnd }
    return term.code < other.term.code
  }

  func grade(of segment: TitleSegment) -> TitleGrade {
    let share = Double(length) / Double(max(segment.spoken, length))
    guard endsTitle else { return length >= 4 ? .medium : .low }
    if length >= 4 { return share >= 0.5 ? .high : .medium }
    if length == 3 { return share >= 0.6 ? .high : .medium }
    return term.source == .alias ? .low : .medium
  }
}
