import Domain
import Foundation
import GRDB
import Stages
import Warehouse

/// Takes one file: conform, load, ledger and rejects, all or nothing.
struct FileTaking {
  let spec: PipelineSpec
  let warehouse: Warehouse
  let work: String
  let pseudonym: Pseudonym
  let run: Int
  let workers: Int
  let crossTables: CrossTables
  let progress: Progress

  /// The error of a file that was written to while it was read.
  static let changedMeanwhile = 611

  /// What came of a file.
  struct Outcome {
    let entry: LedgerEntry
    let rejects: String?
    let header: HeaderMap
    let findings: [FindingCount]
  }

  /// - Throws: `PipelineError` and the errors of stages; the warehouse is then as before.
  func take(_ item: InputScan.Item, _ fingerprint: Fingerprint) throws -> Outcome {
    let (path, source) = (item.path, item.source)
    let name = (path as NSString).lastPathComponent
    let conformer = try FileConformer(
      path: path, name: path, source: source, book: spec.book, pseudonym: pseudonym, today: Clock.today(),
      workers: workers)
    return try warehouse.queue.writeWithoutTransaction { db in
      // Taken at once, so that a second writer fails here and not at the end.
      var outcome: Outcome?
      try db.inTransaction(.immediate) {
        let id = try Ledger.nextFile(db)
        let findings = try FindingsWriter(
          folder: "\(work)/rejects", name: "\(source.id)-\(id)-\(FileTaking.stem(of: name))",
          headerLine: conformer.headerLine, header: conformer.header.header, dialect: conformer.dialect)
        try findings.add(unknownColumns: conformer.header.unknown)
        let loader = try FileLoader(db, source: source, file: id, homeRegion: spec.homeRegion, crossTables: crossTables)
        var (rows, rejected, bytes) = (0, 0, 0)
        while let batch = try conformer.next() {
          try findings.add(batch)
          try loader.load(batch)
          rows += batch.records
          rejected += batch.rejects.count
          bytes += batch.bytes
          progress.update(bytes: bytes)
        }
        let loaded = try loader.finish()
        guard fingerprint.stillHolds(for: path) else {
          throw PipelineError(FileTaking.changedMeanwhile, .tryAgain, at: path, "读取时文件被改动, 未收取", remedy: "等导出完成后再运行")
        }
        let entry = LedgerEntry(
          id: id, run: run, source: source.id, dataset: source.contract.name, name: name, sha256: fingerprint.sha256,
          bytes: fingerprint.bytes, encoding: conformer.dialect.encoding.rawValue, recipe: item.input.recipe,
          rows: rows, accepted: loaded.accepted, rejected: rejected, duplicate: loaded.duplicate,
          unchanged: loaded.unchanged)
        try Ledger.add(db, entry, findings: findings.findingCounts)
        // The rejects are made visible before the commit: a kill in between leaves a file too many, never one too few.
        outcome = Outcome(
          entry: entry, rejects: try findings.commit(), header: conformer.header, findings: findings.findingCounts)
        return .commit
      }
      guard let outcome else { throw PipelineError(612, .software, at: path, "没有结果", remedy: "请把这一行发给开发者") }
      return outcome
    }
  }

  /// The name without its extension, cut so that what is added to it still makes a legal file name.
  private static func stem(of name: String) -> String {
    var stem = (name as NSString).deletingPathExtension
    while stem.utf8.count > 120 { stem.removeLast() }
    return stem
  }
}
