import Domain
import Stages
import TestSupport
import Testing
import Warehouse

@testable import Pipeline

@Suite struct ShortageStudyTests {
  private let folder: ProjectFolder
  private static let base = ShortageBase(year: 2024, quartiles: [0.5, 1, 2], units: 40, note: "首次设定")
  private static let last = Period(unit: .quarter, ordinal: 2026 * 4 + 2)

  init() throws { folder = try ProjectFolder() }

  private func spec() throws -> PipelineSpec {
    try folder.write("source: p\ntitle: p\ncontract: postings\n", "p.yaml")
    return try PipelineSpec(
      file: folder.write(
        """
        pipeline: t
        home_region: "450600"
        warehouse: w.sqlite
        work: work
        inputs: [{source: p.yaml, files: "*.csv"}]
        rules: \(ProjectFolder.shipped)/rules
        codelists: \(ProjectFolder.shipped)/codelists
        """, "t.yaml"))
  }

  private func unit(_ code: String, _ figures: ShortageFigures, score: ShortageScore? = nil) throws -> ShortageUnit {
    let rules = try ShortageRulesFile.read(ProjectFolder.shipped + "/rules", book: spec().book)
    return ShortageUnit(
      occupation: code, name: "", members: [], figures: figures,
      score: score ?? ShortageScoring(rules: rules, base: ShortageStudyTests.base).score(figures),
      profile: PostingProfile(
        title: nil, education: nil, titleLevel: nil, skillLevel: nil, major: nil, experience: nil,
        pay: [nil, nil, nil],
        talentShare: 0, industries: []), history: [])
  }

  /// A warehouse in which these units are stored.
  private func store(_ units: [ShortageUnit], pooled: [ShortageMember] = []) throws {
    let report = ShortageReport(
      window: (-3...0).map(ShortageStudyTests.last.advanced), base: ShortageStudyTests.base, cityDuration: 20,
      cityPayGrowth: 3, units: units, sensitivity: [], stability: [], pooled: pooled)
    let warehouse = try Warehouse(path: "\(folder.path)/w.sqlite", tables: TestDatasets.all.tables)
    try warehouse.queue.write { try ShortageStore.save(report, region: "450600", $0) }
  }

  private func lines(_ name: String, period: Period? = last) throws -> String {
    try ShortageStudy.lines(name, spec(), period: period).joined(separator: "\n")
  }

  /// 48 openings for 16 seekers, 7 of 12 filled, watched for 40 days against 20: as in `ShortageBuilderTests`.
  private var heavy: ShortageFigures {
    ShortageFigures(
      demand: 48, seekers: 16, openings: 48, employers: 3,
      values: [.ratio: 3, .fillRate: 700.0 / 12, .duration: 2, .applicants: 1.5, .payGrowth: 7, .persistence: 8],
      durationAtLeast: 40, payMedian: 5500, payMedianBefore: 5000, closed: 48, filled: 28, graduateShare: 0)
  }

