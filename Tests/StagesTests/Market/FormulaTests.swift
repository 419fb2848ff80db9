import Domain
import Testing

@testable import Stages

@Suite struct FormulaTests {
  @Test(arguments: [(282_838.0, 133_051.0, "2.13"), (201, 200, "1.01"), (0, 5, "0.00"), (5, 0, "[x]"), (0, 0, "[x]")])
  func ratio(demand: Double, seekers: Double, expected: String) {
    #expect(Formula.ratio(demand, seekers).csv == expected)
  }

  /// Published figures of a quarter and the one before: the difference of the unrounded ratios would be -0.02.
  @Test func ratioChangeIsThatOfRoundedRatios() {
    let (now, before) = (Formula.ratio(282_838, 133_051), Formula.ratio(182_382, 85_140))
    #expect(Formula.ratioChange(now, before).csv == "-0.01")
    #expect(Rounding.round(282_838.0 / 133_051 - 182_382.0 / 85_140) == -0.02)
  }

  @Test func ratioChangeNeedsTwoRatios() {
    let ratio = Formula.ratio(3, 2)
    #expect(Formula.ratioChange(ratio, .unavailable) == .unavailable)
    #expect(Formula.ratioChange(ratio, .notApplicable) == .unavailable)
    #expect(Formula.ratioChange(.unavailable, ratio) == .unavailable)
    #expect(Formula.ratioChange(.notApplicable, ratio) == .notApplicable)
    #expect(Formula.ratioChange(ratio, ratio).csv == "0.00")
  }

  @Test func sharingSeekers() {
    // 30 / (10 + 20 * 30 / 120) = 2
    #expect(Formula.ratioSharingSeekers(demand: 30, seekers: 10, unassigned: 20, demandTotal: 120).csv == "2.00")
    #expect(Formula.ratioSharingSeekers(demand: 30, seekers: 0, unassigned: 20, demandTotal: 120).csv == "6.00")
    #expect(Formula.ratioSharingSeekers(demand: 0, seekers: 4, unassigned: 20, demandTotal: 0).csv == "0.00")
    #expect(Formula.ratioSharingSeekers(demand: 0, seekers: 0, unassigned: 20, demandTotal: 120).csv == "[z]")
    #expect(Formula.ratioSharingSeekers(demand: 5, seekers: 0, unassigned: 0, demandTotal: 120).csv == "[z]")
  }

  @Test func sharingDemand() {
    // 30 / 20 + 50 / 200 = 1.75
    #expect(Formula.ratioSharingDemand(demand: 30, seekers: 20, unassigned: 50, seekersTotal: 200).csv == "1.75")
    #expect(Formula.ratioSharingDemand(demand: 30, seekers: 0, unassigned: 50, seekersTotal: 200).csv == "[z]")
  }

  @Test func sharesAndTheirChange() throws {
    #expect(Formula.share(1, of: 8) == 12.5)
    #expect(Formula.share(1, of: 0) == nil)
    // 33.334 and 33.336 both print 33.33/33.34, but differ by 0.00.
    #expect(Formula.shareChange(33.334, 33.336).csv == "0.00")
    #expect(Formula.shareChange(12.5, 20).csv == "-7.50")
    #expect(Formula.shareChange(nil, 20) == .unavailable)
    #expect(Formula.shareChange(20, nil) == .unavailable)
  }

  @Test func growthAndFillRate() {
    #expect(Formula.growth(110, 100).csv == "10.00")
    #expect(Formula.growth(2, 3).csv == "-33.33")
    #expect(Formula.growth(2, 0) == .unavailable)
    #expect(Formula.fillRate(Stock(closed: 8, filled: 5)).csv == "62.50")
    #expect(Formula.fillRate(Stock(registered: 8)) == .unavailable)
  }

  @Test func mismatch() {
    let matched: [(vacancies: Double, seekers: Double)] = [(10, 20), (30, 60)]
    #expect(Formula.mismatch(matched).csv == "0.0000")
    #expect(Formula.linearMismatch(matched).csv == "0.0000")
    let apart: [(vacancies: Double, seekers: Double)] = [(10, 0), (0, 60)]
    #expect(Formula.mismatch(apart).csv == "1.0000")
    #expect(Formula.linearMismatch(apart).csv == "1.0000")
    // Shares 0.5/0.5 against 0.2/0.8: 1 - (sqrt(0.1) + sqrt(0.4)); (0.3 + 0.3) / 2
    let some: [(vacancies: Double, seekers: Double)] = [(5, 2), (5, 8)]
    #expect(Formula.mismatch(some).csv == "0.0513")
    #expect(Formula.linearMismatch(some).csv == "0.3000")
    #expect(Formula.mismatch([]) == .unavailable)
    #expect(Formula.linearMismatch([(5, 0)]) == .unavailable)
  }

  @Test func matchingEfficiency() {
    #expect(Formula.matchingEfficiency(hires: 30, vacancies: 100, seekers: 400).csv == "0.1500")
    #expect(Formula.matchingEfficiency(hires: 0, vacancies: 100, seekers: 400) == .unavailable)
  }
}
