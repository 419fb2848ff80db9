import Documents
import Domain

/// The charts of an evidence page: demand and seekers, ratio, pay, vacancy duration, forecast, points.
struct EvidenceCharts {
  /// Quarters before a forecast that its chart shows; more would press the forecast to the edge.
  private static let knownQuarters = 8

  let entry: CatalogEntry
  let report: ShortageReport
  let texts: Texts
  /// Whether single quarters may be seen: in no final edition.
  let hasHistory: Bool
  let hasPoints: Bool

  var charts: [[String: Any]] {
    let own: [(caption: String, svg: String)] =
      (hasHistory ? [market, ratio, pay, duration] + [forecast].compactMap { $0 } : []) + (hasPoints ? [points] : [])
    return own.map { ["caption": $0.caption, "svg": $0.svg, "file": false] }
  }

  private var history: [ShortageQuarter] { entry.unit.history }
  private var categories: [ChartCategory] { history.map { category($0.period) } }

  private func category(_ period: Period) -> ChartCategory {
    ChartCategory(label: texts(.chartQuarter, ["number": "\(period.number)"]), group: String(period.year))
  }

  private func title(_ caption: String) -> String { "\(entry.unit.name) \(caption)" }

  private func summary(_ text: (ShortageQuarter) -> String) -> String {
    texts.list(history.map { "\($0.period.nameZh) \(text($0))" }, .semicolon)
  }

  private var market: (String, String) {
    let caption = texts(.trendChart, .zh)
    let chart = ColumnChart(
      title: title(caption),
      summary: summary { quarter in
        texts(.chartMarketPoint, ["demand": "\(quarter.demand)", "seekers": "\(quarter.seekers)"])
      }, categories: categories,
      series: [
        .init(name: texts(.demand, .zh), values: history.map { Double($0.demand) }),
        .init(name: texts(.seekers, .zh), values: history.map { Double($0.seekers) }),
      ])
    return (caption, chart.svg(id: "chart-market"))
  }

  private var ratio: (String, String) {
    let caption = texts(.ratioChart, .zh)
    let chart = LineChart(
      title: title(caption), summary: summary { CatalogWording.number($0.ratio, 2) }, name: texts(.ratio, .zh),
      categories: categories, values: history.map(\.ratio), reference: 1)
    return (caption, chart.svg(id: "chart-ratio"))
  }

  private var pay: (String, String) {
    let caption = texts(.chartPay)
    let chart = LineChart(
      title: title(caption), summary: summary { CatalogWording.number($0.payMedian, 0) }, name: texts(.chartPayLine),
      categories: categories, values: history.map(\.payMedian), reference: nil, decimals: 0)
    return (caption, chart.svg(id: "chart-pay"))
  }

  private var duration: (String, String) {
    let caption = texts(.chartDuration)
    let chart = LineChart(
      title: title(caption), summary: summary { $0.durationDays.map { "\($0)" } ?? CatalogWording.unknown },
      name: texts(.chartDurationLine),
      categories: categories, values: history.map { $0.durationDays.map(Double.init) },
      reference: report.cityDuration.map(Double.init), decimals: 0)
    return (caption, chart.svg(id: "chart-duration"))
  }

  /// The gap, known and expected; nil where there is no forecast. That of the rest of a 小类 speaks of all of it, so that
  /// it has no known part.
  private var forecast: (String, String)? {
    guard let forecast = entry.forecast else { return nil }
    let caption = texts(.chartForecast)
    let known = entry.unit.members.isEmpty ? history.suffix(EvidenceCharts.knownQuarters) : []
    let steps = forecast.steps.map { "\($0.period.nameZh) \(CatalogWording(texts).gap($0.gap))" }
    let chart = FanChart(
      title: title(caption), summary: texts.list(steps, .semicolon),
      names: .init(
        history: texts(.outlookHistory, .zh), point: texts(.outlookMedian, .zh), inner: texts(.outlookBand80, .zh),
        outer: texts(.outlookBand95, .zh)),
      categories: (known.map(\.period) + forecast.steps.map(\.period)).map(category),
      history: known.map { Double($0.demand - $0.seekers) },
      steps: forecast.steps.map { step in
        FanChart.Step(
          point: step.gap.point, inner: step.gap.low80...step.gap.high80, outer: step.gap.low95...step.gap.high95)
      })
    return (caption, chart.svg(id: "chart-forecast"))
  }

  private var points: (String, String) {
    let caption = texts(.chartPoints)
    let score = entry.unit.score
    let bars = ShortageIndicator.allCases.map { indicator in
      BarChart.Bar(
        label: "\(indicator.rawValue) \(texts.name(indicator))", value: Double(score.points[indicator] ?? 0),
        text: score.points[indicator].map { texts(.chartPointsCount, ["points": "\($0)"]) }
          ?? texts(.chartPointsNone))
    }
    let summary = texts.list(bars.map { "\($0.label) \($0.text)" }, .semicolon)
    return (caption, BarChart(title: title(caption), summary: summary, bars: bars).svg(id: "chart-points"))
  }
}
