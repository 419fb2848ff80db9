import Domain
import Tables
import Warehouse

@testable import Stages

/// A bulletin in the real shape: five regions, T1-T14, trend, quality and definitions, and with or without an outlook;
/// all figures made up.
enum FixtureBulletin {
  /// Of the bulletin and of the one after it.
  static let calendar = ReleaseCalendar([
    (Period("2026Q3")!, ReleaseHour("2026-10-20 09:00")!), (Period("2026Q4")!, ReleaseHour("2027-01-20 09:00")!),
  ])

  static func make(
    _ period: String = "2026Q3", demand: Double = 12_345, hostile: String? = nil, hasOutlook: Bool = false,
    outlook: Outlook? = nil
  ) -> Bulletin {
    let period = Period(period) ?? Period(unit: .quarter, ordinal: 8106)
    let names = [
      ("450600", "防城港市", "Fangchenggang"), ("450602", "港口区", "Gangkou"), ("450603", "防城区", "Fangcheng"),
      ("450621", "上思县", "Shangsi"), ("450681", "东兴市", "Dongxing"),
    ]
    let regions = names.enumerated().map { index, name in
      region(
        name.0, Label(zh: hostile ?? name.1, en: hostile ?? name.2), period,
        index == 0 ? demand : (demand / Double(index + 2)).rounded())
    }
    return Bulletin(
      period: period, title: Label(zh: "防城港市人才供求公报", en: "Fangchenggang Talent Supply and Demand Bulletin"),
      publisher: Label(zh: "防城港市人力资源和社会保障局", en: "Fangchenggang Human Resources and Social Security Bureau"),
      dataUntil: period.lastDay, regions: regions, quality: quality(hostile), placeless: 0.0625,
      coded: (shares(given: 40, high: 55, unknown: 5), shares(given: 90, high: 9, unknown: 1)),
      accuracy: TitleAccuracy(percent: [.high: 97, .medium: 87, .low: 82]),
      codedFiles: [
        CodedFile(
          id: 7, name: hostile ?? "2026-09.csv", source: hostile ?? "市公共就业服务平台岗位", field: "occupation", accepted: 100,
          shares: shares(given: 40, high: 55, unknown: 5))
      ],
      indicators: indicators(hostile),
      outlook: (outlook ?? (hasOutlook ? FixtureOutlook.make(period, regions.map(\.code), hostile: hostile) : nil))
        .map(ProtectedOutlook.init(shown:)), protection: .nothing, layouts: TableLayout.shipped)
  }

  private static func shares(given: Int, high: Int, unknown: Int) -> CodedShares {
    [(TitleBasis.given, given), (.high, high), (.unknown, unknown)].reduce(into: CodedShares()) { shares, one in
      shares.add(CodedRows(field: "occupation", basis: one.0.rawValue, rows: one.1))
    }
  }

  private static func region(_ code: String, _ name: Label, _ period: Period, _ demand: Double) -> RegionReport {
    let seekers = (demand / 1.06).rounded()
    let tables = FixtureTables(demand: demand, seekers: seekers)
    let ratio = Cell.number(Rounding.round(demand / seekers), decimals: 2)
    return RegionReport(
      code: code, name: name,
      headline: Label(
        zh: "总体平衡：每100名求职者对应106个岗位，求人倍率比上季度上升",
        en: "On balance roughly balanced: 106 openings for every 100 seekers, more than the previous quarter"),
      narrative: [
        Label(
          zh:
            "\(period.nameZh)，用人单位通过公共就业服务机构招聘各类人员\(Int(demand))人，进入市场的求职者\(Int(seekers))人，求人倍率为1.06，比上季度上升0.03，比去年同期下降0.12。",
          en: "In \(period.nameEn) employers sought \(Int(demand)) people through the public employment service and "
            + "\(Int(seekers)) seekers were on the register: 1.06 openings for each seeker."),
        Label(
          zh: "与上季度相比，需求人数和求职人数均上升，分别增长2.61%和1.73%（按两期均报送的单位计算）。",
          en: "Openings and seekers both rose on the previous quarter."),
      ],
      sections: [
        .demand: [Label(zh: "从产业看，需求人数中第一产业占3.79%、第二产业占38.08%、第三产业占58.13%。", en: "By sector: 3.79% in Primary.")]
      ],
      keyFigures: [
        figure(
          "valid_openings", "需求人数", "Openings", "人", "persons", .number(demand, decimals: 0), 2.61, -3.4, "%", "%"),
        figure("valid_seekers", "求职人数", "Seekers", "人", "persons", .number(seekers, decimals: 0), 1.73, 0, "%", "%"),
        figure("openings_per_seeker", "求人倍率", "Openings per seeker", "", "", ratio, 0.03, -0.12, "", ""),
        figure("gap", "缺口人数", "Gap", "人", "persons", .number(demand - seekers, decimals: 0), 111, -87, "人", "persons"),
        figure("fill_rate", "满足率", "Fill rate", "%", "%", .number(63.2, decimals: 2), nil, 1.25, "百分点", "pp"),
      ],
      tables: (tables.bulletin + tables.market).map(ProtectedTable.init(shown:)),
      trend: (0..<9).map { index in
        let point = (demand * (0.82 + 0.025 * Double(index) - (index % 4 == 1 ? 0.09 : 0))).rounded()
        let other = (seekers * (0.9 + 0.01 * Double(index % 5))).rounded()
        return TrendPoint(
          period: period.advanced(by: index - 8),
          demand: ProtectedCell(shown: .number(point.rounded(.down), decimals: 0)),
          seekers: ProtectedCell(shown: .number(other.rounded(.down), decimals: 0)),
          ratio: ProtectedCell(
            shown: index == 0 ? .unavailable : .number(Rounding.round(point / other), decimals: 2)),
          fillRate: ProtectedCell(shown: index == 1 ? .suppressed : .number(60 + Double(index), decimals: 2)))
      })
  }

