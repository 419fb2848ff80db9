import Domain
import TestSupport
import Testing

@testable import Stages

@Suite struct ProfileBuilderTests {
  private func profile(_ postings: [(openings: Int, cells: [String: String], title: String)]) throws -> PostingProfile {
    var rows = ShortageMarketRows([])
    for (place, one) in postings.enumerated() {
      rows.post("\(place)", "4-02-05-01", openings: one.openings, on: "2026-07-0\(place + 1)", one.cells)
    }
    var own = rows.postings
    for (place, one) in postings.enumerated() { own[place].title = one.title }
    // Of the quarter before the window: not looked at.
    var old = own[0]
    (old.id, old.posted, old.title, old.openings) = ("old", "2025-09-01", "旧岗位", "99")
    var warehouse = try TestWarehouse()
    try warehouse.take(own + [old])
    try warehouse.take("求职编号,意向职业,常住区划,登记日期,登记机构\n1,4-02-05-01,450602,2026-07-01,中心\n", .seekers)
    try warehouse.freeze()
    return try #require(try warehouse.shortages().units.first).profile
  }

  /// Ten openings in four postings.
  private func market() throws -> PostingProfile {
    try profile([
      (4, ["学历要求": "大专", "技能等级": "四级", "经验要求": "不限", "专业要求": "物流", "薪资待遇": "4000", "行业": "131"], "叉车工"),
      (3, ["学历要求": "本科", "职称要求": "中级", "经验要求": "3-5年", "专业要求": "物流", "薪资待遇": "6000", "行业": "F"], "装卸工"),
      (2, ["学历要求": "初中", "技能等级": "四级", "经验要求": "3-5年", "薪资待遇": "8000", "行业": "131"], "装卸工"),
      (1, ["学历要求": "大专", "经验要求": "不限", "专业要求": "机电", "薪资待遇": "面议"], "搬运工"),
    ])
  }

  @Test func modesAreWeightedByOpenings() throws {
    let profile = try market()
    #expect(profile.title == PostingProfile.Mode(value: "装卸工", share: 0.5))
    #expect(profile.education == PostingProfile.Mode(value: "30", share: 0.5))
    #expect(profile.titleLevel == PostingProfile.Mode(value: "0", share: 0.7))
    #expect(profile.skillLevel == PostingProfile.Mode(value: "4", share: 0.6))
    #expect(profile.major == PostingProfile.Mode(value: "物流", share: 0.7))
    // 不限 and 3-5年 have five openings each: the smaller one.
    #expect(profile.experience == PostingProfile.Mode(value: "0", share: 0.5))
  }

  /// Four at 4000, three at 6000, two at 8000: of nine, 2.25, 4.5 and 6.75 are reached at 4000, 6000, 6000.
  @Test func payIndustriesAndTalent() throws {
    let profile = try market()
    #expect(profile.pay == [4000, 6000, 6000])
    #expect(profile.industries.map { "\($0.code) \($0.openings)" } == ["131 6", "F 3"])
    // 大专 four and one, 本科 with a title three; 四级 is no 高级工.
    #expect(profile.talentShare == 0.8)
  }

  /// The split of the openings, and titles that several employers have written.
  @Test func titlesThatDecideAreEvidence() throws {
    #expect(try market().evidence == nil)
    let book = try TitledBook.book()
    var rows = ShortageMarketRows([])
    let titles = [("装卸", "甲", 3), ("装卸", "乙", 3), ("装卸", "丙", 3), ("夜班装卸", "甲", 9), ("夜班装卸", "乙", 9), ("某", "甲", 2)]
    for (place, one) in titles.enumerated() {
      rows.post(
        "\(place)", one.0 == "某" ? "4-02-05-01" : "", openings: one.2, on: "2026-07-01", employer: one.1, title: one.0)
    }
    var warehouse = try TestWarehouse()
    try warehouse.take(PostingRow.file(rows.postings), book: book)
    try warehouse.take("求职编号,意向职业,常住区划,登记日期,登记机构\n1,4-02-05-01,450602,2026-07-01,中心\n", .seekers)
    try warehouse.freeze()
    let evidence = try #require(try warehouse.shortages().units.first?.profile.evidence)
    #expect(evidence.openings == [.given: 2, .high: 9, .medium: 18])
    #expect(evidence.titles == [TitleEvidence.Title(text: "装卸", openings: 9)])
    #expect(abs(evidence.sureShare - 11.0 / 29) < 1e-9)
  }

  @Test func nothingAskedForIsNone() throws {
    let profile = try profile([(2, [:], "甲"), (2, [:], "乙")])
    #expect(profile.education == PostingProfile.Mode(value: "0", share: 1) && profile.major == nil)
    #expect(profile.title?.value == ["甲", "乙"].min() && profile.talentShare == 0 && profile.industries.isEmpty)
    #expect(profile.pay == [nil, nil, nil])
  }
}
