import Domain
import Testing

@testable import Stages

/// What is said of the periods ahead before their table: which side will be the larger one, or that it is open.
@Suite struct OutlookSectionTests {
  /// - Parameter gaps: P10, median and P90 of the periods ahead, each with its chance of a shortage.
  private func ahead(_ gaps: [(Double, Double, Double, Double)], _ language: Language = .zh, isHidden: Bool = false)
    throws -> String?
  {
    let origin = try #require(Period("2026Q3"))
    let none = OutlookLine(history: [100], steps: [], method: "", beatsSeasonalNaive: nil)
    let gap = OutlookLine(
      history: isHidden ? [] : [100],
      steps: gaps.map { OutlookStep(point: $0.1, low80: $0.0, high80: $0.2, low95: $0.0, high95: $0.2) }, method: "",
      beatsSeasonalNaive: nil)
    let lines = gaps.map { _ in OutlookStep(point: 1, low80: 1, high80: 1, low95: 1, high95: 1) }
    let side = OutlookLine(history: none.history, steps: lines, method: "", beatsSeasonalNaive: nil)
    let region = OutlookRegion(
      code: "450600",
      total: OutlookSubject(
        occupation: "", name: Label(""), demand: side, seekers: side, gap: gap, chances: gaps.map(\.3)),
      occupations: [], warnings: [])
    let outlook = Outlook(
      origin: origin, steps: gaps.indices.map { origin.advanced(by: $0 + 1) }, regions: [region], scores: [])
    let wording = OutlookWording(texts: try .shipped(), language: language)
    return OutlookSection(outlook: outlook, region: region, names: [:], wording: wording).context["ahead"] as? String
  }

  @Test func openingsStayAheadInEightOfTenCases() throws {
    let gaps = [(136.0, 429.0, 728.0, 0.969), (98.0, 1477.2, 1854.0, 0.9499)]
    #expect(
      try ahead(gaps)
        == "今后2个季度，每期很可能都是需求大于求职（概率94% 至 96%）：缺口中位数429 至 1,477人，八成可能在98 至 1,854人之间。")
    #expect(
      try ahead(gaps, .en)
        == "In each of the next 2 quarters openings very likely exceed seekers (chance 94% to 96% each): the gap has medians of 429 to 1,477 persons, and with a chance of 80% each lies within 98 to 1,854."
    )
    #expect(try ahead([(136, 429, 728, 0.961), (98, 429, 854, 0.969)])?.contains("概率96%）：缺口中位数429人，") == true)
  }

  @Test func seekersStayAheadInEightOfTenCases() throws {
    let gaps = [(-728.0, -429.0, -136.0, 0.031), (-854.0, -477.0, -98.0, 0.06)]
    #expect(
      try ahead(gaps)
        == "今后2个季度，每期很可能都是求职大于需求（需求大于求职的概率3% 至 6%）：求职多出的中位数429 至 477人，八成可能在98 至 854人之间。")
  }

  /// One period whose interval holds zero, or ends there, is not as sure.
  @Test(arguments: [
    ([(136.0, 429.0, 728.0, 0.96), (-3.0, 100.0, 200.0, 0.88)], "每期多半是需求大于求职：概率88% 至 96%。"),
    ([(0.0, 429.0, 728.0, 0.96), (3.0, 100.0, 200.0, 0.88)], "每期多半是需求大于求职：概率88% 至 96%。"),
    ([(-728.0, -429.0, 0.0, 0.08), (-3.0, -2.0, -1.0, 0.19)], "每期多半是求职大于需求：需求大于求职的概率8% 至 19%。"),
    ([(136.0, 429.0, 728.0, 0.96), (-728.0, -9.0, 136.0, 0.48)], "需求和求职哪一方更多还不能肯定：每期需求大于求职的概率48% 至 96%。"),
    ([(-9.0, 0.0, 9.0, 0.5)], "需求和求职哪一方更多还不能肯定：每期需求大于求职的概率50%。"),
  ]) func whatIsLessSureIsSaidToBe(gaps: [(Double, Double, Double, Double)], words: String) throws {
    #expect(try ahead(gaps) == "今后\(gaps.count)个季度，\(words)")
  }

  @Test func nothingIsSaidWhereWhatIsKnownIsHidden() throws {
    #expect(try ahead([(136, 429, 728, 0.96)], isHidden: true) == nil)
  }
}
