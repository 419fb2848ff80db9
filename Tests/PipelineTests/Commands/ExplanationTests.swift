import Domain
import Testing

@testable import Pipeline

@Suite struct ExplanationTests {
  @Test func explainsByIdAndByNumber() throws {
    let lines = try Explanation.lines("openings_per_seeker")
    #expect(lines.first == "F2 openings_per_seeker")
    #expect(lines.contains { $0.contains("求人倍率") })
    #expect(try Explanation.lines("f2") == lines)
    #expect(try Explanation.lines(nil).count == IndicatorDefinition.all.count + OutlookTerm.all.count)
  }

  /// What pages and tables of forecasts say can be looked up, in the words that stand there.
  @Test(arguments: [
    "预测中位数", "p50", "80% 区间", "区间", "预警级别", "预警色", "红色", "red", "缺口", "回测", "MASE", "mase", "覆盖率",
    "coverage_95", "上年同期值", "combination",
  ])
  func explainsTheTermsOfForecasts(_ word: String) throws {
    let lines = try Explanation.lines(word)
    #expect(lines.contains { $0.hasPrefix("含义  ") && $0.count > 10 }, "\(lines)")
  }

  @Test func termsHaveTheirOwnIds() {
    let ids = OutlookTerm.all.map(\.id) + IndicatorDefinition.all.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test func unknownIdGivesTheNearest() throws {
    let error = try failure { try Explanation.lines("opening_per_seeker") }
    #expect(error.code == 650)
    #expect(error.text.contains("openings_per_seeker"))
    #expect(try failure { try Explanation.lines("预警级") }.text.contains("预警级别"))
  }
}
