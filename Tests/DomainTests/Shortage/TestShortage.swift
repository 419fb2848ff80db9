import Domain

extension ShortageRules {
  /// Those of METHODS.
  static let test = ShortageRules(
    floor: Floor(openings: 20, employers: 3),
    weights: [.ratio: 2, .fillRate: 2, .duration: 1, .applicants: 1, .payGrowth: 1, .persistence: 1],
    cuts: [
      .fillRate: Cuts([80, 67, 50]), .duration: Cuts([0.9, 1.1, 1.3]), .applicants: Cuts([3, 2, 1]),
      .payGrowth: Cuts([0, 2, 5]), .persistence: Cuts([3, 5, 7]),
    ],
    ratioCap: 1, leastIndicators: 4, levels: [.light: 1.5, .medium: 2, .heavy: 2.5], fiveStars: 2.75, threeStars: 2.25,
    types: Types(
      quantityRatioPoints: 3, quantitySeekersPerOpening: 0.5, skillApplicants: 1, skillSuitableShare: 0.3,
      supplyFillPoints: 2, supplyGraduateShare: 0.05, dynamicGrowth: 30),
    talent: Talent(education: ["10", "20", "30"], skill: ["3", "2", "1"], leastShare: 0.5), baseYear: 2024,
    baseNote: "首次设定")
}

extension ShortageBase {
  static let test = ShortageBase(year: 2024, quartiles: [0.5, 1, 2], units: 40, note: "首次设定")
}

extension ShortageFigures {
  /// Above the floor, with these values of I1 to I6; nil is not at hand.
  static func test(_ values: [Double?], openings: Int = 20, employers: Int = 3) -> ShortageFigures {
    let pairs = zip(ShortageIndicator.allCases, values).compactMap { indicator, value in value.map { (indicator, $0) } }
    return ShortageFigures(
      demand: 100, seekers: 40, openings: openings, employers: employers,
      values: Dictionary(uniqueKeysWithValues: pairs))
  }
}
