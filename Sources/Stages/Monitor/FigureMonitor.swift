import Documents
import Domain
import Warehouse

/// Pay and duration of vacancy by major group and county, of the newest published period, against their season.
///
/// They come from the figures of the bulletins (table T13 as shipped): counting them anew would mean reading all postings.
enum FigureMonitor: Monitor {
  static let kinds: [AlertKind] = [.pay, .duration]
  static let sections: [MonitorRules.Section] = [.market]

  static func rules(_ all: MonitorRules) -> MonitorRules.Market? { all.market }

  private static let watched: [(kind: AlertKind, figure: MarketFigure)] = [
    (.pay, .offeredPay50), (.duration, .vacancyDuration),
  ]

  /// A column of the table of filling.
  private struct Measure {
    let kind: AlertKind
    let layout: TableLayout
    let column: TableLayout.Column
  }

  static func outcome(_ scope: MonitorScope, _ rules: MonitorRules.Market) throws -> MonitorOutcome {
    var outcome = MonitorOutcome()
    for (kind, figure) in watched {
      guard let layout = scope.tables.first(.filling), let column = layout.column(figure) else {
        outcome.notes.append(scope.texts(.payNoteNoTable, ["kind": scope.texts.name(kind)]))
        continue
      }
      let measure = Measure(kind: kind, layout: layout, column: column)
      var figures: [[String]: [Period: Double]] = [:]
      try Row.forEach(
        scope.db,
        sql: "SELECT period, region, line, value FROM figure WHERE tab = ? AND measure = ?",
        arguments: [layout.id, column.id]
      ) { row in
        guard let period = Period(row["period"] as String), period.unit == rules.unit,
          let value = Double(row["value"] as String)
        else { return }
        figures[[row["region"], row["line"]], default: [:]][period] = value
      }
      guard let period = figures.values.flatMap(\.keys).max() else {
        outcome.notes.append(scope.texts(.payNoteNoFigures, ["kind": scope.texts.name(kind)]))
        continue
      }
      let found = alerts(measure, figures, in: period, by: rules, scope)
      if found.judged == 0 {
        outcome.notes.append(scope.texts(.payNoteYoung, ["kind": scope.texts.name(kind)]))
      }
      outcome.alerts += found.alerts
    }
    return outcome
  }

  private static func alerts(
    _ measure: Measure, _ figures: [[String]: [Period: Double]], in period: Period, by rules: MonitorRules.Market,
    _ scope: MonitorScope
  ) -> (judged: Int, alerts: [AlertCandidate]) {
    var judged = 0
    var alerts: [AlertCandidate] = []
    for (key, values) in figures.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      guard let now = values[period], let history = SeasonalHistory(of: period, in: values),
        let median = RobustBand.median(history.values),
        let band = RobustBand(history.values, floor: max(rules.floor * median, 1))
      else { continue }
      judged += 1
      guard let isBeyond = rules.isBeyond(band.deviations(of: now)) else { continue }
      let limits = band.limits(rules.deviations)
      func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 0, separator: ",") }
      let group =
        measure.layout.row(key[1])?.role == .total ? scope.texts(.allOccupations) : scope.occupationName(key[1])
      alerts.append(
        AlertCandidate(
          measure.kind, key, title: "\(scope.regionName(key[0])) \(group)",
          figure: scope.texts(
            .figureRange,
            [
              "now": scope.texts(.figureUnit, ["count": text(now), "unit": measure.column.unit.zh]),
              "low": text(max(limits.lowerBound, 0)), "high": text(limits.upperBound), "median": text(band.median),
            ]),
          reason: scope.range(period, isAbove: now > band.median, history),
          place: scope.texts(.payPlace, ["table": String(measure.layout.id.drop { !$0.isNumber })]),
          isHolding: !isBeyond))
    }
    return (judged, alerts)
  }
}
