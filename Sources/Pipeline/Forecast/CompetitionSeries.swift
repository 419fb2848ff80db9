import Domain
import Forecasting
import Tabular

/// One row of a competition's file: `unique_id,type,period,h,n_train,y_train,y_test`, values with blanks between; `parent`
/// may name the aggregate above.
struct CompetitionSeries {
  static let columns = ["unique_id", "period", "h", "y_train"]

  let id: String
  let line: Int
  let series: TimeSeries
  let horizon: Int
  /// `horizon` values; empty where the file does not know the future.
  let test: [Double]
  /// `unique_id` of the aggregate above; nil where the file names none.
  let parent: String?

  /// - Throws: `PipelineError` TF672.
  init(_ row: SmallTable.Row, path: String) throws {
    func number(_ column: String, _ range: ClosedRange<Int>) throws -> Int {
      guard let value = Int(row[column] ?? ""), range.contains(value) else {
        throw SeriesTable.error(
          path, row.line, column, "的 \"\(row[column] ?? "")\" 不是 \(range.lowerBound) 到 \(range.upperBound) 的整数",
          "改正这一格")
      }
      return value
    }
    line = row.line
    id = row["unique_id"] ?? ""
    guard !id.isEmpty else { throw SeriesTable.error(path, row.line, "unique_id", "是空的", "给每个序列一个编号") }
    let period = try number("period", 1...60)
    horizon = try number("h", 1...120)
    let values = try CompetitionSeries.values(row, "y_train", path)
    if let text = row["n_train"], Int(text) != values.count {
      throw SeriesTable.error(path, row.line, "n_train", "写 \(text), y_train 有 \(values.count) 个数", "改正其中之一")
    }
    test = try CompetitionSeries.values(row, "y_test", path)
    guard test.isEmpty || test.count == horizon else {
      throw SeriesTable.error(path, row.line, "y_test", "有 \(test.count) 个数, h 为 \(horizon)", "改正其中之一")
    }
    series = TimeSeries(values, period: period)
    parent = row["parent"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// All rows with the places of their parents.
  ///
  /// - Throws: `PipelineError` TF672 where a parent is no row of the file, has another period or horizon, or stands below
  ///   its own child.
  static func entries(_ all: [CompetitionSeries], path: String) throws -> [Benchmark.Entry] {
    let places = Dictionary(all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let parents = try all.map { one -> Int? in
      guard let parent = one.parent else { return nil }
      func wrong(_ message: String, _ remedy: String) -> PipelineError {
        SeriesTable.error(path, one.line, "parent", "的 \"\(parent)\" \(message)", remedy)
      }
      guard let place = places[parent] else { throw wrong("不是文件中的 unique_id", "改正它, 没有上级就留空") }
      guard all[place].series.period == one.series.period, all[place].horizon == one.horizon else {
        throw wrong("的 period 或 h 与本行不同", "上级与下级写同样的 period 和 h")
      }
      return place
    }
    for (index, one) in all.enumerated() {
      var (above, steps) = (parents[index], 0)
      while let place = above, steps <= all.count { (above, steps) = (parents[place], steps + 1) }
      guard steps <= all.count else {
        throw SeriesTable.error(path, one.line, "parent", "一级级往上又回到自己", "改正 parent 列")
      }
    }
    return zip(all, parents).map { Benchmark.Entry(series: $0.series, test: $0.test, parent: $1) }
  }

  private static func values(_ row: SmallTable.Row, _ column: String, _ path: String) throws -> [Double] {
    try (row[column] ?? "").split(separator: " ").enumerated().map { index, text in
      guard let value = Double(text), value.isFinite else {
        throw SeriesTable.error(path, row.line, column, "第 \(index + 1) 个数 \"\(text)\" 不是数", "改正或删去它")
      }
      return value
    }
  }
}
