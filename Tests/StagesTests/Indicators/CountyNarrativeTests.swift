import Domain
import Tables
import Testing

@testable import Stages

@Suite struct CountyNarrativeTests {
  private let period = Period(unit: .quarter, ordinal: 8106)

  /// - Parameter ratios: by county, of the period before and of this one; nil where it is hidden.
  private func sentence(_ ratios: [(String, before: Double?, now: Double?)]) throws -> String? {
    func cell(_ value: Double?) -> ProtectedCell {
      ProtectedCell(shown: value.map { .number($0, decimals: 2) } ?? .suppressed)
    }
    let counties = ratios.map { name, before, now in
      RegionReport(
        code: name, name: Label(zh: name, en: name), headline: nil, narrative: [], keyFigures: [], tables: [],
        trend: [(period.previous, before), (period, now)].map { period, ratio in
          TrendPoint(period: period, demand: cell(nil), seekers: cell(nil), ratio: cell(ratio), fillRate: cell(nil))
        })
    }
    return try CountyNarrative(counties: counties, period: period, texts: Texts.shipped()).sentence()?.zh
  }

  @Test func countiesAreComparedWithEachOtherAndWithTheirPast() throws {
    #expect(
      try sentence([("港口区", 1.49, 1.59), ("防城区", 1.15, 0.93), ("上思县", 0.84, 0.93), ("东兴市", 1.99, 1.59)])
        == "从各县（市、区）看，求人倍率最高的是港口区、东兴市（1.59），最低的是防城区、上思县（0.93）；与上季度相比，港口区上升最多（0.10），东兴市下降最多（0.40），防城区转为求职多于需求。")
    #expect(
      try sentence([("甲", 0.9, 1.1), ("乙", 1, 1.2), ("丙", 1.2, 1)])
        == "从各县（市、区）看，求人倍率最高的是乙（1.20），最低的是丙（1.00）；与上季度相比，甲、乙上升最多（0.20），丙下降最多（0.20），甲转为需求多于求职。")
  }

  @Test func equalCountiesAreSaidSo() throws {
    #expect(try sentence([("甲", 1.2, 1.2), ("乙", 1.2, 1.2)]) == "从各县（市、区）看，求人倍率均为1.20。")
    #expect(
      try sentence([("甲", 1.1, 1.2), ("乙", 1.1, 1.2)])
        == "从各县（市、区）看，求人倍率均为1.20；与上季度相比，甲、乙上升最多（0.10）。")
  }

  /// A county of which a ratio is hidden is neither named nor compared, and that some are left out is said.
  @Test func hiddenCountiesAreLeftOut() throws {
    #expect(
      try sentence([("甲", nil, 1.2), ("乙", 1.3, 1.1), ("丙", 1, nil)])
        == "从各县（市、区）看，在可以公布的各类中，求人倍率最高的是甲（1.20），最低的是乙（1.10）；与上季度相比，乙下降最多（0.20）。")
    #expect(try sentence([("甲", 1, 1.2), ("乙", 1, nil)]) == nil)
    #expect(try sentence([]) == nil)
    #expect(try sentence([("甲", nil, 1.2), ("乙", nil, 1.1)])?.contains("与上季度相比") == false)
  }
}
