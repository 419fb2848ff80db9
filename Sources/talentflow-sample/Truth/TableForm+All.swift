extension TableForm {
  /// T2 to T5 and T8 to T12.
  static let all: [TableForm] = [
    sectors, industries, ownership, occupations, categories, sexes, ages, education, levels,
  ]

  private static let sectors = TableForm(
    id: "T2", sides: [.demand], ratio: .absent, spreads: true,
    rows: [
      Row(key: "primary") { $0.section == "A" },
      Row(key: "secondary") { "BCDE".contains($0.section) && $0.section != "" },
      Row(key: "tertiary") { $0.section >= "F" }, total,
    ])

  private static let industries = TableForm(
    id: "T3", sides: [.demand], ratio: .absent,
    rows: rows("ABCDEFGHIJKLMNOPQRST".map { ("\($0)", "\($0)") }, by: \.section)
      + [Row(key: "other") { $0.section.isEmpty }, total])

  private static let enterprises = [
    ("state", "11"), ("collective", "12"), ("cooperative", "13"), ("joint", "14"), ("llc", "15"), ("jsc", "16"),
    ("private", "17"), ("other_enterprise", "18"), ("hmt", "21"), ("foreign", "22"), ("individual", "31"),
  ]

  private static let ownership = TableForm(
    id: "T4", sides: [.demand], ratio: .absent,
    rows: [Row(key: "enterprise") { fact in enterprises.contains { $0.1 == fact.ownership } }]
      + enterprises.map { key, code in Row(key: key, holds: { $0.ownership == code }, parent: "enterprise") }
      + rows([("institution", "41"), ("government", "42")], by: \.ownership)
      + [Row(key: "other") { $0.ownership == "90" || $0.ownership.isEmpty }, total])

  private static let occupations = TableForm(
    id: "T5", sides: [.demand, .seekers], ratio: .sharingSeekers,
    rows: (1...8).map { number in Row(key: "\(number)") { $0.occupation.hasPrefix("\(number)") } }
      + [
        none("unclassified", .demand) { $0.occupation.isEmpty }, none("none", .seekers) { $0.occupation.isEmpty },
        total,
      ])

  private static let categories = TableForm(
    id: "T8", sides: [.seekers], ratio: .absent,
    rows: [
      Row(key: "youth") { $0.category == "10" || $0.category == "11" },
      Row(key: "graduate", holds: { $0.category == "11" }, parent: "youth"),
    ]
      + rows(
        [
          ("reemployed", "20"), ("other_unemployed", "30"), ("employed", "40"), ("laidoff", "50"), ("retired", "60"),
          ("student", "70"), ("rural", "80"), ("nonlocal", "90"), ("unknown", ""),
        ], by: \.category) + [total])

  private static let sexes = TableForm(
    id: "T9", sides: [.demand, .seekers], ratio: .sharingDemand,
    rows: rows([("male", 1), ("female", 2)], by: \.sex)
      + [none("none", .demand) { $0.sex == 0 }, none("unknown", .seekers) { $0.sex == 0 }, total])

  private static let ages = TableForm(
    id: "T10", sides: [.demand, .seekers], ratio: .sharingDemand,
    rows: [
      Row(key: "16-24") { (1...24).contains($0.age) }, Row(key: "25-34") { (25...34).contains($0.age) },
      Row(key: "35-44") { (35...44).contains($0.age) }, Row(key: "45+") { $0.age >= 45 },
      none("none", .demand) { $0.age == 0 }, none("unknown", .seekers) { $0.age == 0 }, total,
    ])

  private static let education = TableForm(
    id: "T11", sides: [.demand, .seekers], ratio: .sharingDemand,
    rows: [
      Row(key: "junior") { ["70", "80", "90"].contains($0.education) },
      Row(key: "senior") { ["40", "60"].contains($0.education) },
      Row(key: "vocational", holds: { $0.education == "40" }, parent: "senior"),
    ] + rows([("college", "30"), ("bachelor", "20"), ("master", "10")], by: \.education)
      + [none("none", .demand) { $0.education.isEmpty }, none("unknown", .seekers) { $0.education.isEmpty }, total])

  private static let levels = TableForm(
    id: "T12", sides: [.demand, .seekers], ratio: .sharingDemand,
    rows: rows(
      [
        ("skill5", "S5"), ("skill4", "S4"), ("skill3", "S3"), ("skill2", "S2"), ("skill1", "S1"), ("title1", "T1"),
        ("title2", "T2"), ("title3", "T3"),
      ], by: \.level)
      + [
        Row(key: "no_level", holds: { $0.level.isEmpty }, side: .seekers), none("none", .demand) { $0.level.isEmpty },
        total,
      ])
}
