import Domain
import TestSupport
import Testing

@testable import Pipeline

@Suite struct KeyIndustriesFileTests {
  private let folder: ProjectFolder
  private let book: CodeBook

  init() throws {
    folder = try ProjectFolder()
    book = try CodeListFolder.read(ProjectFolder.shipped + "/codelists")
  }

  private func read(_ industries: String, _ rest: String = "categories: {skilled: [\"6\"]}") throws -> KeyIndustries {
    try folder.write("least_share: 0.5\nindustries:\n\(industries)\n\(rest)\n", "key-industries.yaml")
    return try KeyIndustriesFile.read(folder.path, book: book)
  }

  @Test func theShippedOnesAreThoseOfTheCity() throws {
    let all = try KeyIndustriesFile.read(ProjectFolder.shipped + "/rules", book: book)
    #expect(
      all.industries.map(\.name) == ["冶金", "粮油", "能源", "化工", "医药", "生物", "制造业", "国际医学开放", "边境旅游"])
    #expect(all.industries.allSatisfy { !$0.fields.isEmpty })
    let none = PostingProfile(
      title: nil, education: nil, titleLevel: nil, skillLevel: nil, major: nil, experience: nil, pay: [nil, nil, nil],
      talentShare: 0, industries: [])
    for (occupation, industry, category) in [
      ("6-17-02-02", "冶金", JobCategory.skilled), ("6-01-01-03", "粮油", .skilled), ("2-02-27-04", "能源", .professional),
      ("6-11-01-03", "化工", .skilled), ("2-05-01-19", "国际医学开放", .professional), ("4-07-04-01", "边境旅游", .skilled),
    ] {
      #expect(all.match(none, occupation: occupation)?.industry.name == industry)
      #expect(all.category(of: occupation) == category)
    }
    #expect(all.category(of: "4-01-02-01") == .marketing && all.category(of: "1-06-01-02") == .management)
  }

  @Test func readsCodesAndFields() throws {
    let all = try read(
      "- {name: 甲, industry: [\"31\"], fields: [{name: 子, industry: [\"3110\"], occupations: [\"6-17-01\"]}]}")
    #expect(all.leastShare == 0.5 && all.categories[.skilled] == ["6"] && all.categories[.management] == [])
    #expect(
      all.industries == [
        KeyIndustry(
          name: "甲", industries: ["31"], occupations: [],
          fields: [KeyIndustry.Field(name: "子", industries: ["3110"], occupations: ["6-17-01"])])
      ])
  }

  @Test(arguments: [
    ("- {name: 甲, industry: [\"31\", \"999\"]}", ErrorCode.wrongValue, "3:30"),
    ("- {name: 甲, occupations: [\"6-17-02-99\"]}", .wrongValue, "3:27"),
    ("- {name: 甲, industry: [\"31\"]}\n- {name: 乙, industry: [\"32\", \"31\"]}", .wrongValue, "4:30"),
    ("- {name: 甲, industry: [\"31\"]}\n- {name: 甲, industry: [\"32\"]}", .wrongValue, "3:1"),
    ("- {name: 甲}", .wrongValue, "3:10"), ("- {industry: [\"31\"]}", .missingKey, "3:3"),
    ("- {name: 甲, industries: [\"31\"]}", .unknownKey, "3:13"),
    ("- {name: 甲, industry: [\"31\"], fields: [{name: 子, industry: [\"32\"]}]}", .wrongValue, "3:60"),
    (
      "- {name: 甲, industry: [\"31\"], fields: [{name: 子, industry: [\"311\"]}, {name: 丑, industry: [\"311\"]}]}",
      .wrongValue,
      "3:91"
    ),
    (
      "- {name: 甲, occupations: [\"6-17\"]}\n- {name: 乙, industry: [\"32\"], fields: [{name: 子, occupations: [\"6-17\"]}]}",
      .wrongValue, "4:39"
    ),
  ])
  func errorsNameTheirPlace(industries: String, code: ErrorCode, place: String) throws {
    let error = try failure { try read(industries) }
    #expect((error.code, error.place) == (code, "key-industries.yaml:\(place)"), "\(error.text)")
  }

  @Test func categoriesAreChecked() throws {
    let one = "- {name: 甲, industry: [\"31\"]}"
    let twice = try failure { try read(one, "categories: {skilled: [\"6\"], professional: [\"2\", \"6\"]}") }
    #expect(twice.code == .wrongValue && twice.text.contains("6 同时在"))
    #expect(try failure { try read(one, "categories: {skill: [\"6\"]}") }.code == .unknownKey)
    #expect(try failure { try read(one, "") }.code == .missingKey)
    try folder.write("least_share: 5\nindustries: []\n", "key-industries.yaml")
    #expect(try failure { try KeyIndustriesFile.read(folder.path, book: book) }.place == "key-industries.yaml:1:14")
  }
}
