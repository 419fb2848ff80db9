import Domain

/// Which figures by occupation are marked `[low]`, since they rest on titles that were not surely read.
///
/// A mark is public, and the split that it is made of is not. So it says one thing only, for both sides of the market at
/// once: how the words of titles and wishes were read, in shares of counts that stand beside it (`ProtectedTable` takes it
/// away where one of those is hidden). A row is held against the rows of its own table, never against an occupation that
/// no reader sees: that a hidden gap is near would tell how large it is.
struct CodedMarks {
  let stocks: CodedStocks
  let limits: CodedLimits
  let accuracy: TitleAccuracy

  private static let sides = [MarketDataset.postings, MarketDataset.seekers]
  /// Counted at their 大类 only, or nowhere.
  private static let doubtful: [TitleBasis] = [.low, .empty, .unknown, .several]

  /// Of the table by 大类: whether too much has no code, or none that is sure.
  func isLow(_ region: RegionRange) -> Bool {
    CodedMarks.sides.contains { side in
      exceeds(stocks.split(side, in: region), CodedMarks.doubtful, limits.uncoded)
    }
  }

  /// Of the rows of a ranking: those that rest too much on the grade 中, and those whose place among the rows of the same
  /// 中类, where titles are mistaken for each other, would change if the part that is wrong belonged elsewhere.
  func low(_ rows: [OccupationGaps.Ranked], in region: RegionRange) -> Set<String> {
    Set(
      rows.filter { row in
        let splits = CodedMarks.sides.map { stocks.split($0, in: region, of: row.key) }
        if splits.contains(where: { exceeds($0, [.medium], limits.medium) }) { return true }
        let reach = splits.map(wrong).reduce(0, +)
        return rows.contains { other in
          other.key != row.key && other.key.prefix(4) == row.key.prefix(4)
            && Double(abs(CodedMarks.gap(other) - CodedMarks.gap(row))) < reach
        }
      }.map(\.key))
  }

  private static func gap(_ row: OccupationGaps.Ranked) -> Int { row.value.demand - row.value.seekers }

  private func exceeds(_ split: CodedStocks.Split, _ bases: [TitleBasis], _ percent: Int) -> Bool {
    bases.reduce(0) { $0 + (split[$1] ?? 0) } * 100 > percent * split.values.reduce(0, +)
  }

  /// Openings or seekers whose code may be expected to be wrong.
  private func wrong(_ split: CodedStocks.Split) -> Double {
    [(TitleBasis.high, TitleGrade.high), (.medium, .medium)].reduce(0) { sum, grade in
      sum + Double(split[grade.0] ?? 0) * Double(100 - (accuracy.percent[grade.1] ?? 100)) / 100
    }
  }
}
