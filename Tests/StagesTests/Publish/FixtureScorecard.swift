import Domain

@testable import Stages

/// Scorecards: one with everything on it, one of a bureau that sends little, one without a ledger.
enum FixtureScorecard {
  static let period = Period("2026Q3")!
  static let noise = ScorecardNoise(deviations: 3, least: 5)
  private static let plan = ScorecardPlan(
    since: Period("2025Q4")!, done: ["完成"], guarded: ["R-01"], owners: [:], noise: noise, items: [])
  private static let limit = ScorecardPlan.Limit(value: 100, floor: 90, clause: "条例 <19>")

  static func item(
    _ number: Int, _ sections: [String], _ coverage: ScorecardPlan.Coverage = .data, without: String = ""
  ) -> ScorecardPlan.Item {
    ScorecardPlan.Item(
      number: number, name: "任务 <\(number)>", sections: sections, coverage: coverage, figures: [], without: without)
  }

  /// Of quarters, or of the unit of the last one.
  static func figure(
    _ values: [Double?], name: String = "率", unit: String = "%", last: Period = period, isGuarded: Bool = false,
    gaps: [Scorecard.Gap] = [], limit: ScorecardPlan.Limit? = nil
  ) -> Scorecard.Figure {
    let points = values.enumerated().map { number, value in
      Scorecard.Point(
        last.advanced(by: number + 1 - values.count), value.map { .number($0, decimals: 2) } ?? .unavailable)
    }
    return Scorecard.Figure(
      id: "T1.a", cell: "T1.a@x", name: name, unit: unit, better: .more, points: points, isGuarded: isGuarded,
      gaps: gaps, limit: limit, isTarget: false)
  }

  static func report(_ period: Period = period, due: String? = nil, target: Double? = nil) -> Scorecard.Report {
    Scorecard.Report(
      period: period, section: "甲科", progress: "做了 <三> 件", state: "推进中", problem: "人手不足", next: "继续",
      due: due.flatMap { Day(iso: $0) }, target: target, targetUnit: "%")
  }

  static func row(
    _ item: ScorecardPlan.Item, _ figures: [Scorecard.Figure], _ reports: [Scorecard.Report], hasLedger: Bool = true
  ) -> Scorecard.Row {
    Scorecard.Row(
      item: item, figures: figures, reports: reports,
      verdict: ScorecardVerdict(item, figures, reports, hasLedger: hasLedger, period: period, plan: plan))
  }

  static let exports = [
    "archives": Scorecard.Export(name: "档案", section: "乙科", files: ["archives/*.csv"]),
    "register.kind=博士后": Scorecard.Export(name: "名册（博士后）", section: nil, files: []),
    "measures": Scorecard.Export(name: "任务台账", section: "甲科", files: ["measures/*.csv"]),
  ]

  static let full = Scorecard(
    period: period,
    rows: [
      row(
        item(1, ["甲科", "乙科"]),
        [
          figure([10, 11, 10, 9, 10, 11, 10, 30], name: "变动大的率"), figure([95], last: Period("2026H1")!, limit: limit),
        ], [report(due: "2026-12-31", target: 90)]),
      row(
        item(2, ["甲科"]), [figure([2], name: "疑点", unit: "条", isGuarded: true, gaps: [.unset("rules/a.yaml")])],
        [report()]),
      row(item(3, ["乙科"], .ledger, without: "全部"), [], []),
      row(
        item(4, ["乙科"], .part),
        [
          figure([nil], gaps: [.missing("register.kind=博士后")]), figure([nil], gaps: [.missing("archives")]),
          figure([nil], gaps: [.ended("archives", Day(iso: "2026-06-30")!)]),
          figure([nil], gaps: [.off("A-01"), .empty]),
        ], [report(due: "2026-09-30")]),
    ],
    leads: [
      Scorecard.Leads(
        check: "G-01", name: "到期", section: "甲科", count: 3, since: Day(iso: "2026-07-01"), due: Day(iso: "2026-11-02"),
        isGuarded: false),
      Scorecard.Leads(
        check: "G-02", name: "过期", section: "甲科", count: 2, since: nil, due: Day(iso: "2027-01-02"), isGuarded: false),
      Scorecard.Leads(
        check: "R-01", name: "流动", section: "甲科", count: 7, since: nil, due: Day(iso: "2026-11-02"), isGuarded: true),
    ], hasLedger: true, exports: exports)

  static let bare = Scorecard(
    period: period, rows: [row(item(1, ["甲科"]), [figure([5])], [], hasLedger: false)], leads: [], hasLedger: false,
    exports: exports)

  static func pages(_ templates: TemplateSet) -> [ScorecardPage] {
    [full, bare].flatMap { card in
      ScorecardPublisher.pages(
        ScorecardWords(card: card, texts: templates.texts), title: "记分卡", noise: noise, templates: templates
      ).map(\.page)
    }
  }
}
