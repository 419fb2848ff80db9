import ArgumentParser
import Foundation
import Pipeline

/// `talentflow forecast`
struct Forecast: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "预测仓库或 CSV 中的一个序列, 或给整个文件的预测评分。",
    discussion: """
      例: talentflow forecast 需求/450602/4-02-05-01 --svg 装卸工.svg
      例: talentflow forecast 需求/港口区/装卸工
      例: talentflow forecast 求职/450600 --period 2026M09
      例: talentflow forecast --csv m1_monthly.csv
      例: talentflow forecast --csv m1_monthly.csv --series MRF1 --svg MRF1.svg
      例: talentflow forecast --csv 需求.csv --horizon 12 --svg 需求.svg

      仓库中的序列写 需求或求职/地区/职业 (代码或名称; 不写职业为全部), 地区 450600 为全市; 取流程文件的仓库和时期。
      文件是竞赛格式 (unique_id,type,period,h,n_train,y_train,y_test), 或一个序列两列 (period,value 或 时期,需求: 第一列是时期, 写 2026-09、2026Q3 或 2026, 第二列是数)。
      """)

  @Argument(help: "仓库中的一个序列: 需求/450602/4-02-05-01。")
  var market: String?

  @Option(help: "流程文件 (YAML), 用它的仓库。", completion: .file(extensions: ["yaml"]))
  var pipeline = "Pipelines/quarterly-bulletin.yaml"

  @Option(help: "仓库中的序列预测到哪一期为止是已知的: 2026Q3 或 2026M09; 不写则按流程文件。")
  var period: String?

  @Option(help: "序列的 CSV 文件。")
  var csv: String?

  @Option(help: "竞赛格式文件中的一个序列 (unique_id); 不写则给整个文件评分。")
  var series: String?

  @Option(help: "预测几期; 不写则按文件的 h, 两列的文件为一年。")
  var horizon: Int?

  @Option(help: "把扇形图写到这个 SVG 文件。")
  var svg: String?

  @Option(help: "线程数。")
  var workers = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard (market == nil) != (csv == nil) else { throw ValidationError("写一个仓库中的序列, 或 --csv 文件。") }
    if csv != nil, period != nil {
      throw ValidationError("--period 只用于仓库中的序列; 文件中的序列最后一行就是已知的最后一期, 要早一些就删去后面的行。")
    }
    if market != nil, series != nil { throw ValidationError("--series 只用于 --csv 的竞赛格式文件。") }
    _ = try PeriodOption.parse(period)
    if let horizon, !(1...120).contains(horizon) { throw ValidationError("--horizon \(horizon) 应为 1 到 120。") }
    if workers < 1 { throw ValidationError("--workers \(workers) 应至少为 1。") }
  }

  func run() throws {
    try Outcome.report {
      var lines: [String] = []
      if let market {
        lines = try ForecastStudy.lines(
          market: market, PipelineSpec(file: pipeline), period: PeriodOption.parse(period), horizon: horizon, svg: svg)
      } else if let csv {
        lines = try ForecastStudy.lines(csv: csv, series: series, horizon: horizon, svg: svg, workers: workers)
      }
      for line in lines { print(line) }
    }
  }
}
