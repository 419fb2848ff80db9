import Domain
import Testing

/// The lights of the scorecard: what makes each, at the borders.
@Suite struct ScorecardVerdictTests {
  private static let period = Period("2026Q3")!

  private static func item(_ coverage: ScorecardPlan.Coverage = .data) -> ScorecardPlan.Item {
    ScorecardPlan.Item(number: 1, name: "甲", sections: ["科"], coverage: coverage, figures: [], without: "")
  }

  private static func figure(
    _ values: [Cell], better: FigureDefinition.Direction? = .more, limit: ScorecardPlan.Limit? = nil,
    isTarget: Bool = false
  ) -> Scorecard.Figure {
    let points = values.enumerated().map { number, cell in
      Scorecard.Point(period.advanced(by: number + 1 - values.count), cell)
    }
    return Scorecard.Figure(
      id: "T1.a", cell: "T1.a", name: "率", unit: "%", better: better, points: points, isGuarded: false, gaps: [],
      limit: limit, isTarget: isTarget)
  }

  private static func number(_ value: Double) -> Cell { .number(value, decimals: 2) }

  private static func report(
    _ period: Period = period, state: String = "推进中", due: String? = nil, target: Double? = nil
  ) -> Scorecard.Report {
    Scorecard.Report(
      period: period, section: "科", progress: "", state: state, problem: "", next: "",
      due: due.flatMap { Day(iso: $0) }, target: target, targetUnit: "%")
  }

  private static func verdict(
    _ figures: [Scorecard.Figure], _ reports: [Scorecard.Report], hasLedger: Bool = true,
    coverage: ScorecardPlan.Coverage = .data
  ) -> ScorecardVerdict {
    let plan = ScorecardPlan(
      since: Period("2026Q1")!, done: ["完成"], guarded: [], owners: [:],
      noise: ScorecardNoise(deviations: 3, least: 5), items: [])
    return ScorecardVerdict(item(coverage), figures, reports, hasLedger: hasLedger, period: period, plan: plan)
  }

  private static let good = figure([number(50)])

  @Test func theLedgerAlone() {
    let (now, last, before) = (
      ScorecardVerdictTests.period, ScorecardVerdictTests.period.previous,
      ScorecardVerdictTests.period.advanced(by: -2)
    )
    func light(_ periods: Period...) -> ScorecardVerdict {
      ScorecardVerdictTests.verdict([ScorecardVerdictTests.good], periods.map { ScorecardVerdictTests.report($0) })
    }
    #expect(light(now) == ScorecardVerdict(light: .green, reasons: [.onTime]))
    #expect(light(last) == ScorecardVerdict(light: .yellow, reasons: [.unreported(1)]))
    #expect(light(before) == ScorecardVerdict(light: .red, reasons: [.unreported(2)]))
    #expect(light() == ScorecardVerdict(light: .red, reasons: [.unreported(2)]))
    // Without any ledger nobody is late, and nobody can be said to be on time.
    let none = ScorecardVerdictTests.verdict([ScorecardVerdictTests.good], [], hasLedger: false)
    #expect(none == ScorecardVerdict(light: .grey, reasons: [.noLedger]))
  }

  @Test func limits() {
    let limit = ScorecardPlan.Limit(value: 100, floor: 90, clause: "条")
    func verdict(_ cell: Cell, _ better: FigureDefinition.Direction, _ limit: ScorecardPlan.Limit) -> ScorecardVerdict {
      ScorecardVerdictTests.verdict(
        [ScorecardVerdictTests.figure([cell], better: better, limit: limit)], [ScorecardVerdictTests.report()])
    }
    let number = ScorecardVerdictTests.number
    #expect(verdict(number(100), .more, limit).light == .green)
    #expect(verdict(number(99.99), .more, limit).reasons == [.belowLimit(figure: "率", limit)])
    #expect(verdict(number(90), .more, limit).light == .yellow)
    #expect(verdict(number(89.99), .more, limit).reasons == [.belowFloor(figure: "率", limit)])
    #expect(verdict(number(89.99), .more, limit).light == .red)
    let most = ScorecardPlan.Limit(value: 10, floor: 11, clause: "条")
    #expect(verdict(number(10), .less, most).light == .green)
    #expect(verdict(number(11), .less, most).light == .yellow)
    #expect(verdict(number(11.5), .less, most).light == .red)
    // What is hidden is not judged, and is not called good either.
    #expect(verdict(.suppressed, .more, limit) == ScorecardVerdict(light: .grey, reasons: [.unjudged(figure: "率")]))
  }

