import Domain
import TestSupport
import Testing

@Suite struct ShortageTypingTests {
  private let scoring = ShortageScoring(rules: .test, base: .test)

  private func types(_ change: (inout ShortageFigures) -> Void) -> [ShortageType] {
    // 100 openings, 60 seekers; listed at any rate.
    var figures = ShortageFigures.test([2.4, 55, 1.2, 0.8, 5.5, 8])
    figures.seekers = 60
    figures.demandBefore = 90
    change(&figures)
    return scoring.score(figures).types
  }

  @Test func noneWithoutAReason() { #expect(types { _ in }.isEmpty) }

  @Test func quantityNeedsAHighRatioAndFewSeekers() {
    #expect(types { $0.seekers = 50 } == [.quantity])
    #expect(types { $0.seekers = 51 }.isEmpty)
    #expect(
      types {
        $0.seekers = 10
        $0.values[.ratio] = 1.9
      }.isEmpty)
  }

  @Test func skillNeedsApplicantsOfWhomFewAreSuitable() {
    // 0.8 suitable of 2.6 are 31 %, of 2.7 less than 30.
    #expect(types { $0.applicantsPerOpening = 2.7 } == [.skill])
    #expect(types { $0.applicantsPerOpening = 2.6 }.isEmpty)
    #expect(
      types {
        $0.applicantsPerOpening = 0.9
        $0.values[.applicants] = 0.1
      }.isEmpty)
  }

  @Test func supplyNeedsALowFillRateAndFewGraduates() {
    #expect(types { $0.graduateShare = 0.049 } == [.supply])
    #expect(types { $0.graduateShare = 0.05 }.isEmpty)
    #expect(types { $0.graduateShare = nil }.isEmpty)
    #expect(
      types {
        $0.graduateShare = 0
        $0.values[.fillRate] = 70
      }.isEmpty)
  }

  @Test func dynamicNeedsGrowth() {
    #expect(types { $0.demandBefore = 76 } == [.dynamic])
    #expect(types { $0.demandBefore = 77 }.isEmpty)
    #expect(types { $0.demandBefore = 0 }.isEmpty)
  }

  @Test func whatIsNotShortHasNoType() {
    let figures = ShortageFigures(
      demand: 100, seekers: 10, openings: 20, employers: 3,
      values: [.ratio: 2, .fillRate: 90, .duration: 0, .persistence: 0],
      demandBefore: 1)
    #expect(scoring.score(figures).level == .none && scoring.score(figures).types.isEmpty)
  }
}
