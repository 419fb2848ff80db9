import Documents
import Domain
import Foundation
import Warehouse

/// Ratio and gap by occupation and county, of the newest complete period, against their season: from the cube.
enum MarketMonitor: Monitor {
  static let kinds: [AlertKind] = [.ratio, .gap]
  static let sections: [MonitorRules.Section] = [.market]

  static func rules(_ all: MonitorRules) -> MonitorRules.Market? { all.market }

  static func outcome(_ scope: MonitorScope, _ rules: MonitorRules.Market) throws -> MonitorOutcome {
    guard let series = try MarketCells(scope, rules) else {
      return MonitorOutcome(notes: [scope.texts(.marketNoteIncomplete)])
    }
    var judged = 0
    var found: [(weight: Double, alert: AlertCandidate)] = []
    for cell in series.cells {
      let now = (demand: cell.demand[series.period] ?? 0, seekers: cell.seekers[series.period] ?? 0)
      guard now.demand + now.seekers >= Double(rules.least) else { continue }
      let place = Judgement(cell: cell, now: now, series: series, rules: rules, scope: scope)
      if let ratio = place.ratio() {
        judged += 1
        found += ratio
      }
      if let gap = place.gap() { found += gap }
    }
    let alerts = found.sorted { ($1.weight, $0.alert.id) < ($0.weight, $1.alert.id) }.map(\.alert)
    return MonitorOutcome(alerts: alerts, notes: judged == 0 ? [scope.texts(.marketNoteYoung)] : [])
  }
}

/// One occupation in one county, held against its season.
///
/// Both return nil where the history is too short to judge by, else the alerts with their weight.
private struct Judgement {
  let cell: MarketCells.Cell
  let now: (demand: Double, seekers: Double)
  let series: MarketCells
  let rules: MonitorRules.Market
  let scope: MonitorScope

  /// Ratios are held against each other by their logarithms; their chance error is that of two counts.
  func ratio() -> [(Double, AlertCandidate)]? {
    guard now.demand > 0, now.seekers > 0 else { return nil }
    var logs: [Period: Double] = [:]
    for (period, demand) in cell.demand {
      if let seekers = cell.seekers[period], demand > 0, seekers > 0 { logs[period] = log(demand / seekers) }
    }
    let chance = (1 / now.demand + 1 / now.seekers).squareRoot()
    guard let history = SeasonalHistory(of: series.period, in: logs),
      let band = RobustBand(history.values, floor: max(chance, log(1 + rules.floor)))
    else { return nil }
    let deviations = band.deviations(of: log(now.demand / now.seekers))
    guard rules.isBeyond(deviations) != nil else { return [] }
    let limits = band.limits(rules.deviations)
    func text(_ value: Double) -> String { NumberText.fixed(min(value, 9999), decimals: 2) }
    let figure = scope.texts(
      .figureRange,
      [
        "now": text(now.demand / now.seekers), "low": text(exp(limits.lowerBound)),
        "high": text(exp(limits.upperBound)), "median": text(exp(band.median)),
      ])
    return [(abs(deviations), alert(.ratio, figure, deviations, history))]
  }

  func gap() -> [(Double, AlertCandidate)]? {
    var gaps: [Period: Double] = [:]
    for period in Set(cell.demand.keys).union(cell.seekers.keys) {
      gaps[period] = (cell.demand[period] ?? 0) - (cell.seekers[period] ?? 0)
    }
    let floor = max((now.demand + now.seekers).squareRoot(), rules.floor * max(now.demand, now.seekers))
    guard let history = SeasonalHistory(of: series.period, in: gaps),
      let band = RobustBand(history.values, floor: floor)
    else { return nil }
    let deviations = band.deviations(of: now.demand - now.seekers)
    guard rules.isBeyond(deviations) != nil else { return [] }
    let limits = band.limits(rules.deviations)
    func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 0, separator: ",") }
    let figure = scope.texts(
      .figureRange,
      [
        "now": scope.texts(.figurePersons, ["count": text(now.demand - now.seekers)]),
        "low": text(limits.lowerBound), "high": text(limits.upperBound), "median": text(band.median),
      ])
    return [(abs(deviations), alert(.gap, figure, deviations, history))]
  }

  private func alert(
    _ kind: AlertKind, _ figure: String, _ deviations: Double, _ history: SeasonalHistory
  ) -> AlertCandidate {
    let place = "\(cell.region)/\(cell.occupation)"
    return AlertCandidate(
      kind, [cell.region, cell.occupation],
      title: "\(scope.regionName(cell.region)) \(scope.occupationName(cell.occupation))", figure: figure,
      reason: scope.texts(
        .marketReason,
        [
          "range": scope.range(series.period, isAbove: deviations > 0, history),
          "demand": NumberText.fixed(now.demand, decimals: 0), "seekers": NumberText.fixed(now.seekers, decimals: 0),
        ]),
      place: scope.texts(
        .marketPlace, ["command": "talentflow forecast 需求/\(place) --period \(series.period)"]),
      isHolding: rules.isBeyond(deviations) != true)
  }
}
