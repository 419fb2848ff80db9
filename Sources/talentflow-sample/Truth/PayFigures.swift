/// Pay offered in the valid postings, by 大类: how many state a pay, mean and median of the middle of the stated range.
enum PayFigures {
  static let measures = ["postings", "mean", "median"]

  static func rows(_ slice: MarketSlice) -> [[String]] {
    let groups = (1...8).map { number in ("\(number)", { (fact: MarketFact) in fact.occupation.hasPrefix("\(number)") })
    }
    let rest: [(String, (MarketFact) -> Bool)] = [
      ("unclassified", { $0.occupation.isEmpty }), ("total", { _ in true }),
    ]
    return (groups + rest).map { key, holds in
      let pays = slice.demand.filter(holds).compactMap(\.doubledPay).sorted()
      guard !pays.isEmpty else { return [key, "0", Figure.unavailable, Figure.unavailable] }
      let middle = pays[(pays.count - 1) / 2] + pays[pays.count / 2]
      return [
        key, "\(pays.count)", Figure.two(Double(pays.reduce(0, +)) / Double(pays.count) / 2),
        Figure.two(Double(middle) / 4),
      ]
    }
  }
}
