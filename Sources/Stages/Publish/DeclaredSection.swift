import Documents
import Domain
import Tables

/// The declared tables of a region as the template sees them.
struct DeclaredSection {
  let region: RegionReport
  let table: TableContext

  /// Nil where the region has none.
  var context: [String: Any]? {
    guard !region.declared.isEmpty else { return nil }
    return [
      "id": "services", "title": table.texts(.sectionServices, table.language),
      "charts": region.declared.compactMap(chart), "tables": region.declared.map { table($0.table) },
      "coded": [String](),
    ]
  }

  private func chart(_ entry: DeclaredReport.Entry) -> [String: Any]? {
    let (own, language) = (entry.table, table.language)
    guard let chart = entry.chart, let measure = own.measures.first(where: { $0.id == chart.figure }) else {
      return nil
    }
    let title = "\(language.text(own.table.title)) \(language.text(measure.label))"
    let bars = own.rows.filter { $0.role == .item }.compactMap { row -> BarChart.Bar? in
      guard case .number(let value, let decimals)? = own.cell(row.key, measure.id), value > 0 else { return nil }
      let unit = measure.unit.zh == "%" ? "%" : ""
      return BarChart.Bar(
        label: language.text(row.label), value: value, text: PrintedCell.number(value, decimals) + unit)
    }
    guard bars.count > 1 else { return nil }
    let id = "chart-\(own.id)"
    let summary = bars.map { "\($0.label): \($0.text)" }.joined(separator: "; ")
    let svg =
      switch chart.form {
      case .bar: BarChart(title: title, summary: summary, bars: bars).svg(id: id)
      case .line:
        LineChart(
          title: title, summary: summary, name: language.text(measure.label),
          categories: bars.map { ChartCategory(label: $0.label, group: "") }, values: bars.map(\.value), reference: 0
        ).svg(id: id)
      }
    return ["caption": title, "svg": svg]
  }
}