  /// From 50 at the end of March to 80 at the end of the year: two thirds of the way by the end of September.
  @Test(arguments: [(70, ScorecardVerdict.Light.green), (69.9, .yellow)])
  func theStraightLineToATarget(_ value: Double, _ light: ScorecardVerdict.Light) {
    let figure = ScorecardVerdictTests.figure(
      [40, 50, 55, value].map(ScorecardVerdictTests.number), isTarget: true)
    let found = ScorecardVerdictTests.verdict(
      [figure], [ScorecardVerdictTests.report(due: "2026-12-31", target: 80)])
    #expect(found.light == light, "\(found)")
    if case .behindTarget(_, let expected)? = found.reasons.first { #expect(abs(expected - 69.96) < 0.01) }
  }

  @Test func aTargetThatNothingMeasures() {
    let found = ScorecardVerdictTests.verdict(
      [ScorecardVerdictTests.good], [ScorecardVerdictTests.report(target: 80)])
    #expect(found == ScorecardVerdict(light: .grey, reasons: [.targetUnmeasured]))
  }

  @Test(arguments: [
    ("2026-09-30", "推进中", ScorecardVerdict.Light.yellow), ("2026-10-01", "推进中", .green), ("2026-09-30", "完成", .green),
  ])
  func theDayOnWhichItIsDue(_ due: String, _ state: String, _ light: ScorecardVerdict.Light) {
    let found = ScorecardVerdictTests.verdict(
      [ScorecardVerdictTests.good], [ScorecardVerdictTests.report(state: state, due: due)])
    #expect(found.light == light, "\(found)")
  }

  @Test func whatIsNotMeasured() {
    let empty = ScorecardVerdictTests.figure([.unavailable])
    let told = [ScorecardVerdictTests.report()]
    #expect(ScorecardVerdictTests.verdict([empty], told) == ScorecardVerdict(light: .grey, reasons: [.noFigures]))
    #expect(
      ScorecardVerdictTests.verdict([], told, coverage: .ledger)
        == ScorecardVerdict(light: .grey, reasons: [.ledgerOnly]))
    // Somebody who does not report is late, whatever can be measured.
    #expect(ScorecardVerdictTests.verdict([], [], coverage: .ledger).light == .red)
  }

  /// A figure that merely moved is nobody's fault.
  @Test func movesDoNotCount() {
    let figure = ScorecardVerdictTests.figure([90, 90, 1].map(ScorecardVerdictTests.number))
    #expect(ScorecardVerdictTests.verdict([figure], [ScorecardVerdictTests.report()]).light == .green)
  }

  @Test func changes() {
    let values: [Cell] = [
      .number(10, decimals: 0), .suppressed, .unavailable, .number(0, decimals: 0), .number(8, decimals: 0),
    ]
    var figure = ScorecardVerdictTests.figure(values)
    // Of percents the difference, of numbers the growth; of nothing, and of what is hidden, none.
    #expect(figure.change(since: figure.before) == 8 && figure.change(since: figure.yearBefore) == -2)
    figure = Scorecard.Figure(
      id: "a", cell: "a", name: "数", unit: "人", better: nil, points: figure.points, isGuarded: false, gaps: [],
      limit: nil, isTarget: false)
    #expect(figure.change(since: figure.before) == nil && figure.change(since: figure.yearBefore) == -20)
    #expect(figure.change(since: figure.points[1]) == nil && figure.change(since: nil) == nil)
  }
}