  @Test func everyNumberIsTold() throws {
    try store([try unit("6-17-02-02", heavy)])
    #expect(
      try lines("紧缺/6-17-02-02") == """
        紧缺指数 6-17-02-02 炼钢工, 2025Q4 至 2026Q3
          数据批次 0; 基期 2024 年, 40 个职业 (首次设定)
          有效需求 48 人, 求职 16 人; 新增招聘 48 人, 单位 3 家 (下限 20 人、3 家: 达到)

        I1 求人倍率 (F3) = 3: 3 分, 权重 2
             分界 0.5 / 1 / 2 (基期四分位数); 需求 48 人, 求职 16 人加分摊的无意向者
        I2 满足率 (F8), % = 58.33: 2 分, 权重 2
             分界 80 / 67 / 50; 关闭岗位招聘 48 人, 已招 28 人
        I3 空缺时长 (F10) ÷ 全市 = 2: 3 分, 权重 1
             分界 0.9 / 1.1 / 1.3; 招满的不到一半, 中位数大于观察到的 40 天, 全市 20 天
        I4 每岗合适应聘人数 (F9) = 1.5: 2 分, 权重 1
             分界 3 / 2 / 1; 没有报送应聘人数
        I5 薪酬增幅 (F13) - 全市, 百分点 = 7: 3 分, 权重 1
             分界 0 / 2 / 5; 中位数由 5000 元到 5500 元, 全市增 3 %
        I6 近八季需求大于求职的季度数 = 8: 3 分, 权重 1
             分界 3 / 5 / 7; 共八个季度

        加权平均分 = (3×2 + 2×2 + 3×1 + 2×1 + 3×1 + 3×1) ÷ 8 = 21 ÷ 8 = 2.625
        紧缺指数 = 2.625 × 100 ÷ 3 = 88 (指标 6/6)
        紧缺程度 重度紧缺, 不低于 2.5, 4 星
        紧缺类型 数量型、供给型
        敏感性 权重 ±50 %、分界 ±10 % 共 24 种改法, 程度都不变
        """)
  }

  @Test func whatIsMissingSaysWhy() throws {
    let figures = ShortageFigures(demand: 30, seekers: 0, openings: 30, employers: 2, values: [.persistence: 8])
    try store([try unit("6-17-02-02", figures)])
    let text = try lines("紧缺/6-17-02-02")
    for part in [
      "I1 求人倍率 (F3): 无法计算\n     没有求职者", "窗口内没有关闭的岗位", "观察的天数又不足以判定", "没有岗位报送合适人数", "未达到)",
      "X 无法评估: 未达到评估下限; 没有求人倍率; 指标只有 1 项, 至少要 4 项",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(!text.contains("加权平均分"))
  }

  @Test func belowTheFloorTheRestOfTheGroupStands() throws {
    try store(
      [try unit("6-17-02", heavy)],
      pooled: [
        ShortageMember(
          occupation: "6-17-02-02", name: "", unit: "6-17-02", demand: 9, seekers: 2, openings: 7, employers: 1)
      ])
    let text = try lines("紧缺/6-17-02-02")
    #expect(text.hasPrefix("6-17-02-02 炼钢工: X 无法评估\n  新增招聘 7 人、单位 1 家, 不到下限 20 人、3 家"))
    #expect(text.contains("并入所属小类的其余部分 6-17-02 炼钢人员") && text.contains("紧缺指数 6-17-02 炼钢人员 (小类的其余部分)"))
    #expect(text.contains("重度紧缺"))
  }

  @Test func aSensitiveLevelIsTold() throws {
    var figures = heavy
    figures.values = [.ratio: 1.5, .fillRate: 45, .duration: 1, .applicants: 1.5, .payGrowth: 1, .persistence: 5]
    try store([try unit("6-17-02-02", figures)])
    let text = try lines("紧缺/6-17-02-02")
    #expect(text.contains("5 种会改变程度:\n     I2 权重 -50 %: 轻度紧缺\n     I2 分界 -10 %: 轻度紧缺"))
  }

  @Test func otherRulesThanThenAreTold() throws {
    let old = ShortageScore(points: [.ratio: 1], mean: 1.5, level: .light, stars: 1, types: [])
    try store([try unit("6-17-02-02", heavy, score: old)])
    #expect(try lines("紧缺/6-17-02-02").hasSuffix("注意: 存入仓库以后规则改过, 存入时为 指数 50, 轻度紧缺"))
  }

  @Test func allAreListed() throws {
    try store([
      try unit("6-17-02", heavy),
      try unit("6-17-02-02", ShortageFigures(demand: 1, seekers: 0, openings: 1, employers: 1, values: [:])),
    ])
    let rows = try lines("紧缺").split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    #expect(rows.count == 3 && rows.allSatisfy { $0.count == 14 })
    #expect(rows[1] == ["6-17-02", "炼钢人员", "48", "16", "3.00", "3", "2", "3", "2", "3", "3", "88", "重度紧缺", "4"])
    #expect(rows[2] == ["6-17-02-02", "炼钢工", "1", "0", "-", "-", "-", "-", "-", "-", "-", "-", "X", "0"])
  }

  @Test func whatCannotBeToldIsRefused() throws {
    #expect(ShortageStudy.holds("紧缺") && ShortageStudy.holds("紧缺/6") && !ShortageStudy.holds("紧缺指数"))
    #expect(try failure { try lines("紧缺/9-99") }.code == .unknownOccupation)
    #expect(try failure { try lines("紧缺/6-17-02-02", period: nil) }.code == .periodNeeded)
    #expect(try failure { try lines("紧缺/6-17-02-02") }.code == .noWarehouse)
    try store([try unit("6-17-02", heavy)])
    #expect(try failure { try lines("紧缺/6-17-09-02") }.code == .emptyOccupation)
    // Another quarter is computed anew, and this warehouse has no postings.
    #expect(try failure { try lines("紧缺/6-17-02", period: Period("2026Q2")) }.code == .emptyQuarter)
  }
}
