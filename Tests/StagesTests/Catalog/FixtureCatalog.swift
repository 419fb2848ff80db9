import Domain

@testable import Stages

/// Units, experts and answers made by hand.
enum FixtureCatalog {
  static let window = (0..<4).map { Period(unit: .quarter, ordinal: 2025 * 4 + 3 + $0) }

  /// A unit whose six indicators have these points, or none.
  static func unit(
    _ occupation: String, _ name: String, level: ShortageLevel, mean: Double?, points: [Int] = [], talent: Double = 1,
    industries: [(code: String, openings: Int)] = [], members: [String] = [], evidence: TitleEvidence? = nil,
    demand: Int = 60
  ) -> ShortageUnit {
    let own = Dictionary(uniqueKeysWithValues: zip(ShortageIndicator.allCases, points))
    return ShortageUnit(
      occupation: occupation, name: name, members: members,
      figures: ShortageFigures(
        demand: demand, seekers: 20, openings: 50, employers: 5,
        values: mean == nil ? [:] : [.ratio: 3, .fillRate: 41.2, .duration: 1.25, .persistence: 7], durationDays: 50,
        payMedian: 6500, payMedianBefore: 6000, closed: 30, filled: 12),
      score: ShortageScore(
        points: own, mean: mean, level: level, stars: [0, 1, 2, 5][level.rawValue],
        types: level == .none ? [] : [.quantity]),
      profile: PostingProfile(
        title: .init(value: name + "员", share: 0.5), education: .init(value: "20", share: 0.62),
        titleLevel: .init(value: "0", share: 0.9), skillLevel: .init(value: "3", share: 0.4), major: nil,
        experience: .init(value: "3", share: 0.3), pay: [5500, 6500, 8000], talentShare: talent, industries: industries,
        evidence: evidence),
      history: (0..<3).map { step in
        ShortageQuarter(
          period: window[step], demand: 20 + step, seekers: 10, ratio: step == 1 ? nil : 2, payMedian: 6000,
          durationDays: step == 0 ? nil : 50)
      })
  }

  /// One unit of each kind: heavy, two medium and light in key industries, heavy elsewhere, light without talent, none, X.
  static let units = [
    unit("1-06-01-02", "企业经理", level: .none, mean: 1, points: [1, 1, 1, 1, 1, 1]),
    unit("2-02-06-03", "化工生产工程技术人员", level: .heavy, mean: 2.75, points: [3, 3, 2, 2, 3, 3], industries: [("26", 9)]),
    unit("2-02-07-04", "设备工程技术人员", level: .medium, mean: 2.125, points: [2, 2, 2, 2, 2, 3], industries: [("26", 9)]),
    unit("2-02-18-09", "港口与航道工程技术人员", level: .heavy, mean: 3, points: [3, 3, 3, 3, 3, 3], industries: [("55", 9)]),
    unit(
      "2-05-08", "护理人员", level: .light, mean: 1.5, points: [2, 1, 1, 2, 1, 2], industries: [("84", 5)],
      members: ["2-05-08-02", "2-05-08-03"]),
    unit("4-02-07-08", "快递员", level: .light, mean: 1.625, points: [2, 2, 1, 1, 1, 2], talent: 0.1),
    // Has a forecast and a warning in the outlook.
    unit(
      "6-01-01-04", "电工", level: .medium, mean: 2, points: [2, 2, 2, 2, 2, 2], industries: [("26", 3)],
      evidence: TitleEvidence(
        openings: [.given: 20, .high: 10, .medium: 20], titles: [TitleEvidence.Title(text: "维修电工", openings: 31)])),
    unit("6-17-02-02", "炼钢工", level: .none, mean: nil, points: [3]),
  ]

  static let industries = KeyIndustries(
    industries: [
      KeyIndustry(name: "化工", industries: ["26"], occupations: [], fields: []),
      KeyIndustry(
        name: "国际医学开放", industries: ["84"], occupations: [],
        fields: [KeyIndustry.Field(name: "医疗服务", industries: ["84"], occupations: [])]),
    ], leastShare: 0.5, categories: [.management: ["1"], .professional: ["2"], .skilled: ["4", "6"]])

  static let day = Day(year: 2026, month: 9, day: 30)!

  static let today = Day(year: 2026, month: 11, day: 24)!

  static let register = ExpertRegister([
    expert("E001", ["2-02"]), expert("E002", ["2-02-06", "2-05"]), expert("E003", ["2-02"]),
    expert("E009", ["2"], until: Day(year: 2025, month: 12, day: 31)!),
  ])

  private static func expert(
    _ id: String, _ occupations: [String], until: Day = Day(year: 2028, month: 12, day: 31)!
  ) -> Expert {
    Expert(
      id: id, name: "黄某", organisation: "市行业协会", area: "化工",
      terms: occupations.map { .init(occupation: $0, validUntil: until) })
  }

