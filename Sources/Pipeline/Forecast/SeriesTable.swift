import Domain
import Foundation
import Tabular

/// A CSV file of series for `talentflow forecast`: the form of forecasting competitions, one series a row, or one series
/// in two columns, the period and the value, whatever they are called.
enum SeriesTable {
  case competition([CompetitionSeries])
  case dated(DatedSeries)

  /// - Throws: `PipelineError` TF500 where the file cannot be read, TF671 where it is no such table, TF672 where a cell
  ///   is wrong.
  init(path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PipelineError(.unreadableFile, .noInput, at: path, "无法读取", remedy: "检查路径和权限")
    }
    let table: SmallTable
    do { table = try SmallTable(Array(data)) } catch {
      throw PipelineError(
        .notSeries, .data, at: "\(path):\(error.line)", error.message, remedy: "改成逗号分隔、带表头的 CSV")
    }
    let header = Set(table.header)
    if header.isSuperset(of: CompetitionSeries.columns) {
      self = .competition(try table.rows.map { try CompetitionSeries($0, path: path) })
    } else if header.isSuperset(of: DatedSeries.columns) {
      self = .dated(try DatedSeries(table.rows, columns: DatedSeries.columns, path: path))
    } else if table.header.count == 2, table.rows.first.map({ SeriesStep($0[table.header[0]] ?? "") != nil }) ?? false {
      self = .dated(try DatedSeries(table.rows, columns: table.header, path: path))
    } else {
      throw PipelineError(
        .notSeries, .data, at: "\(path):1", "表头不是序列: \(table.header.joined(separator: ","))",
        remedy: "表头写成 \(CompetitionSeries.columns.joined(separator: ",")), 或 period,value (只有两列时名称不论, 第一列写时期)")
    }
  }

  /// A cell that is wrong.
  static func error(_ path: String, _ line: Int, _ column: String, _ message: String, _ remedy: String) -> PipelineError
  {
    PipelineError(.wrongSeriesCell, .data, at: "\(path):\(line)", "\(column) 列\(message)", remedy: remedy)
  }
}
