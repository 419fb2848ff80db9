import Domain

/// F13: what new postings offer.
enum OfferedPay {
  /// The middle of the stated limits, or the only one; nil where pay is negotiable or not stated.
  static func midpoint(_ posting: PostingScan.Posting) -> Double? {
    posting.payState == .stated ? midpoint(low: posting.payLow, high: posting.payHigh) : nil
  }

  /// Of the limits of a stated pay.
  static func midpoint(low: Int?, high: Int?) -> Double? {
    switch (low, high) {
    case (let low?, let high?): return Double(low + high) / 2
    case (let limit?, nil), (nil, let limit?): return Double(limit)
    case (nil, nil): return nil
    }
  }

  /// The smallest pay at which the openings offered no more than it reach each of `shares` of all.
  static func quantiles(_ postings: [PostingScan.Posting], _ shares: [Double]) -> [Cell] {
    let offers = postings.compactMap { posting in midpoint(posting).map { (pay: $0, openings: posting.openings) } }
    return quantiles(offers, shares).map { pay in
      pay.map { .number(Rounding.round($0, decimals: 0), decimals: 0) } ?? .unavailable
    }
  }

  /// As above, unrounded; nil where nothing is offered.
  static func quantiles(_ offers: [(pay: Double, openings: Int)], _ shares: [Double]) -> [Double?] {
    let offers = offers.sorted { $0.pay < $1.pay }
    let total = Double(offers.reduce(0) { $0 + $1.openings })
    return shares.map { share in
      var sum = 0.0
      for offer in offers {
        sum += Double(offer.openings)
        if sum >= share * total - 1e-9 { return offer.pay }
      }
      return nil
    }
  }

  /// Percent of the openings with a pay text whose pay is negotiable.
  static func negotiableShare(_ postings: [PostingScan.Posting]) -> Cell {
    let stated = postings.filter { $0.payState != nil }.reduce(0) { $0 + $1.openings }
    let negotiable = postings.filter { $0.payState == .negotiable }.reduce(0) { $0 + $1.openings }
    return Formula.share(Double(negotiable), of: Double(stated)).map {
      .number(Rounding.round($0), decimals: 2)
    } ?? .unavailable
  }
}
