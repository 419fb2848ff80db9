import Domain
import Testing

@Suite struct ShortageSensitivityTests {
  private let scoring = ShortageScoring(rules: .test, base: .test)

  private func unit(_ code: String, _ values: [Double?], openings: Int = 20) -> ShortageUnit {
    let figures = ShortageFigures.test(values, openings: openings)
    return ShortageUnit(
      occupation: code, name: code, members: [], figures: figures, score: scoring.score(figures),
      profile: PostingProfile(
        title: nil, education: nil, titleLevel: nil, skillLevel: nil, major: nil, experience: nil,
        pay: [nil, nil, nil],
        talentShare: 0, industries: []), history: [])
  }

  /// On the limit of 中度 at 16 / 8. With I2 (3 points) at weight 3: 19 / 9 = 2.11, at weight 1: 13 / 7 = 1.86, so 轻度.
  /// With I1 (2 points) at weight 3: 18 / 9 = 2.0, at 1: 14 / 7 = 2.0.
  private let medium: [Double?] = [1.5, 45, 1, 1.5, 1, 5]

  @Test func movesByHand() {
    let moves = ShortageSensitivity(scoring).moves(.test(medium)).map {
      "\($0.variation.indicator.rawValue) \($0.variation.change) \($0.variation.factor) \($0.level)"
    }
    // The other weights: I3 and I5 (1 point) at 1.5: 16.5 / 8.5 = 1.94. I4 and I6 (2 points) keep the mean.
    // Thresholds: I2 45 is not below 50 * 0.9 = 45: 14 / 8 = 1.75. I6 5 is below 5 * 1.1 = 5.5: 15 / 8 = 1.88.
    // I3 1.0 is above 1.1 * 0.9 = 0.99: 17 / 8, still 中度. The others keep their points.
    #expect(
      moves == [
        "I2 weight -0.5 light", "I2 thresholds -0.1 light", "I3 weight 0.5 light", "I5 weight 0.5 light",
        "I6 thresholds 0.1 light",
      ])
  }

  @Test func runsCountAssessedUnits() {
    let units = [
      unit("1", medium), unit("2", [9, 0, 9, 0, 99, 8]), unit("3", [0.1, 99, 0.1, 9, -9, 0]),
      unit("4", medium, openings: 1),
    ]
    let runs = ShortageSensitivity(scoring).runs(units)
    #expect(runs.count == 24 && runs.allSatisfy { $0.units == 3 })
    #expect(runs.filter { $0.changed == 1 }.count == 5 && runs.filter { $0.changed > 1 }.isEmpty)
  }

  @Test func whatCannotBeAssessedHasNoMoves() {
    #expect(ShortageSensitivity(scoring).moves(.test(medium, openings: 1)).isEmpty)
  }
}
