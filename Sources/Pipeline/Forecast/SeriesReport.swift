import Documents
import Domain
import Forecasting

/// One series: models, backtest, intervals, and its chart.
struct SeriesReport {
  let forecast: Forecast
  let name: String
  let series: TimeSeries
  /// The step of the series' first value; nil where the file has none.
  let first: SeriesStep?
  let backtest: SeriesBacktest
  /// What came, where the file knows it.
  let test: [Double]
  /// How the intervals were calibrated, and other remarks.
  let remarks: [String]

  var lines: [String] {
    var lines = [
      "\(name): \(series.values.count) 期, 一年 \(series.period) 期, 预测 \(forecast.horizon) 期",
      "已知  \(label(0)) 至 \(label(series.values.count - 1))\(lastKnown)", "方法  \(ForecastText.method(forecast.method))",
      "权重  \(weights)",
    ]
    lines += forecast.notes.map { "注意  \(ForecastText.note($0))" } + remarks.map { "注意  \($0)" }
    return lines + backtestLines + table
  }

  private var lastKnown: String {
    series.values.last.flatMap { $0 }.map { ", 最后一期 \(FigureText.short($0))" } ?? ""
  }

  private var weights: String {
    forecast.members.filter { $0.weight >= 0.005 }
      .map { "\($0.name) \(FigureText.fixed($0.weight * 100, 1)) %" }.joined(separator: ", ")
  }

  private var backtestLines: [String] {
    let scores = backtest.scores
    guard !scores.isEmpty else { return ["回测  没有回测: \(whyUntested)"] }
    func mean(_ value: (BacktestScore) -> Double?) -> String {
      let known = scores.compactMap(value)
      return known.isEmpty ? "-" : FigureText.fixed(known.reduce(0, +) / Double(known.count), 3)
    }
    func row(_ name: String, _ score: KeyPath<BacktestScore, PointScore>) -> String {
      let figures = [
        mean { $0[keyPath: score].mase }, mean { $0[keyPath: score].rmsse }, mean { $0[keyPath: score].smape },
        mean { $0[keyPath: score].bias },
      ]
      return "      \(name)  MASE \(figures[0])  RMSSE \(figures[1])  sMAPE \(figures[2])  偏差 \(figures[3])"
    }
    var lines = ["回测  \(scores.count) 个起点, 每次 \(scores[0].count) 期"]
    lines += [row("预测    ", \.model), row("Naive2  ", \.naive2), row("季节朴素", \.seasonalNaive)]
    let (own, naive) = (scores.compactMap(\.model.mase), scores.compactMap(\.seasonalNaive.mase))
    if own.reduce(0, +) > naive.reduce(0, +) { lines.append("注意  回测不如季节朴素预测, 请慎用") }
    return lines
  }

  private var whyUntested: String {
    let least = SeriesBacktest.leastHistory + forecast.horizon
    guard series.values.count >= least else {
      return "历史太短, 要 \(least) 期以上 (预测的 \(forecast.horizon) 期之前至少 \(SeriesBacktest.leastHistory) 期)"
    }
    return "有缺的期, 没有一个起点之后的 \(forecast.horizon) 期都已知"
  }

  private var table: [String] {
    let head = ["时期", "预测", "80 % 下限", "80 % 上限", "95 % 下限", "95 % 上限"] + (test.isEmpty ? [] : ["实际"])
    let rows = (0..<forecast.horizon).map { step in
      let values = [
        forecast.points[step], forecast.band80.lower[step], forecast.band80.upper[step], forecast.band95.lower[step],
        forecast.band95.upper[step],
      ]
      let texts = (values + test.dropFirst(step).prefix(1)).map(FigureText.short)
      return ([label(series.values.count + step)] + texts).map { FigureText.padded($0, 11) }.joined(separator: " ")
    }
    return [head.map { FigureText.padded($0, 11) }.joined(separator: " ")] + rows
  }

  /// The chart of the last five periods and the forecast, as a file of its own.
  var svg: String {
    let count = series.values.count
    let shown = min(count, max(5 * series.period, 12))
    // Axis labels are made for figures of ordinary size.
    let most = (forecast.band95.upper + series.values.compactMap { $0 }).map(abs).max() ?? 1
    var (unit, exponent) = (1.0, 0)
    while most / unit >= 1e9 { (unit, exponent) = (unit * 1000, exponent + 3) }
    while most > 0, most / unit < 0.01 { (unit, exponent) = (unit / 1000, exponent - 3) }
    let steps = (0..<forecast.horizon).map { step in
      let (inner, outer) = (forecast.band80, forecast.band95)
      return FanChart.Step(
        point: forecast.points[step] / unit, inner: inner.lower[step] / unit...inner.upper[step] / unit,
        outer: outer.lower[step] / unit...outer.upper[step] / unit)
    }
    let last = forecast.horizon - 1
    return FanChart(
      title: name + (exponent == 0 ? "" : " (×10^\(exponent))"),
      summary: "\(label(count + last)) 预测 \(FigureText.short(forecast.points[last])), 95 % 区间 "
        + "\(FigureText.short(forecast.band95.lower[last])) 至 \(FigureText.short(forecast.band95.upper[last]))",
      names: .init(history: "历史", point: "预测", inner: "80 % 区间", outer: "95 % 区间"),
      categories: ((count - shown)..<(count + forecast.horizon)).map {
        ChartCategory(label: label($0), group: "")
      },
      history: series.values.suffix(shown).map { $0.map { $0 / unit } }, steps: steps
    ).svg(id: "forecast")
  }

  private func label(_ index: Int) -> String { first?.advanced(by: index).text ?? "\(index + 1)" }
}
