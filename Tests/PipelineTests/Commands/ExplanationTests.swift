import Domain
import Testing

@testable import Pipeline

@Suite struct ExplanationTests {
  @Test func explainsByIdAndByNumber() throws {
    let lines = try Explanation.lines("openings_per_seeker")
    #expect(lines.first == "F2 openings_per_seeker")
    #expect(lines.contains { $0.contains("求人倍率") })
    #expect(try Explanation.lines("f2") == lines)
    #expect(try Explanation.lines(nil).count == IndicatorDefinition.all.count)
  }

  @Test func unknownIdGivesTheNearest() throws {
    let error = try failure { try Explanation.lines("opening_per_seeker") }
    #expect(error.code == 650)
    #expect(error.text.contains("openings_per_seeker"))
  }
}
