import Domain
import Foundation
import Logging
import Stages
import Warehouse

/// Takes all files that are new, in order, and notes what a reader should know of them.
struct Ingestion {
  let spec: PipelineSpec
  let warehouse: Warehouse
  let taking: FileIngest
  let again: [String]
  let log: Logger

  /// - Returns: an error for each file or input that could not be taken; the others are.
  /// - Throws: `PipelineError` where going on makes no sense (full disk, locked warehouse, a signal).
  func run(_ summary: inout RunSummary) throws -> [PipelineError] {
    var errors: [PipelineError] = []
    let found = try InputScan.items(spec, &errors)
    let retake = Reingest(spec: spec, warehouse: warehouse)
    try KeyRotation.check(spec, warehouse, again: again)
    let items = try retake.erase(again, items: found, crossTables: taking.crossTables) { log.warning("\($0)") }
    for note in try retake.notes(except: again) { log.warning("\(note)") }
    for (index, item) in items.enumerated() {
      let place = "\(index + 1)/\(items.count)"
      var stamp: FileStamp?
      try attempt(item, &errors, &summary) { stamp = try standing(item, &$0) }
      guard let stamp else { continue }
      var exports: [Export] = []
      try attempt(item, &errors, &summary) { _ in exports = try self.exports(item, stamp) }
      for export in exports {
        try attempt(item, &errors, &summary) { try take(export, of: item, stamp: stamp, place: place, &$0) }
      }
    }
    taking.progress.end()
    for note in summary.absentColumns { log.warning("\(note)") }
    return errors
  }

  /// Does `body`; notes an error that concerns this file alone.
  private func attempt(
    _ item: InputScan.Item, _ errors: inout [PipelineError], _ summary: inout RunSummary,
    _ body: (inout RunSummary) throws -> Void
  ) throws {
    do { try body(&summary) } catch {
      let error = Failure.error(error, at: item.path, warehouse: spec.warehouse)
      if error.code == .changedMeanwhile {
        if !summary.growing.contains(item.place) { summary.growing.append(item.place) }
        return
      }
      // A full disk or a locked warehouse is the same for the next file.
      guard error.exit == .data || error.exit == .noInput else { throw error }
      errors.append(error)
    }
  }

  /// The stamp of a file that is to be taken; nil for one that is known or waits.
  private func standing(_ item: InputScan.Item, _ summary: inout RunSummary) throws -> FileStamp? {
    let check = taking.interruption.check
    try check()
    switch try InputStanding(item, settleSeconds: spec.settleSeconds, warehouse: warehouse, check: check) {
    case .known: summary.known += 1
    case .growing: summary.growing.append(item.place)
    case .new(let stamp): return stamp
    }
    return nil
  }

  /// The file itself; or the members of an archive that were not taken yet, once all of it has been found to be whole.
  private func exports(_ item: InputScan.Item, _ stamp: FileStamp) throws -> [Export] {
    guard Packing(item.path) == .zip else { return [Export(path: item.path)] }
    let check = taking.interruption.check
    let archive = try ZipExports(of: item.path)
    let digest = try Fingerprint(of: item.path, check: check).sha256
    try archive.verify(check: check)
    if !archive.others.isEmpty {
      log.warning("\(item.path): 压缩包中不是 CSV 的没有收: \(archive.others.prefix(10).joined(separator: "、"))")
    }
    let known = try warehouse.queue.read {
      try Ledger.takenMembers($0, source: item.source.id, archive: digest, name: item.name)
    }
    let digests = archive.digests(archiveDigest: digest)
    return (1...archive.count).filter { !known.contains(digests[$0 - 1]) }
      .map { archive.export($0, archiveDigest: digest) }
  }

  private func take(
    _ export: Export, of item: InputScan.Item, stamp: FileStamp, place: String, _ summary: inout RunSummary
  ) throws {
    try taking.interruption.check()
    taking.progress.start("\(place) \(export.name)", bytes: export.expectedBytes)
    let outcome = try taking.take(export, item.input, stamp)
    summary.add(outcome, source: item.source)
    report(outcome.entry, outcome.header, export.place)
    report(outcome.loaded, item.source, export.place)
    try refuseWorthless(outcome, export.place)
  }

  /// Rows from which on it is no accident that all are rejected: a night may bring one or two wrong ones alone.
  private static let telling = 3

  /// A file of which no row could be used was read in the wrong way, or is another export.
  private func refuseWorthless(_ outcome: IngestedFile, _ place: String) throws {
    let entry = outcome.entry
    guard entry.rejected >= Ingestion.telling, entry.rejected == entry.rows - entry.skipped else { return }
    let reasons = outcome.examples.filter { $0.severity == .reject }.prefix(3).map { example in
      "第 \(example.line) 行 \(example.field) \(example.rule.message)"
        + (example.value.isEmpty ? "" : " (\(example.value))")
    }
    throw PipelineError(
      .nothingAccepted, .data, at: place, "\(entry.rows) 行全部退回: \(reasons.joined(separator: "; "))",
      remedy: "核对来源文件的 columns、encoding、delimiter, 或换成对应的导出; 逐行的原因在退回清单中")
  }

  /// What became of rows that the file no longer holds.
  private func report(_ loaded: LoadOutcome, _ source: SourceSpec, _ path: String) {
    guard loaded.gone > 0 else { return }
    let gone = "\(path): 上次有的 \(loaded.gone) 行这次没有"
    if loaded.isUndecided {
      log.warning("\(gone), 没有撤回: 有读不出编号的退回行, 或者有文件是在写 delivery: full 之前收的; 改好退回的行, 或者 run 加上 --again \(source.id)")
    } else if source.deliversAll {
      log.warning("\(gone), 撤回 \(loaded.withdrawn) 行\(loaded.gone > loaded.withdrawn ? ", 其余别的文件还有" : "")")
    }
  }

  private func report(_ entry: LedgerEntry, _ header: HeaderMap, _ path: String) {
    if header.line > 1 { log.info("\(path): 表头在第 \(header.line) 行") }
    if entry.rows == entry.skipped { log.warning("\(path): 只有表头, 没有数据行") }
    if entry.rejected * 2 > entry.rows { log.warning("\(path): \(entry.rows) 行中退回 \(entry.rejected) 行, 请核对来源文件") }
    let skipped = entry.skipped > 0 ? ", 跳过 \(entry.skipped)" : ""
    let counts = "接收 \(entry.accepted), 退回 \(entry.rejected), 重复 \(entry.duplicate), 未变 \(entry.unchanged)"
    log.info("\(path): \(entry.rows) 行, \(counts)\(skipped)")
  }
}
