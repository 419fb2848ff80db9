import Domain
import Testing

@Suite struct RuleReviewTests {
  private func review(_ verdicts: [LeadAnswer.Verdict]) -> RuleReview {
    verdicts.reduce(into: RuleReview()) { $0.count($1) }
  }

  private func review(upheld: Int, unfounded: Int) -> RuleReview {
    review(
      [LeadAnswer.Verdict](repeating: .confirmed, count: upheld)
        + [LeadAnswer.Verdict](repeating: .unfounded, count: unfounded))
  }

  /// 0.738879 and 0.945405: computed apart from this program.
  @Test func theIntervalIsWilsons() throws {
    let interval = try #require(review(upheld: 35, unfounded: 5).interval)
    #expect(abs(interval.lowerBound - 0.7388788) < 1e-6 && abs(interval.upperBound - 0.9454050) < 1e-6)
    #expect(RuleReview().interval == nil && RuleReview().precision == nil)
    #expect(review(upheld: 3, unfounded: 0).interval?.upperBound == 1)
  }

  @Test func aRuleStepsDownWithEnoughReviewsOnly() {
    #expect(review(upheld: 23, unfounded: 7).stepsDown)
    #expect(!review(upheld: 24, unfounded: 6).stepsDown)
    #expect(!review(upheld: 0, unfounded: 29).stepsDown)
    #expect(!RuleReview().stepsDown)
  }

  @Test func whatDecidesNothingDoesNotCount() {
    let review = review([.confirmed, .corrected, .referred, .unclear, .unfounded])
    #expect(review.upheld == 3 && review.unfounded == 1)
  }

  @Test func fourQuartersCount() {
    func answer(_ lead: String, _ day: String) -> LeadAnswer {
      LeadAnswer(lead: lead, verdict: .confirmed, note: "", day: Day(iso: day)!, place: "")
    }
    let answers = [
      answer("C09/U1/2025Q4", "2025-12-31"), answer("C09/U1/2026Q1", "2026-01-01"),
      answer("C09/U2/2026Q3", "2026-11-02"),
      answer("C01/U2/2026Q3", "2026-11-02"),
    ]
    let reviews = RuleReview.byRule(answers, day: Day(iso: "2026-11-03")!)
    #expect(reviews["C09"]?.reviews == 2 && reviews["C01"]?.reviews == 1)
  }
}
