import Domain
import Testing

@testable import Stages

@Suite struct OfferedPayTests {
  private func posting(_ low: Int?, _ high: Int?, _ openings: Int = 1, state: PayState? = .stated)
    -> PostingScan.Posting
  {
    PostingScan.Posting(
      posted: 100, ends: 190, closed: nil, isFilled: false, wantedBy: nil, openings: openings, suitable: nil,
      payLow: low,
      payHigh: high, payState: state, group: "", region: 0, employer: 1)
  }

  private func quartiles(_ postings: [PostingScan.Posting]) -> [String] {
    OfferedPay.quantiles(postings, [0.25, 0.5, 0.75]).map(\.csv)
  }

  @Test(
    arguments: [(4000, 6000, 5000), (4000, nil, 4000), (nil, 3000, 3000), (4001, 4000, 4000.5)]
      as [(Int?, Int?, Double)])
  func midpoint(low: Int?, high: Int?, middle: Double) {
    #expect(OfferedPay.midpoint(posting(low, high)) == middle)
    #expect(OfferedPay.midpoint(posting(low, high, state: .negotiable)) == nil)
    #expect(OfferedPay.midpoint(posting(low, high, state: nil)) == nil)
  }

  @Test func quantilesAreWeightedByOpenings() {
    #expect(
      quartiles([posting(1000, 1000), posting(2000, 2000), posting(3000, 3000), posting(4000, 4000)]) == [
        "1000", "2000", "3000",
      ])
    #expect(quartiles([posting(9000, 9000), posting(2000, 3000, 3)]) == ["2500", "2500", "2500"])
    #expect(quartiles([posting(9000, 9000, 2), posting(2000, 3001, 1)]) == ["2501", "9000", "9000"])
    #expect(quartiles([posting(nil, nil, state: .negotiable)]) == ["[x]", "[x]", "[x]"])
  }

  @Test func negotiableShareIsOfOpeningsWithAPayText() {
    let postings = [
      posting(5000, 5000, 3), posting(nil, nil, 1, state: .negotiable), posting(nil, nil, 50, state: nil),
    ]
    #expect(OfferedPay.negotiableShare(postings).csv == "25.00")
    #expect(OfferedPay.negotiableShare([posting(nil, nil, state: nil)]) == .unavailable)
  }
}
