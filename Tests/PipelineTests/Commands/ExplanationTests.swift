import Domain
import Foundation
import Testing

@testable import Pipeline

@Suite struct ExplanationTests {
  private let spec: PipelineSpec

  init() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/../../../Pipelines"
    spec = try PipelineSpec(file: folder + "/quarterly-bulletin.yaml")
  }

  private func lines(_ id: String?) throws -> [String] { try Explanation.lines(id, of: spec) }

  @Test func explainsByIdAndByNumber() throws {
    let told = try lines("openings_per_seeker")
    #expect(told.first == "F2 openings_per_seeker")
    #expect(told.contains { $0.contains("求人倍率") })
    #expect(try lines("f2") == told)
    #expect(try lines(nil).count > Indicator.allCases.count + OutlookTerm.allCases.count)
  }

  /// What pages and tables of forecasts say can be looked up, in the words that stand there.
  @Test(arguments: [
    "预测中位数", "p50", "80% 区间", "区间", "预警级别", "预警色", "红色", "red", "缺口", "回测", "MASE", "mase", "覆盖率",
    "coverage_95", "上年同期值", "combination",
  ])
  func explainsTheTermsOfForecasts(_ word: String) throws {
    let told = try lines(word)
    #expect(told.contains { $0.hasPrefix("含义  ") && $0.count > 10 }, "\(told)")
  }

  @Test func termsHaveTheirOwnIds() {
    let ids = OutlookTerm.allCases.map(\.rawValue) + Indicator.allCases.map(\.rawValue)
    #expect(Set(ids).count == ids.count)
  }

  @Test func unknownIdGivesTheNearest() throws {
    let error = try failure { try lines("opening_per_seeker") }
    #expect(error.code == 650)
    #expect(error.text.contains("openings_per_seeker"))
    #expect(try failure { try lines("预警级") }.text.contains("预警级别"))
  }
}
