import Documents
import Domain

/// The charts of one region's page.
struct RegionCharts {
  /// Bars of the industry chart.
  private static let industryCount = 10

  let region: RegionReport
  let texts: Texts
  let language: Language

  /// Openings and seekers as columns, and their ratio as a line.
  func trend() -> [[String: Any]] {
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
    return [figure(.trendChart, counts.svg(id: "chart-trend")), figure(.ratioChart, ratios.svg(id: "chart-ratio"))]
  }

  /// The charts of section `id`.
  func charts(of id: String) -> [[String: Any]] {
    switch id {
    case "demand": industries()
    case "occupation": gaps()
    default: []
    }
  }

  private func industries() -> [[String: Any]] {
    guard let table = region.tables.first(where: { $0.id == "T3" }) else { return [] }
    let shares = table.rows.filter { $0.role == .item }.compactMap { row -> BarChart.Bar? in
      guard let share = table.cell(row.key, "demand_share")?.value, share > 0 else { return nil }
      let text = PrintedCell.number(share, 2) + "%"
      return BarChart.Bar(label: language.text(row.label), value: share, text: text)
    }
    // Equal shares keep the order of the table: `sorted` is not promised to be stable.
    let bars = shares.enumerated().sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }
      .prefix(RegionCharts.industryCount).map(\.element)
    guard !bars.isEmpty else { return [] }
    let chart = BarChart(title: texts(.industryChart, language), summary: summary(of: bars), bars: bars)
    return [figure(.industryChart, chart.svg(id: "chart-industry"))]
  }

  private func gaps() -> [[String: Any]] {
    let bars = region.tables.filter { ["T6", "T7"].contains($0.id) }.flatMap { table in
      table.rows.compactMap { row -> BarChart.Bar? in
        guard let gap = table.cell(row.key, "gap")?.value else { return nil }
        return BarChart.Bar(
          label: language.text(row.label), value: gap, text: PrintedCell.number(gap, 0, true))
      }
    }
    guard !bars.isEmpty else { return [] }
    let chart = DivergingBarChart(
      title: texts(.gapChart, language), summary: summary(of: bars), positive: texts(.gapShortage, language),
      negative: texts(.gapSurplus, language), bars: bars)
    return [figure(.gapChart, chart.svg(id: "chart-gap"))]
  }

  private func figure(_ title: TextKey, _ svg: String) -> [String: Any] {
    ["caption": texts(title, language), "svg": svg]
  }

  private func summary(_ value: (TrendPoint) -> String) -> String {
    region.trend.map { "\(language.name(of: $0.period)): \(value($0))" }.joined(separator: "; ")
  }

  private func summary(of bars: [BarChart.Bar]) -> String {
    bars.map { "\($0.label): \($0.text)" }.joined(separator: "; ")
  }
}
