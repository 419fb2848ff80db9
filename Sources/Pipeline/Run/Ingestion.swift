import Domain
import Foundation
import GRDB
import Logging
import Stages
import Warehouse

/// Takes all files that are new, in order, and notes what a reader should know of them.
struct Ingestion {
  let spec: PipelineSpec
  let warehouse: Warehouse
  let taking: FileTaking
  let again: [String]
  let log: Logger

  /// - Returns: an error for each file or input that could not be taken; the others are.
  /// - Throws: `PipelineError` where going on makes no sense (full disk, locked warehouse, a signal).
  func run(_ summary: inout RunSummary) throws -> [PipelineError] {
    var errors: [PipelineError] = []
    let items = try InputScan.items(spec, &errors)
    let retake = Retake(spec: spec, warehouse: warehouse)
    try retake.erase(again, items: items, crossTables: taking.crossTables)
    for note in try retake.notes(except: again) { log.warning("\(note)") }
    for (index, item) in items.enumerated() {
      do {
        try take(item, "\(index + 1)/\(items.count)", &summary)
      } catch {
        let error = Failure.error(error, at: item.path, warehouse: spec.warehouse)
        if error.code == FileTaking.changedMeanwhile {
          summary.growing.append(item.path)
          continue
        }
        // A full disk or a locked warehouse is the same for the next file.
        guard error.exit == .data || error.exit == .noInput else { throw error }
        errors.append(error)
      }
    }
    taking.progress.end()
    for note in summary.absentColumns { log.warning("\(note)") }
    return errors
  }

  private func take(_ item: InputScan.Item, _ place: String, _ summary: inout RunSummary) throws {
    let check = taking.interruption.check
    try check()
    switch try InputStanding(item, settleSeconds: spec.settleSeconds, warehouse: warehouse, check: check) {
    case .known: summary.known += 1
    case .growing: summary.growing.append(item.path)
    case .new(let stamp):
      taking.progress.start("\(place) \((item.path as NSString).lastPathComponent)", bytes: stamp.bytes)
      let outcome = try taking.take(item, stamp)
      summary.add(outcome, source: item.source)
      report(outcome.entry, item.path)
    }
  }

  private func report(_ entry: LedgerEntry, _ path: String) {
    if entry.rows == 0 { log.warning("\(path): 只有表头, 没有数据行") }
    if entry.rejected * 2 > entry.rows { log.warning("\(path): \(entry.rows) 行中退回 \(entry.rejected) 行, 请核对来源文件") }
    let counts = "接收 \(entry.accepted), 退回 \(entry.rejected), 重复 \(entry.duplicate), 未变 \(entry.unchanged)"
    log.info("\(path): \(entry.rows) 行, \(counts)")
  }
}
