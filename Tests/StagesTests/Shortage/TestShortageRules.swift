import Domain

extension ShortageRules {
  /// Those of METHODS.
  static func test(year: Int = 2025, note: String = "首次设定") -> ShortageRules {
    ShortageRules(
      floor: Floor(openings: 20, employers: 3),
      weights: [.ratio: 2, .fillRate: 2, .duration: 1, .applicants: 1, .payGrowth: 1, .persistence: 1],
      cuts: [
        .fillRate: Cuts([80, 67, 50]), .duration: Cuts([0.9, 1.1, 1.3]), .applicants: Cuts([3, 2, 1]),
        .payGrowth: Cuts([0, 2, 5]), .persistence: Cuts([3, 5, 7]),
      ],
      ratioCap: 1, leastIndicators: 4, levels: [.light: 1.5, .medium: 2, .heavy: 2.5], fiveStars: 2.75,
      threeStars: 2.25,
      types: Types(
        quantityRatioPoints: 3, quantitySeekersPerOpening: 0.5, skillApplicants: 1, skillSuitableShare: 0.3,
        supplyFillPoints: 2, supplyGraduateShare: 0.05, dynamicGrowth: 30),
      talent: Talent(education: ["10", "20", "30"], skill: ["3", "2", "1"], leastShare: 0.5),
      titles: Titles(listed: 0.5, sure: 0.8), baseYear: year, baseNote: note)
  }
}
