import Disclosure
import Testing

/// The rules with figures computed by hand.
@Suite struct PrimaryRuleTests {
  @Test func threshold() {
    let rule = PrimaryRule.threshold(below: 10)
    #expect((0...11).filter { rule.protection(value: $0, nil) != nil } == Array(1...9))
    #expect(rule.protection(value: 4, nil) == Protection(width: 9))
    #expect(PrimaryRule.threshold(below: 10, hidesZero: true).protection(value: 0, nil) == Protection(width: 9))
    // The narrowest threshold hides ones, and nothing is ever left as a single point.
    #expect(PrimaryRule.threshold(below: 2).protection(value: 1, nil) == Protection(width: 1))
  }

  @Test func contributors() {
    let rule = PrimaryRule.contributors(fewerThan: 3, safetyPercent: 20)
    #expect(rule.protection(value: 51, ContributorFacts(contributions: [30, 21])) == Protection(lower: 11, upper: 11))
    #expect(rule.protection(value: 51, ContributorFacts(contributions: [17, 17, 17])) == nil)
    #expect(rule.protection(value: 0, ContributorFacts(contributions: [])) == nil)
    #expect(rule.protection(value: 51, nil) == nil)
  }

  @Test func dominance() {
    let rule = PrimaryRule.dominance(largest: 1, percent: 85)
    // 100 / 85 * 90 - 100 = 5.88.
    #expect(rule.protection(value: 100, ContributorFacts(contributions: [90, 6, 4])) == Protection(lower: 6, upper: 6))
    // Exactly 85 % is sensitive, and needs no more than that the value is not known.
    #expect(rule.protection(value: 100, ContributorFacts(contributions: [85, 15])) == Protection(lower: 0, upper: 1))
    #expect(rule.protection(value: 100, ContributorFacts(contributions: [84, 16])) == nil)
    // 100 / 85 * 96 - 100 = 12.94.
    let two = PrimaryRule.dominance(largest: 2, percent: 85)
    #expect(
      two.protection(value: 100, ContributorFacts(contributions: [90, 6, 4])) == Protection(lower: 13, upper: 13))
  }

  @Test func pPercent() {
    // The second can estimate the largest to within 4; 10 % of it are 9.
    let rule = PrimaryRule.pPercent(10)
    #expect(rule.protection(value: 100, ContributorFacts(contributions: [90, 6, 4])) == Protection(lower: 5, upper: 5))
    #expect(rule.protection(value: 100, ContributorFacts(contributions: [60, 20, 14, 6])) == nil)
  }

  @Test func reasonsAndTheStrongestProtection() throws {
    let rules = [PrimaryRule.threshold(below: 10), .pPercent(10), .contributors(fewerThan: 3, safetyPercent: 20)]
    let found = try #require(
      PrimaryFinding(rules, value: 8, contributors: ContributorFacts(contributions: [6, 2])))
    #expect(found.reasons == [rules[0], rules[1], rules[2]])
    #expect(found.protection == Protection(lower: 2, upper: 2, width: 9))
    #expect(PrimaryFinding(rules, value: 12) == nil)
  }

  @Test func derivedFigures() {
    let figures = [DerivedFigure("ratio", inputs: [0, 1]), DerivedFigure("share", inputs: [2, 3])]
    #expect(figures.hidden([false, true, false, false]) == ["ratio"])
    #expect(figures.hidden([false, false, false, false]).isEmpty)
  }
}
