/// Tells which postings are copies of one that was valid when they were posted.
enum CopyRule {
  /// `facts` without the copies among the postings.
  static func withoutCopies(_ facts: [MarketFact]) -> [MarketFact] {
    let groups = Dictionary(grouping: facts.filter { $0.side == .demand }) {
      "\($0.employer)\u{1F}\($0.title)\u{1F}\($0.region)"
    }
    return groups.values.flatMap(originals) + facts.filter { $0.side == .seekers }
  }

  private static func originals(_ group: [MarketFact]) -> [MarketFact] {
    var kept: [MarketFact] = []
    for row in group.sorted(by: precedes) {
      let isCopy = kept.contains {
        ($0.unit != row.unit || row.isReposted) && $0.start <= row.start && row.start <= $0.ends
      }
      if !isCopy { kept.append(row) }
    }
    return kept
  }

  private static func precedes(_ left: MarketFact, _ right: MarketFact) -> Bool {
    if left.start != right.start { return left.start < right.start }
    if left.isReposted != right.isReposted { return right.isReposted }
    if left.unit != right.unit { return left.unit.utf8.lexicographicallyPrecedes(right.unit.utf8) }
    return left.number.utf8.lexicographicallyPrecedes(right.number.utf8)
  }
}
