import Domain
import TestSupport
import Testing

@testable import Pipeline

@Suite struct ForecastRulesTests {
  private let folder: ProjectFolder

  init() throws { folder = try ProjectFolder() }

  private func read(_ text: String) throws -> OutlookRules {
    try folder.write(text, "forecast.yaml")
    return try ForecastRules.read(folder.path)
  }

  @Test func readsLevelsAndFloor() throws {
    let rules = try read("warning: {blue: 0.4, red: 0.95}\nleast_openings: 30\n")
    #expect(rules.chances == [.blue: 0.4, .red: 0.95] && rules.leastOpenings == 30)
    #expect(try read("warning: {orange: 1}\n").leastOpenings == 0)
  }

  @Test func theShippedOnesAreThoseOfTheMethod() throws {
    let rules = try ForecastRules.read(ProjectFolder.shipped + "/rules")
    #expect(rules.chances == [.blue: 0.5, .yellow: 0.65, .orange: 0.8, .red: 0.9])
  }

  @Test func theMissingFileSaysWhatItIsFor() throws {
    let error = try failure { try ForecastRules.read(folder.path) }
    #expect(error.code == .missingRules && error.text.contains("预测与预警") && error.text.contains("forecast: false"))
  }

  @Test(arguments: [
    ("warning: {blue: 1.2}\n", ErrorCode.wrongValue, "1:17"), ("warning: {blue: 0}\n", .wrongValue, "1:17"),
    ("warning: {blue: 0.7, yellow: 0.6}\n", .wrongValue, "1:10"), ("warning: {}\n", .wrongValue, "1:10"),
    ("warning: {bleu: 0.5}\n", .unknownKey, "1:11"), ("least_openings: 5\n", .missingKey, "1:1"),
    ("warning: {blue: 0.5}\nleast_openings: -1\n", .wrongValue, "2:17"),
  ])
  func errorsNameTheirPlace(text: String, code: ErrorCode, place: String) throws {
    let error = try failure { try read(text) }
    #expect((error.code, error.place) == (code, "forecast.yaml:\(place)"))
  }
}
