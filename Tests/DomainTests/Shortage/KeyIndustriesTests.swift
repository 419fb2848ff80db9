import Domain
import Testing

@Suite struct KeyIndustriesTests {
  private let all = KeyIndustries(
    industries: [
      KeyIndustry(
        name: "冶金", industries: ["31", "32"], occupations: ["6-17"],
        fields: [
          KeyIndustry.Field(name: "钢铁", industries: ["31"], occupations: ["6-17-02"]),
          KeyIndustry.Field(name: "有色", industries: ["32"], occupations: []),
        ]),
      KeyIndustry(name: "医药", industries: ["27"], occupations: [], fields: []),
      KeyIndustry(name: "生物", industries: ["276"], occupations: ["6-17-05-01"], fields: []),
    ], leastShare: 0.5,
    categories: [
      .management: ["1", "3"], .professional: ["2"], .marketing: ["4-01", "2-06-07-02"], .skilled: ["4", "6"],
    ])

  private func match(_ occupation: String, _ industries: [(String, Int)] = []) -> String? {
    let profile = PostingProfile(
      title: nil, education: nil, titleLevel: nil, skillLevel: nil, major: nil, experience: nil, pay: [nil, nil, nil],
      talentShare: 0, industries: industries.map { (code: $0.0, openings: $0.1) })
    return all.match(profile, occupation: occupation).map { "\($0.industry.name)/\($0.field?.name ?? "")" }
  }

  @Test func aListedOccupationBelongsWhoeverOffersIt() {
    #expect(match("6-17-02-02", [("27", 100)]) == "冶金/钢铁")
    #expect(match("6-17-09", [("32", 1), ("27", 100)]) == "冶金/有色")
    #expect(match("6-17-05-01") == "生物/")
    #expect(match("6-170") == nil)
  }

  @Test func othersGoWhereMostOfTheirOpeningsAre() {
    #expect(match("4-02-05-01", [("31", 5), ("51", 5)]) == "冶金/钢铁")
    #expect(match("4-02-05-01", [("3110", 4), ("32", 1), ("51", 6)]) == nil)
    #expect(match("4-02-05-01", [("3110", 2), ("32", 3), ("C", 4)]) == "冶金/有色")
    // What counts is the part of all key industries together.
    #expect(match("4-02-05-01", [("31", 3), ("27", 2), ("51", 5)]) == "冶金/钢铁")
    // 276 lies in 27, but the longer code decides.
    #expect(match("4-02-05-01", [("2761", 3), ("271", 2)]) == "生物/")
    #expect(match("4-02-05-01") == nil)
  }

  @Test(
    arguments: [
      ("2-06-07-02", .marketing), ("2-06-07", .professional), ("4-01-02-01", .marketing), ("4-02-05-01", .skilled),
      ("1-06-01-02", .management), ("5-01-02-01", nil),
    ] as [(String, JobCategory?)])
  func theLongestCodeGivesTheCategory(occupation: String, category: JobCategory?) {
    #expect(all.category(of: occupation) == category)
  }
}
