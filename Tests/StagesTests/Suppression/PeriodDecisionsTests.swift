import Disclosure
import Domain
import Tables
import TestSupport
import Testing

@testable import Stages

@Suite struct PeriodDecisionsTests {
  private let own = RegionLeaves.test

  private func decisions(_ leaves: LeafDecisions, ranked: [String: Set<String>]) -> PeriodDecisions {
    PeriodDecisions(
      leaves: leaves, exposed: [], decided: [],
      vintage: DisclosedVintage(
        period: own.period, number: 0, isEdition: false, measures: [], counts: [], sums: []), unproven: [],
      ranked: ranked)
  }

  /// A 大类 may hold one 小类 among the openings, and several among the seekers.
  @Test func namesAreThoseOfTheMeasure() throws {
    let minor = LeafPart.minorGroup("5-01-02")
    var builder = CellSystemBuilder<Leaf>()
    try builder.add(own(.seekers, minor), .init(value: 12, visibility: .withheld))
    try builder.add(own(.demand, "T5/5"), .init(value: 40, visibility: .publishable(cost: 1)))
    try builder.add(own(.seekers, "T5/5"), .init(value: 50, visibility: .publishable(cost: 1)))
    let leaves = try LeafDecisions(
      deciding: builder, names: [own(.demand, minor): own(.demand, "T5/5")], for: .everybody)
    let decisions = self.decisions(leaves, ranked: ["450600": ["5-01-02"]])
    #expect(!leaves.hides(own(.demand, minor)) && leaves.hides(own(.seekers, minor)))
    #expect(!leaves.hides(own(.seekers, "T5/5")) && !decisions.lists("5-01-02", in: own))
  }

  @Test func onlyWhatIsShownIsListed() throws {
    let minor = LeafPart.minorGroup("5-01-02")
    let leaves = LeafDecisions.showing([own(.demand, minor), own(.seekers, minor)])
    #expect(
      decisions(leaves, ranked: ["450600": ["5-01-02"]]).lists(
        "5-01-02", in: own))
    #expect(!decisions(leaves, ranked: [:]).lists("5-01-02", in: own))
  }
}
