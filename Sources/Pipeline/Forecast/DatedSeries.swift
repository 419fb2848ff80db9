import Domain
import Forecasting
import Tabular

/// A series in two columns, the period and the value, oldest or newest first; steps that are not there are missing observations.
struct DatedSeries {
  static let columns = ["period", "value"]

  let first: SeriesStep
  let series: TimeSeries

  init(first: SeriesStep, series: TimeSeries) {
    self.first = first
    self.series = series
  }

  /// - Parameter columns: names of the two.
  /// - Throws: `PipelineError` TF672, TF679.
  init(_ rows: [SmallTable.Row], columns: [String], path: String) throws {
    let (period, value) = (columns[0], columns[1])
    var values: [SeriesStep: Double?] = [:]
    for row in rows {
      let text = row[period] ?? ""
      guard let step = SeriesStep(text) else {
        throw SeriesTable.error(path, row.line, period, "的 \"\(text)\" 不是时期", "写成 2026-09、2026Q3 或 2026")
      }
      if let other = values.keys.first, other.perYear != step.perYear {
        throw SeriesTable.error(path, row.line, period, "的 \"\(text)\" 与前面的时期不是一种", "一个文件只写一种时期")
      }
      guard values[step] == nil else {
        throw SeriesTable.error(path, row.line, period, "的 \"\(text)\" 出现两次", "删去一行")
      }
      values[step] = .some(
        try row[value].map { cell in
          guard let number = Double(cell), number.isFinite else {
            throw SeriesTable.error(path, row.line, value, "的 \"\(cell)\" 不是数", "改正它, 没有数就留空")
          }
          return number
        })
    }
    guard let first = values.keys.min(), let last = values.keys.max() else {
      throw PipelineError(.noSeriesRows, .data, at: path, "没有数据行", remedy: "每个时期写一行")
    }
    guard last.index - first.index < 2000 else {
      throw PipelineError(
        .wrongSeriesCell, .data, at: path, "\(first.text) 到 \(last.text) 太长", remedy: "检查 \(period) 列有没有写错的年份")
    }
    self.first = first
    series = TimeSeries(
      (first.index...last.index).map { values[SeriesStep(index: $0, perYear: first.perYear)] ?? nil },
      period: first.perYear)
  }
}
