import Domain
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite struct ShortageRulesFileTests {
  private let folder: ProjectFolder
  private let book: CodeBook
  private static let shipped = ProjectFolder.shipped + "/rules"

  init() throws {
    folder = try ProjectFolder()
    book = try CodeListFolder.read(ProjectFolder.shipped + "/codelists")
  }

  /// The shipped rules with one text replaced by another.
  private func read(_ old: String, _ new: String) throws -> ShortageRules {
    let text = try String(contentsOfFile: ShortageRulesFileTests.shipped + "/shortage.yaml", encoding: .utf8)
    #expect(text.contains(old), "\(old)")
    try folder.write(text.replacingOccurrences(of: old, with: new), "shortage.yaml")
    return try ShortageRulesFile.read(folder.path, book: book)
  }

  @Test func theShippedOnesAreThoseOfTheMethod() throws {
    let rules = try ShortageRulesFile.read(ShortageRulesFileTests.shipped, book: book)
    #expect((rules.floor.openings, rules.floor.employers) == (20, 3))
    #expect(
      rules.weights == [.ratio: 2, .fillRate: 2, .duration: 1, .applicants: 1, .payGrowth: 1, .persistence: 1])
    #expect(
      rules.cuts.mapValues(\.values) == [
        .fillRate: [80, 67, 50], .duration: [0.9, 1.1, 1.3], .applicants: [3, 2, 1], .payGrowth: [0, 2, 5],
        .persistence: [3, 5, 7],
      ])
    #expect(rules.ratioCap == 1 && rules.leastIndicators == 4)
    #expect(
      rules.levels == [.light: 1.5, .medium: 2, .heavy: 2.5] && rules.fiveStars == 2.75 && rules.threeStars == 2.25)
    #expect(rules.types.skillSuitableShare == 0.3 && rules.types.dynamicGrowth == 30)
    #expect(rules.talent.education == ["10", "20", "30"] && rules.talent.skill == ["3", "2", "1"])
    #expect(rules.titles?.listed == 0.5 && rules.titles?.sure == 0.8)
    #expect(rules.baseYear == 2024 && !rules.baseNote.isEmpty)
  }

  @Test func whatIsChangedIsRead() throws {
    #expect(try read("I2: {weight: 2,", "I2: {weight: 1.5,").weights[.fillRate] == 1.5)
    #expect(try read("cuts: [0, 2, 5]", "cuts: [-1, 2.5, 6]").cuts[.payGrowth]?.values == [-1, 2.5, 6])
    #expect(try read("base: {year: 2024", "base: {year: 2025").baseYear == 2025)
    #expect(try read("titles: {listed: 0.5, sure: 0.8}", "").titles == nil)
  }

  @Test(arguments: [
    ("floor: {openings: 20,", "floor: {opening: 20,", ErrorCode.unknownKey, "4:9"),
    ("floor: {openings: 20,", "floor: {openings: -1,", .wrongValue, "4:19"),
    ("floor: {openings: 20, employers: 3}", "floor: {openings: 20}", .missingKey, "4:8"),
    ("I1: {weight: 2, cap: 1}", "I1: {weight: 0, cap: 1}", .wrongValue, "9:16"),
    ("I1: {weight: 2, cap: 1}", "I1: {weight: 2, cuts: [1, 2, 3]}", .unknownKey, "9:19"),
    ("cuts: [80, 67, 50]", "cuts: [50, 67, 80]", .wrongValue, "11:25"),
    ("cuts: [0.9, 1.1, 1.3]", "cuts: [0.9, 1.1]", .wrongValue, "13:25"),
    ("cuts: [0.9, 1.1, 1.3]", "cuts: [0.9, x, 1.3]", .wrongValue, "13:25"),
    ("cuts: [0.9, 1.1, 1.3]", "cuts: [0.9, 0.9, 1.3]", .wrongValue, "13:25"),
    ("least_indicators: 4", "least_indicators: 7", .wrongValue, "22:19"),
    ("least_indicators: 4", "least_indicators: 0", .wrongValue, "22:19"),
    ("medium: 2.0", "medium: 1.2", .wrongValue, "25:9"),
    ("five: 2.75", "five: 3.5", .wrongValue, "26:28"),
    ("suitable_share: 0.3", "suitable_share: 30", .wrongValue, "33:42"),
    ("skill: [\"3\", \"2\", \"1\"]", "skill: [\"3\", \"9\", \"1\"]", .wrongValue, "40:54"),
    ("listed: 0.5", "listed: 50", .wrongValue, "43:18"),
    ("note: 首次设定；2024年是两方数据和上期结转都齐全的第一年", "note: \" \"", .wrongValue, "46:26"),
    ("base: {year: 2024, ", "base: {", .missingKey, "46:7"),
  ])
  func errorsNameTheirPlace(old: String, new: String, code: ErrorCode, place: String) throws {
    let error = try failure { try read(old, new) }
    #expect((error.code, error.place) == (code, "shortage.yaml:\(place)"), "\(error.text)")
    #expect(error.exit == .config)
  }

  @Test func aMissingFileIsNamed() throws {
    let error = try failure { try ShortageRulesFile.read(folder.path, book: book) }
    #expect(error.code == .missingRules && error.place == "shortage.yaml")
  }
}
