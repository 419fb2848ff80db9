import Domain
import Forecasting
import Foundation

/// Scores all series of a competition's file.
struct BenchmarkReport {
  let lines: [String]

  /// - Throws: `PipelineError` TF674 where a series has no test values, TF672, TF679.
  init(_ all: [CompetitionSeries], path: String, workers: Int) throws {
    if let blind = all.first(where: \.test.isEmpty) {
      throw PipelineError(
        .noTestValues, .data, at: "\(path):\(blind.line)", "序列 \(blind.id) 的 y_test 是空的, 无法评分",
        remedy: "补上, 或用 --series \(blind.id) 只作预测")
    }
    guard !all.isEmpty else { throw PipelineError(.noSeriesRows, .data, at: path, "没有数据行", remedy: "每个序列写一行") }
    let wall = ContinuousClock.now
    let processor = clock()
    let benchmark = Benchmark(try CompetitionSeries.entries(all, path: path), workers: workers)
    let seconds = wall.duration(to: .now) / .seconds(1)
    let used = Double(clock() - processor) / Double(CLOCKS_PER_SEC)
    let count = all.count - benchmark.failures.count
    func row(_ name: String, _ means: Benchmark.Means) -> String {
      let texts = [benchmark.owa(of: means), means.smape, means.mase].map { FigureText.fixed($0, 3) }
      return "\(name)  OWA \(texts[0])  sMAPE \(texts[1])  MASE \(texts[2])"
    }
    var lines = [
      "\(path): \(all.count) 个序列", row("预测    ", benchmark.model), row("Naive2  ", benchmark.naive2),
      row("季节朴素", benchmark.seasonalNaive), "MSIS (95 %)  \(FigureText.fixed(benchmark.msis, 3))",
      "覆盖率  95 % 区间 \(FigureText.fixed(benchmark.coverage * 100, 2)) %, "
        + "80 % 区间 \(FigureText.fixed(benchmark.coverage80 * 100, 2)) % (只用训练部分校准)",
      "方法  "
        + ForecastMethod.allCases.compactMap { method in
          benchmark.methods[method].map { "\(ForecastText.method(method)) \($0)" }
        }.joined(separator: ", "),
      "速度  每核每秒 \(FigureText.fixed(Double(count) / max(used, 1e-9), 1)) 个序列 "
        + "(\(workers) 个线程, 用时 \(FigureText.fixed(seconds, 2)) 秒, 处理器 \(FigureText.fixed(used, 2)) 秒, 含三次回测校准)",
    ]
    if benchmark.restsOnFewShocks { lines.append("注意  \(ForecastText.fewShocks)") }
    for failure in benchmark.failures {
      let one = all[failure.index]
      lines.append("没有预测  \(path):\(one.line) 序列 \(one.id): \(ForecastText.reason(failure.reason))")
    }
    self.lines = lines
  }
}
