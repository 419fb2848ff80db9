import ArgumentParser
import Foundation
import Pipeline

/// `talentflow forecast`
struct Forecast: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: told(
      "预测仓库或 CSV 中的一个序列, 或给整个文件的预测评分。",
      "Forecast one series of the warehouse or of a CSV file, or score the forecasts of a whole file."),
    discussion: told(
      """
      \(example) talentflow forecast 需求/450602/4-02-05-01 --svg 装卸工.svg
      \(example) talentflow forecast 需求/港口区/装卸工
      \(example) talentflow forecast 求职/450600 --period 2026M09
      \(example) talentflow forecast --csv m1_monthly.csv
      \(example) talentflow forecast --csv m1_monthly.csv --series MRF1 --svg MRF1.svg
      \(example) talentflow forecast --csv 需求.csv --horizon 12 --svg 需求.svg

      仓库中的序列写 需求或求职/地区/职业 (代码或名称; 不写职业为全部), 地区 450600 为全市; 取流程文件的仓库和时期。
      文件是竞赛格式 (unique_id,type,period,h,n_train,y_train,y_test), 或一个序列两列 (period,value 或 时期,需求: 第一列是时期, 写 2026-09、2026Q3 或 2026, 第二列是数)。
      """,
      """
      \(example) talentflow forecast demand/450602/4-02-05-01 --svg stevedores.svg
      \(example) talentflow forecast seekers/450600 --period 2026M09
      \(example) talentflow forecast --csv m1_monthly.csv
      \(example) talentflow forecast --csv m1_monthly.csv --series MRF1 --svg MRF1.svg
      \(example) talentflow forecast --csv demand.csv --horizon 12 --svg demand.svg

      A series of the warehouse is demand or seekers/region/occupation (codes or names; without an occupation all are meant); region 450600 is the whole city. Warehouse and period are those of the pipeline file.
      A file has the format of competitions (unique_id,type,period,h,n_train,y_train,y_test), or is one series in two columns (period,value: first the period, written 2026-09, 2026Q3 or 2026, then the number).
      """))

  @Argument(help: told("仓库中的一个序列: 需求/450602/4-02-05-01。", "A series of the warehouse: demand/450602/4-02-05-01."))
  var market: String?

  @Option(
    help: told("流程文件 (YAML), 用它的仓库。", "The pipeline file (YAML) whose warehouse is meant."),
    completion: .file(extensions: ["yaml"]))
  var pipeline = "Pipelines/quarterly-bulletin.yaml"

  @Option(
    help: told(
      "仓库中的序列预测到哪一期为止是已知的: 2026Q3 或 2026M09; 不写则按流程文件。",
      "The last period that is known of a series of the warehouse: 2026Q3 or 2026M09; by default that of the pipeline file."
    ))
  var period: String?

  @Option(help: told("序列的 CSV 文件。", "A CSV file of series."))
  var csv: String?

  @Option(
    help: told(
      "竞赛格式文件中的一个序列 (unique_id); 不写则给整个文件评分。",
      "One series (unique_id) of a file in the format of competitions; without it the whole file is scored."))
  var series: String?

  @Option(
    help: told(
      "预测几期; 不写则按文件的 h, 两列的文件为一年。",
      "How many periods ahead; by default the h of the file, or one year where it has two columns."))
  var horizon: Int?

  @Option(help: told("把扇形图写到这个 SVG 文件。", "Write the fan chart to this SVG file."))
  var svg: String?

  @Option(help: told("线程数。", "Number of threads."))
  var workers = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard (market == nil) != (csv == nil) else {
      throw ValidationError(told("写一个仓库中的序列, 或 --csv 文件。", "Write a series of the warehouse, or --csv and a file."))
    }
    if csv != nil, period != nil {
      throw ValidationError(
        told(
          "--period 只用于仓库中的序列; 文件中的序列最后一行就是已知的最后一期, 要早一些就删去后面的行。",
          "--period is for series of the warehouse; the last row of a file is the last period that is known: to begin earlier, delete the rows after it."
        ))
    }
    if market != nil, series != nil {
      throw ValidationError(
        told("--series 只用于 --csv 的竞赛格式文件。", "--series is for files in the format of competitions, with --csv."))
    }
    _ = try PeriodOption.parse(period)
    if let horizon, !(1...120).contains(horizon) {
      throw ValidationError(told("--horizon \(horizon) 应为 1 到 120。", "--horizon \(horizon) should be 1 to 120."))
    }
    if workers < 1 {
      throw ValidationError(told("--workers \(workers) 应至少为 1。", "--workers \(workers) should be at least 1."))
    }
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
