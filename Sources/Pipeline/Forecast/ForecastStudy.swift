import Declarations
import Domain
import Forecasting
import Foundation

/// Looks at series for an analyst: one of a CSV file or of a warehouse, or how well all of a file are forecast.
public enum ForecastStudy {
  /// Series of the same kind that one series' intervals are calibrated on, at most.
  private static let mostPeers = 200

  /// - Parameters:
  ///   - id: one series of a competition's file; nil scores the whole file.
  ///   - horizon: steps ahead; nil: as the file says, or one year.
  ///   - svg: where to write the chart of one series.
  /// - Throws: `PipelineError` those of `SeriesTable`, TF673 to TF676, TF678.
  public static func lines(
    csv: String, series id: String?, horizon: Int?, svg: String?, workers: Int
  ) throws -> [String] {
    let report: SeriesReport
    switch try SeriesTable(path: csv) {
    case .dated(let dated):
      guard id == nil else {
        throw PipelineError(.seriesOption, .data, at: csv, "文件只有一个序列, 不用 --series", remedy: "删去 --series")
      }
      report = try study(dated, name: (csv as NSString).lastPathComponent, horizon)
    case .competition(let all):
      guard let id else {
        guard svg == nil, horizon == nil else {
          throw PipelineError(.seriesOption, .data, at: csv, "--svg 和 --horizon 只用于一个序列", remedy: "加上 --series 编号")
        }
        return try BenchmarkReport(all, path: csv, workers: workers).lines
      }
      report = try study(all, of: id, in: csv, horizon: horizon, workers: workers)
    }
    return try lines(report, svg: svg)
  }

  static func lines(_ report: SeriesReport, svg: String?) throws -> [String] {
    if let svg { try write(report.svg, to: svg) }
    return report.lines + (svg.map { ["图  \($0)"] } ?? [])
  }

  static func study(
    _ dated: DatedSeries, name: String, _ horizon: Int?, remark: String? = nil
  ) throws -> SeriesReport {
    let series = dated.series
    let horizon = horizon ?? max(series.period, 4)
    var remarks = remark.map { [$0] } ?? []
    var calendar: [Double]?
    if series.period == 12, series.missingInside == 0, series.missingAtEnd == 0,
      let effect = NewYearEffect(series.filled, year: dated.first.year, month: dated.first.number)
    {
      calendar = effect.factors(
        fromYear: dated.first.year, month: dated.first.number, count: series.values.count + horizon)
      remarks.append("已按春节日期调整 (\(effect.windows.count) 个时段显著)")
    }
    let member = Panel.Member(series: series, calendar: calendar)
    let rolling = RollingForecasts(
      Panel([member]), horizon: horizon, past: RollingOrigins.own(horizon: horizon), workers: 1)
    let plain = try made(at: name) { () throws(ForecastFailure) in try rolling.newest[0].get() }
    let cases = rolling.cases(leastHistory: max(4, 2 * series.period))
    // So few errors can show that intervals are too narrow, not that they are too wide.
    let forecast = cases.isEmpty ? plain : plain.calibrated(by: Calibration(cases, horizon: horizon, least: 1))
    if !cases.isEmpty { remarks.append("区间按本序列 \(cases.count) 个过往起点的误差校准") }
    return SeriesReport(
      forecast: forecast, name: name, series: series, first: dated.first,
      backtest: SeriesBacktest(member, horizon: horizon), test: [],
      remarks: remarks)
  }

  private static func study(
    _ all: [CompetitionSeries], of id: String, in csv: String, horizon: Int?, workers: Int
  ) throws -> SeriesReport {
    guard let one = all.first(where: { $0.id == id }) else {
      let nearest = Spelling.nearest(id, in: all.map(\.id))
      throw PipelineError(
        .unknownSeries, .data, at: csv, "没有序列 \(id)", remedy: nearest.map { "是否应为 \($0)?" } ?? "检查 unique_id 列")
    }
    let steps = horizon ?? one.horizon
    let sample = try CompetitionSample(all, around: id, most: mostPeers, path: csv)
    let rolling = RollingForecasts(
      sample.panel, horizon: steps, past: RollingOrigins.back(horizon: steps), workers: workers)
    let plain = try made(at: "\(csv):\(one.line)") { () throws(ForecastFailure) in
      try rolling.newest[sample.place].get()
    }
    let cases = rolling.cases()
    let forecast = cases.isEmpty ? plain : plain.calibrated(by: Calibration(cases, horizon: steps))
    var remarks = cases.isEmpty ? [] : ["模型的权重和区间按文件中 \(sample.panel.members.count) 个同类序列训练部分的误差校准"]
    if rolling.restsOnFewShocks(among: rolling.origins.dropLast()) { remarks.append(ForecastText.fewShocks) }
    return SeriesReport(
      forecast: forecast, name: id, series: one.series, first: nil,
      backtest: SeriesBacktest(Panel.Member(series: one.series), horizon: steps),
      test: Array(one.test.prefix(steps)), remarks: remarks)
  }

  /// - Throws: `PipelineError` TF675 with the reason.
  private static func made(at place: String, _ body: () throws(ForecastFailure) -> Forecast) throws -> Forecast {
    do throws(ForecastFailure) { return try body() } catch {
      throw PipelineError(.noForecast, .data, at: place, "没有预测: \(ForecastText.reason(error))", remedy: "检查这个序列的值")
    }
  }

  /// - Throws: `PipelineError` TF676.
  private static func write(_ svg: String, to path: String) throws {
    do { try Data(svg.utf8).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
      throw PipelineError(.unwrittenChart, .cannotCreate, at: path, "无法写图", remedy: "检查文件夹是否存在, 是否可写")
    }
  }
}