  private static func figure(
    _ id: String, _ zh: String, _ en: String, _ unitZh: String, _ unitEn: String, _ value: Cell, _ qoq: Double?,
    _ yoy: Double?, _ changeZh: String, _ changeEn: String
  ) -> KeyFigure {
    let decimals = changeZh == "人" ? 0 : 2
    func cell(_ value: Double?) -> ProtectedCell {
      ProtectedCell(shown: value.map { .number($0, decimals: decimals) } ?? .unavailable)
    }
    return KeyFigure(
      id: id, label: Label(zh: zh, en: en), unit: Label(zh: unitZh, en: unitEn), value: ProtectedCell(shown: value),
      qoq: cell(qoq),
      yoy: cell(yoy), changeUnit: Label(zh: changeZh, en: changeEn),
      qoqMeaning: qoq.map { $0 > 0 ? Label(zh: "趋紧", en: "tighter") : Label(zh: "趋缓", en: "easier") },
      yoyMeaning: yoy.map { $0 > 0 ? Label(zh: "趋紧", en: "tighter") : Label(zh: "趋缓", en: "easier") })
  }

  private static func quality(_ hostile: String?) -> [SourceQuality] {
    [
      SourceQuality(
        source: "fcg-public", title: hostile ?? "市公共就业服务平台岗位", dataset: "postings", files: 9, rows: 41_250,
        accepted: 40_012, rejected: 38, duplicate: 1100, unchanged: 100, skipped: 0, copies: 2310,
        problems: [("联系电话格式不对", 120), ("行业代码不在代码表", 84), (hostile ?? "招聘人数超过 999", 3)]),
      SourceQuality(
        source: "seekers-centre", title: "市人才服务中心求职登记", dataset: "seekers", files: 9, rows: 38_400, accepted: 38_000,
        rejected: 0, duplicate: 400, unchanged: 0, skipped: 0, copies: nil, problems: []),
    ]
  }

  private static func indicators(_ hostile: String?) -> [IndicatorDefinition] {
    let source = Label(zh: "《公共就业服务统计》", en: "Public employment service statistics")
    return [
      IndicatorDefinition(
        id: "valid_openings", formulaNumber: "F1", name: Label(zh: "需求人数", en: "Openings"),
        unit: Label(zh: "人", en: "persons"), direction: nil,
        formula: Label(zh: "上期结转 + 本期新增", en: "carried over + newly registered"), source: source),
      IndicatorDefinition(
        id: "openings_per_seeker", formulaNumber: "F2", name: Label(zh: "求人倍率", en: "Openings per seeker"),
        unit: Label(zh: "", en: ""),
        direction: Label(zh: "大于 1 表示需求多于求职", en: "Above 1: more openings than seekers"),
        formula: Label(zh: hostile ?? "需求人数 / 求职人数", en: hostile ?? "openings / seekers"), source: source),
      IndicatorDefinition(
        id: "fill_rate", formulaNumber: "F8", name: Label(zh: "满足率", en: "Fill rate"), unit: Label(zh: "%", en: "%"),
        direction: Label(zh: "越高越容易招到人", en: "Higher: easier to fill"),
        formula: Label(zh: "本期关闭岗位中已招人数 / 招聘人数", en: "filled / openings of postings closed"), source: source),
    ]
  }
}
