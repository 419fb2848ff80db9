import Documents
import Domain
import Tables

/// The declared tables of a family in a region as the template sees them, one a section.
struct DeclaredSection {
  let region: RegionReport
  /// Of the edition.
  let period: Period
  /// `T17`
  let family: String
  let table: TableContext

  /// The largest cells of a matrix that are listed beside it.
  private static let ranked = 10

  private var language: Language { table.language }

  var context: [[String: Any]] {
    region.declared(of: family).map { entry in
      [
        "id": entry.table.id, "title": language.text(entry.table.table.title), "charts": charts(entry),
        "tables": [table(entry.table, inWords: TablesInWords.sentence(inPlaceOf: entry.table))],
        "coded": entry.sentences(in: period, table.texts).map(language.text),
      ]
    }
  }

  private func charts(_ entry: DeclaredReport.Entry) -> [[String: Any]] {
    guard let chart = entry.chart, TablesInWords.sentence(inPlaceOf: entry.table) == nil else { return [] }
    if chart.form == .matrix { return matrix(entry.table, of: chart.figure) }
    guard let measure = entry.table.measures.first(where: { $0.id == chart.figure }) else { return [] }
    return figure(entry.table, measure, chart.form).map { [$0] } ?? []
  }

  private func figure(
    _ own: ProtectedTable, _ measure: Measure, _ form: TableDefinition.Chart.Form
  ) -> [String: Any]? {
    let title = "\(language.text(own.table.title)) \(language.text(measure.label))"
    let bars = own.rows.filter { $0.role == .item }.compactMap { bar(language.text($0.label), own, $0, measure) }
    guard bars.count > 1 else { return nil }
    let id = "chart-\(own.id)"
    let summary = summary(bars)
    let svg =
      form == .line
      ? LineChart(
        title: title, summary: summary, name: language.text(measure.label),
        categories: bars.map { ChartCategory(label: $0.label, group: "") }, values: bars.map(\.value), reference: 0
      ).svg(id: id)
      : BarChart(title: title, summary: summary, bars: bars).svg(id: id)
    return ["caption": title, "svg": svg]
  }

  /// The columns of a figure that goes across, as a shaded matrix, and the largest of its cells.
  private func matrix(_ own: ProtectedTable, of figure: String) -> [[String: Any]] {
    let columns = own.measures.filter { $0.id.hasPrefix("\(figure)_") }
    let rows = own.rows.filter { $0.role != .total }
    let pairs = rows.flatMap { row in
      columns.compactMap { column in
        row.role == .item ? bar("\(language.text(row.label)) → \(name(column, of: figure))", own, row, column) : nil
      }
    }
    // Where next to nothing may be shown the table below says so.
    guard pairs.count > 1 else { return [] }
    let title = language.text(own.table.title)
    let chart = MatrixChart(
      title: title, summary: summary(pairs), columns: columns.map { name($0, of: figure) },
      rows: rows.map { row in
        MatrixChart.Row(
          label: language.text(row.label),
          cells: columns.map { column in
            let cell = own.cell(row.key, column.id) ?? .unavailable
            return (PrintedCell.text(cell), cell.value)
          })
      })
    let largest = pairs.enumerated().sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }
      .prefix(DeclaredSection.ranked).map(\.element)
    let caption = table.texts(.chartRanked, language)
    let list = BarChart(title: "\(title) \(caption)", summary: summary(largest), bars: largest)
    return [
      ["caption": title, "svg": chart.svg(id: "chart-\(own.id)")],
      ["caption": "\(title) \(caption)", "svg": list.svg(id: "chart-\(own.id)-ranked")],
    ]
  }

  /// A column of a figure that goes across, without the words that all of them have.
  private func name(_ column: Measure, of figure: String) -> String { String(column.id.dropFirst(figure.count + 1)) }

  /// Nil for what is not shown, and for nothing.
  private func bar(_ label: String, _ own: ProtectedTable, _ row: StatRow, _ measure: Measure) -> BarChart.Bar? {
    guard case .number(let value, let decimals)? = own.cell(row.key, measure.id), value > 0 else { return nil }
    let unit = measure.unit.zh == "%" ? "%" : ""
    return BarChart.Bar(label: label, value: value, text: PrintedCell.number(value, decimals) + unit)
  }

  private func summary(_ bars: [BarChart.Bar]) -> String {
    bars.map { "\($0.label): \($0.text)" }.joined(separator: "; ")
  }
}
