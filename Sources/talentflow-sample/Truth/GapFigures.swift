/// T6 and T7: the ten 小类 with the largest gaps between openings and seekers.
enum GapFigures {
  static let measures = ["occupation", "demand", "seekers", "gap", "ratio"]

  /// - Parameter isShortage: true for more openings than seekers (T6), false for fewer (T7).
  static func rows(_ slice: MarketSlice, isShortage: Bool) -> [[String]] {
    let demand = counts(slice.demand)
    let seekers = counts(slice.seekers)
    let gaps = Set(demand.keys).union(seekers.keys).map { code in
      (code: code, demand: demand[code] ?? 0, seekers: seekers[code] ?? 0)
    }
    let chosen = gaps.filter { isShortage ? $0.demand > $0.seekers : $0.demand < $0.seekers }
      .sorted {
        let (left, right) = (abs($0.demand - $0.seekers), abs($1.demand - $1.seekers))
        return left == right ? $0.code < $1.code : left > right
      }
    let unassigned = Double(slice.seekers.count { $0.occupation.isEmpty })
    return chosen.prefix(10).enumerated().map { rank, gap in
      let ratio = Ratio.sharingSeekers(
        Double(gap.demand), Double(gap.seekers), unassigned: unassigned, demandTotal: Double(slice.total(.demand)))
      return [
        "\(rank + 1)", gap.code, "\(gap.demand)", "\(gap.seekers)", "\(gap.demand - gap.seekers)",
        ratio.map { Figure.two($0) } ?? Figure.notApplicable,
      ]
    }
  }

  /// By 小类: the first three parts of the code.
  private static func counts(_ facts: [MarketFact]) -> [String: Int] {
    facts.reduce(into: [:]) { counts, fact in
      guard !fact.occupation.isEmpty else { return }
      counts[fact.occupation.split(separator: "-").prefix(3).joined(separator: "-"), default: 0] += fact.weight
    }
  }
}
