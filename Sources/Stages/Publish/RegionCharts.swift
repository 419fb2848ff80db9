import Documents
import Domain

/// The charts of one region's page.
struct RegionCharts {
  /// Bars of the industry chart.
  private static let industryCount = 10

  let region: RegionReport
  /// The forms of the market's tables.
  let layouts: [TableLayout]
  let texts: Texts
  let language: Language

  /// Openings and seekers as columns, and their ratio as a line.
  func trend() -> [PageChart] {
    guard region.trend.count > 1 else { return [] }
    let categories = region.trend.enumerated().map { index, point in
      ChartCategory(
        label: language.shortName(of: point.period),
        group: index == 0 || point.period.number == 1 ? String(point.period.year) : "")
    }
    let counts = ColumnChart(
      title: texts(.trendChart, language),
      summary: summary {
        "\(texts(.demand, language)) \($0.demand.csv), \(texts(.seekers, language)) \($0.seekers.csv)"
      },
      categories: categories,
      series: [
        .init(name: texts(.demand, language), values: region.trend.map { $0.demand.value ?? 0 }),
        .init(name: texts(.seekers, language), values: region.trend.map { $0.seekers.value ?? 0 }),
      ])
    let ratios = LineChart(
      title: texts(.ratioChart, language),
      summary: summary { PrintedCell.text($0.ratio.cell) },
      name: texts(.ratio, language), categories: categories, values: region.trend.map(\.ratio.value), reference: 1)
    return [
      figure(.trendChart, counts, "trend", finding.balance()), figure(.ratioChart, ratios, "ratio", finding.ratio()),
    ]
  }

  /// How a main figure went, where the trend has it for all its periods; empty elsewhere.
  func sparkline(of figure: KeyFigure) -> String {
    let values: [Double?]
    switch figure.id {
    case MarketFigure.validOpenings.rawValue: values = region.trend.map(\.demand.value)
    case MarketFigure.validSeekers.rawValue: values = region.trend.map(\.seekers.value)
    case MarketFigure.ratio.rawValue: values = region.trend.map(\.ratio.value)
    case Indicator.gap.rawValue:
      values = region.trend.map { point in
        point.demand.value.flatMap { demand in point.seekers.value.map { demand - $0 } }
      }
    case MarketFigure.fillRate.rawValue: values = region.trend.map(\.fillRate.value)
    default: return ""
    }
    let known = values.compactMap { $0 }
    guard known.count == values.count else { return "" }
    return Sparkline(known, summary: "\(texts(.trendOf, language))\(language.text(figure.label))").svg
  }

  /// The charts of a section: that of the industries where their table stands, that of the gaps where the rankings do.
  func charts(of section: TableLayout.Section) -> [PageChart] {
    let own = layouts.filter { $0.section == section }
    let rankings = own.filter { if case .ranking = $0.form { true } else { false } }
    return (own.first(.industries).map(industries) ?? []) + gaps(rankings)
  }

  private func industries(_ layout: TableLayout) -> [PageChart] {
    guard let table = region.tables.first(where: { $0.id == layout.id }), let column = layout.share(of: layout.demand)
    else { return [] }
    let shares = table.rows.filter { $0.role == .item }.compactMap { row -> BarChart.Bar? in
      guard let share = table.cell(row.key, column.id)?.value, share > 0 else { return nil }
      let text = PrintedCell.number(share, 2) + "%"
      return BarChart.Bar(label: language.text(row.label), value: share, text: text)
    }
    // Equal shares keep the order of the table: `sorted` is not promised to be stable.
    let bars = shares.enumerated().sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }
      .prefix(RegionCharts.industryCount).map(\.element)
    guard !bars.isEmpty else { return [] }
    let chart = BarChart(title: texts(.industryChart, language), summary: summary(of: bars), bars: bars)
    return [figure(.industryChart, chart, "industry", finding.industry(table, column))]
  }

  private func gaps(_ rankings: [TableLayout]) -> [PageChart] {
    let gaps = rankings.flatMap { layout -> [(label: Label, value: Double)] in
      guard let column = layout.gap, let table = region.tables.first(where: { $0.id == layout.id }) else { return [] }
      return table.rows.compactMap { row in table.cell(row.key, column.id)?.value.map { (row.label, $0) } }
    }
    let mayLack = rankings.contains { layout in
      region.tables.contains { $0.id == layout.id && $0.audience == .everybody }
    }
    let bars = gaps.map { label, gap in
      BarChart.Bar(label: language.text(label), value: gap, text: PrintedCell.number(gap, 0, true))
    }
    guard !bars.isEmpty else { return [] }
    let chart = DivergingBarChart(
      title: texts(.gapChart, language), summary: summary(of: bars), positive: texts(.gapShortage, language),
      negative: texts(.gapSurplus, language), bars: bars)
    return [figure(.gapChart, chart, "gap", finding.gap(gaps, mayLack: mayLack))]
  }

  private var finding: ChartFinding { ChartFinding(region: region, texts: texts) }

  /// - Parameter subject: what it is of, where there is no finding.
  private func figure(_ subject: TextKey, _ chart: any Chart, _ name: String, _ finding: Label?) -> PageChart {
    PageChart(
      chart: chart, name: name, caption: finding.map(language.text) ?? texts(subject, language), region: region,
      texts: texts, language: language)
  }

  private func summary(_ value: (TrendPoint) -> String) -> String {
    region.trend.map { "\(language.name(of: $0.period)): \(value($0))" }.joined(separator: "; ")
  }

  private func summary(of bars: [BarChart.Bar]) -> String {
    bars.map { "\($0.label): \($0.text)" }.joined(separator: "; ")
  }
}
