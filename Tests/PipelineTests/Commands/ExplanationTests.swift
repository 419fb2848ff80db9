import Domain
import Foundation
import Testing

@testable import Pipeline

@Suite struct ExplanationTests {
  @Test func explainsByIdAndByNumber() throws {
    let lines = try Explanation.lines("openings_per_seeker")
    #expect(lines.first == "F2 openings_per_seeker")
    #expect(lines.contains { $0.contains("求人倍率") })
    #expect(try Explanation.lines("f2") == lines)
    let all = IndicatorDefinition.all.count + OutlookTerm.all.count + CodeRegister.all.count
    #expect(try Explanation.lines(nil).count == all)
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

  @Test func explainsCodesWithoutAPipeline() throws {
    func noPipeline() throws -> PipelineSpec { throw CocoaError(.fileNoSuchFile) }
    let lines = try Explanation.lines("TF413", of: noPipeline)
    #expect(lines.first == "代码 TF413")
    #expect(lines.contains { $0.hasPrefix("含义  流程不编公报") } && lines.contains { $0.contains("makes no bulletin") })
    for text in ["413", "tf413"] { #expect(try Explanation.lines(text, of: noPipeline) == lines) }
    let rule = try Explanation.lines("row.columns", of: noPipeline)
    #expect(rule.starts(with: ["代码 row.columns", "处理  退回", "含义  列数与表头不符"]))
    let unknown = try failure { try Explanation.lines("TF699x") }
    #expect(unknown.code == .unknownName)
    let other = try failure { try Explanation.lines("tf999", of: noPipeline) }
    #expect((other.code, other.exit) == (.unknownName, .data))
    #expect(other.text.contains("没有这个代码") && other.text.contains("TF790、TF774、TF773"), "\(other.text)")
    #expect(try failure { try Explanation.lines("row.colums") }.text.contains("row.columns"))
  }

  @Test func termsHaveTheirOwnIds() {
    let ids = OutlookTerm.all.map(\.id) + IndicatorDefinition.all.map(\.id) + CodeRegister.all.map(\.code)
    #expect(Set(ids).count == ids.count)
  }

  @Test func unknownIdGivesTheNearest() throws {
    let error = try failure { try Explanation.lines("opening_per_seeker") }
    #expect(error.code == .unknownName)
    #expect(error.text.contains("openings_per_seeker"))
    #expect(try failure { try Explanation.lines("预警级") }.text.contains("预警级别"))
  }
}
