import Domain
import TestSupport
import Testing

@testable import Pipeline

@Suite struct DisclosureRulesFileTests {
  private let folder: ProjectFolder

  init() throws { folder = try ProjectFolder() }

  private func read(_ text: String) throws -> DisclosureRules {
    try folder.write(text, "disclosure.yaml")
    return try DisclosureRulesFile.read(folder.path)
  }

  @Test func theShippedOnesAreThoseOfTheMethod() throws {
    let rules = try DisclosureRulesFile.read(ProjectFolder.shipped + "/rules")
    #expect(rules.leastPersons == [.everybody: 10, .bureau: 5])
    #expect(rules.leastEmployers == 3 && rules.dominantPercent == 85)
  }

  @Test func theMissingFileSaysWhatItIsFor() throws {
    let error = try failure { try DisclosureRulesFile.read(folder.path) }
    #expect(error.code == .missingRules && error.text.contains("披露控制"))
  }

  @Test(arguments: [
    ("least_persons: {public: 0, internal: 5}\nleast_employers: 3\ndominant_percent: 85\n", "1:25"),
    ("least_persons: {public: 10, internal: 5}\nleast_employers: 0\ndominant_percent: 85\n", "2:18"),
    ("least_persons: {public: 10, internal: 5}\nleast_employers: 3\ndominant_percent: 30\n", "3:19"),
  ])
  func errorsNameTheirPlace(text: String, place: String) throws {
    let error = try failure { try read(text) }
    #expect(error.code == .wrongValue && error.place == "disclosure.yaml:\(place)")
  }
}
