import Documents
import Domain
import Foundation

/// What came of a run as a text file for Prometheus (the textfile collector of node_exporter).
public struct RunMetrics {
  private let record: RunRecord
  private let ended: Date

  public init(_ record: RunRecord, ended: Date = Date()) {
    self.record = record
    self.ended = ended
  }

  /// Replaces the file in one step: the collector may read it at any moment.
  ///
  /// - Throws: `PipelineError`.
  public func write(to path: String) throws {
    // A device would be replaced by a file.
    guard !FileTree.exists(path) || FileTree.isPlainFile(path) else {
      throw PipelineError(.metricsFile, .cannotCreate, at: path, "不是普通文件, 不能写指标", remedy: "--metrics 写一个 .prom 文件的路径")
    }
    do { try DurableFile.replace(path, with: Array(text.utf8)) } catch { throw Failure.error(error, at: path) }
  }

  /// In the exposition format.
  var text: String {
    let start = record.started.timeIntervalSince1970
    let end = ended.timeIntervalSince1970
    var text = gauge("run_start_time_seconds", "最近一次运行开始的时间 (Unix 秒)", [([], RunMetrics.decimal(start))])
    text += gauge("run_end_time_seconds", "最近一次运行结束的时间 (Unix 秒)", [([], RunMetrics.decimal(end))])
    text += gauge("run_duration_seconds", "最近一次运行的时长 (秒)", [([], RunMetrics.decimal(max(end - start, 0)))])
    text += gauge("run_exit_code", "最近一次运行的退出码: 0 完成, 其余见 talentflow --help", [([], "\(record.exit)")])
    text += gauge(
      "run_files", "最近一次运行的文件数: taken 新收, known 此前已收, waiting 可能还在写入",
      record.files.map { ([("state", $0.state)], "\($0.count)") })
    text += gauge(
      "run_rows", "最近一次运行新收文件的行数: accepted 接收, rejected 退回, duplicate 重复, unchanged 未变, skipped 跳过",
      record.rows.map { ([("state", $0.state)], "\($0.count)") })
    if let bytes = record.warehouseBytes { text += gauge("warehouse_bytes", "仓库文件的大小 (字节)", [([], "\(bytes)")]) }
    return text
  }

  private func gauge(_ name: String, _ help: String, _ values: [(labels: [(String, String)], value: String)]) -> String
  {
    let name = "talentflow_\(name)"
    let lines = values.map { labels, value in
      let all = [("pipeline", record.pipeline)] + labels
      return "\(name){\(all.map { "\($0)=\"\(RunMetrics.escaped($1))\"" }.joined(separator: ","))} \(value)\n"
    }
    return "# HELP \(name) \(help)\n# TYPE \(name) gauge\n" + lines.joined()
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }

  private static func decimal(_ value: Double) -> String { String(format: "%.3f", value) }
}