  static func report(_ units: [ShortageUnit] = units) -> ShortageReport {
    ShortageReport(
      window: window, base: ShortageBase(year: 2024, quartiles: [0.85, 1.2, 1.76], units: 57, note: "首次设定"),
      cityDuration: 40, cityPayGrowth: 4.1, units: units,
      sensitivity: ShortageIndicator.allCases.flatMap { indicator in
        [0.5, -0.5].map { SensitivityRun(indicator: indicator, change: .weight, factor: $0, changed: 2, units: 6) }
          + [0.1, -0.1].map {
            SensitivityRun(indicator: indicator, change: .thresholds, factor: $0, changed: 1, units: 6)
          }
      }, stability: [StabilityStep(period: window[3], units: 6, flipped: 1)])
  }

  /// - Parameter answers: rows of `职业代码,意见,调整后程度,理由,专家编号,日期`.
  static func answers(_ rows: String...) -> OpinionFile {
    let text = (["职业代码,意见,调整后程度,理由,专家编号,日期"] + rows).joined(separator: "\n") + "\n"
    return OpinionFile(Array(text.utf8), name: "draft-1/answers.csv")
  }

  static func build(
    _ answers: [OpinionFile] = [], units: [ShortageUnit] = units, previous: PreviousCatalog? = nil,
    edition: CatalogEdition = CatalogEdition(period: Period("2026H2")!, kind: .draft, number: 1)
  ) throws -> Catalog {
    try CatalogBuilder(
      industries: industries, rules: .test(), book: TestBook.book, texts: Texts.shipped(), title: "急需紧缺人才目录",
      publisher: "人力资源和社会保障局"
    ).build(
      CatalogBuilder.Material(
        report: report(units), forecasts: forecasts, register: register,
        answers: answers,
        previous: previous, dataUntil: day, today: today), as: edition)
  }

  static let forecasts = CatalogForecasts([
    "6-01-01-04": CatalogForecast(
      steps: (1...4).map { step in
        let point = Double(10 * step)
        return (
          window[3].advanced(by: step),
          OutlookStep(point: point, low80: point - 15, high80: point + 15, low95: point - 25, high95: point + 25)
        )
      }, warning: .red)
  ])

  static let previous = PreviousCatalog(
    edition: CatalogEdition(period: Period("2026H1")!, kind: .final, number: 2),
    entries: [
      "2-02-06-03": PreviousEntry(
        occupation: "2-02-06-03", name: "化工生产工程技术人员", level: .medium, index: 70, points: [.ratio: 2], rank: nil)
    ])

  /// Everybody sees no counts, and nothing of one unit.
  static let sights = Dictionary(
    uniqueKeysWithValues: units.map {
      ($0.occupation, $0.occupation == "2-02-06-03" ? .nothing : CatalogVisibility(hidden: [.counts]))
    })

  /// Units for the ranking alone, the first the scarcest.
  static func ranked(_ count: Int) -> [ShortageUnit] {
    (1...count).map { number in
      unit(
        "6-02-\(10 + number)-01", "工\(number)", level: .light, mean: 2 - Double(number) / 100, talent: 0,
        demand: 60 + number)
    }
  }

  /// A first draft; one with answers, good and bad, and an edition before it; final ones as everybody and as the bureau
  /// may read them; a draft without any entry; one of a long ranking.
  static func variants() throws -> [Catalog] {
    let given = answers(
      "2-02-07-04,提高,,要,E001,2026-11-05", "2-05-08,同意,,,E002,2026-11-05", "2-02-06-03,提高,,多,E001,2026-11-05")
    let date = Day(year: 2026, month: 11, day: 24)
    return [
      try build(),
      try build(edition: CatalogEdition(period: Period("2026H2")!, kind: .final, number: 2, date: date))
        .protected(
          for: .bureau,
          sights.mapValues { _ in .everything }.merging(["4-02-07-08": CatalogVisibility(hidden: [.counts])]) { $1 }),
      try build([given], previous: previous),
      try build(
        [answers("2-05-08,同意,,,E002,2026-11-05")], previous: previous,
        edition: CatalogEdition(period: Period("2026H2")!, kind: .final, number: 1, date: date)
      ).protected(for: .everybody, sights),
      try build(
        units: [
          unit("1-06-01-02", "企业经理", level: .none, mean: 1, points: [1, 1, 1, 1, 1, 1]),
          unit(
            "6-01-01-04", "电工", level: .medium, mean: 2, points: [2, 2, 2, 2, 2, 2],
            evidence: TitleEvidence(openings: [.medium: 50], titles: [])),
        ], previous: previous),
      try build(units: ranked(17)),
    ]
  }
}
