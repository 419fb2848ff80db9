import Domain
import Testing

@Suite struct ShortageScoringTests {
  private let scoring = ShortageScoring(rules: .test, base: .test)

  private func points(_ values: [Double?]) -> [Int?] {
    let points = scoring.score(.test(values)).points
    return ShortageIndicator.allCases.map { points[$0] }
  }

  /// I1 2.4 >= Q3 2: 3 points. I2 55 %: 2. I3 1.2: 2. I4 0.8: 3. I5 5.5: 3. I6 8: 3.
  /// P = (3*2 + 2*2 + 2 + 3 + 3 + 3) / 8 = 21 / 8 = 2.625; 262.5 / 3 = 87.5, half away from zero 88.
  @Test func heavyByHand() {
    let figures = ShortageFigures.test([2.4, 55, 1.2, 0.8, 5.5, 8])
    let score = scoring.score(figures)
    #expect(points([2.4, 55, 1.2, 0.8, 5.5, 8]) == [3, 2, 2, 3, 3, 3])
    #expect((score.mean, score.index, score.level, score.stars, score.coverage) == (2.625, 88, .heavy, 4, 6))
  }

  /// I1 1.5 between Q2 and Q3: 2. I2 45 %: 3. I3 1.0: 1. I4 1.5: 2. I5 1: 1. I6 5: 2.
  /// P = (2*2 + 3*2 + 1 + 2 + 1 + 2) / 8 = 16 / 8 = 2; 200 / 3 = 66.67.
  @Test func mediumByHand() {
    let score = scoring.score(.test([1.5, 45, 1, 1.5, 1, 5]))
    #expect(points([1.5, 45, 1, 1.5, 1, 5]) == [2, 3, 1, 2, 1, 2])
    #expect((score.mean, score.index, score.level, score.stars) == (2, 67, .medium, 2))
  }

  /// I1 1.2: 2. I2 66.9 %: 2. I3 0.5: 0. I4 2.5: 1. I5 -5: 0. I6 8: 3.
  /// P = (2*2 + 2*2 + 0 + 1 + 0 + 3) / 8 = 12 / 8 = 1.5; 150 / 3 = 50.
  @Test func lightByHand() {
    let score = scoring.score(.test([1.2, 66.9, 0.5, 2.5, -5, 8]))
    #expect(points([1.2, 66.9, 0.5, 2.5, -5, 8]) == [2, 2, 0, 1, 0, 3])
    #expect((score.mean, score.index, score.level, score.stars) == (1.5, 50, .light, 1))
  }

  @Test(
    arguments: [
      (.fillRate, [80, 79.9, 67, 66.9, 50, 49.9], [0, 1, 1, 2, 2, 3]),
      (.duration, [0.89, 0.9, 1.1, 1.3, 33 / 30, 9], [0, 1, 2, 3, 2, 3]),
      (.applicants, [3, 2.9, 2, 1, 0.99, 0], [0, 1, 1, 2, 3, 3]),
      (.payGrowth, [-0.01, 0, 2, 4.9, 5, (1.07 - 1) * 100 - 2], [0, 1, 2, 2, 3, 3]),
      (.persistence, [2, 3, 4, 5, 6, 7], [0, 1, 1, 2, 2, 3]),
      (.ratio, [0.49, 0.5, 1, 1.01, 1.99, 2], [0, 1, 1, 2, 2, 3]),
    ] as [(ShortageIndicator, [Double], [Int])])
  func limitsAreOnTheSideThatTheMethodSays(indicator: ShortageIndicator, values: [Double], points: [Int]) {
    #expect(values.map { scoring.points(indicator, $0) } == points)
  }

  /// Quartiles below 1 would give more.
  @Test func aRatioOfOneOrLessIsWorthOnePointAtMost() {
    let base = ShortageBase(year: 2024, quartiles: [0.2, 0.4, 0.6], units: 9, note: "")
    let scoring = ShortageScoring(rules: .test, base: base)
    #expect([0.1, 0.3, 0.5, 0.9, 1, 1.001].map { scoring.points(.ratio, $0) } == [0, 1, 1, 1, 1, 3])
  }

  @Test func whatIsMissingIsLeftOutOfTheMean() {
    // (3*2 + 3*1 + 0*1 + 3*1) / (2 + 1 + 1 + 1)
    let score = scoring.score(.test([2, nil, 1.3, 3, nil, 8]))
    #expect(score.mean == 12.0 / 5 && score.coverage == 4 && score.level == .medium && score.stars == 3)
  }

  @Test(arguments: 0..<6)
  func eachMayBeMissingButTheFirst(place: Int) {
    var values: [Double?] = [2.4, 55, 1.2, 0.8, 5.5, 8]
    values[place] = nil
    let score = scoring.score(.test(values))
    #expect(score.points[ShortageIndicator.allCases[place]] == nil && score.coverage == 5)
    #expect(score.isUnassessed == (place == 0))
  }

  @Test func fourOfSixMustBeThere() {
    #expect(!scoring.score(.test([2, 40, 1.3, 0, nil, nil])).isUnassessed)
    let three = scoring.score(.test([2, 40, 1.3, nil, nil, nil]))
    #expect(three.isUnassessed && three.level == .none && three.stars == 0 && three.index == nil)
    #expect(three.points.count == 3)
  }

  @Test(arguments: [(20, 3, true), (19, 3, false), (20, 2, false), (0, 0, false)])
  func belowTheFloorIsX(openings: Int, employers: Int, isAssessed: Bool) {
    let figures = ShortageFigures.test([3, 10, 2, 0, 9, 8], openings: openings, employers: employers)
    #expect(scoring.score(figures).isUnassessed == !isAssessed)
    #expect(scoring.score(figures, isOccupation: false).isUnassessed)
  }

  /// 2.0 as (2 * 0.1 + 2 * 0.2) / 0.3 is a little off in binary.
  @Test func limitsAreReachedWhateverTheBinaryForm() {
    var rules = ShortageRules.test
    rules = ShortageRules(
      floor: rules.floor, weights: [.ratio: 0.1, .fillRate: 0.2, .duration: 0.7, .applicants: 0.1], cuts: rules.cuts,
      ratioCap: 1, leastIndicators: 4, levels: rules.levels, fiveStars: 2.75, threeStars: 2.25, types: rules.types,
      talent: rules.talent, baseYear: 2024, baseNote: "")
    let score = ShortageScoring(rules: rules, base: .test).score(.test([1.5, 60, 1.2, 1.5]))
    #expect(score.level == .medium)
  }

  @Test(arguments: [(2.75, 5), (2.625, 4), (2.5, 4), (2.375, 3), (2.25, 3), (2.125, 2), (2, 2), (1.875, 1), (1.375, 0)])
  func starsOfEachEighth(mean: Double, stars: Int) {
    // Weights of 8 in all: points that sum up to 8 * mean.
    var rest = Int(mean * 8)
    var points: [Int] = []
    for weight in [2, 2, 1, 1, 1, 1] {
      let own = min(3, rest / weight)
      points.append(own)
      rest -= own * weight
    }
    let values: [[Double]] = [
      [0, 0.7, 1.5, 2], [90, 70, 60, 10], [0, 1, 1.2, 2], [4, 2.5, 1.5, 0], [-1, 1, 3, 9], [0, 3, 5, 8],
    ]
    let score = scoring.score(.test(zip(values, points).map { $0[$1] }))
    #expect(rest == 0 && score.mean == mean && score.stars == stars)
  }
}
