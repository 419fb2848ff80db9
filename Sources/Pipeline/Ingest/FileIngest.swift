import Domain
import Foundation
import Stages
import Tabular
import Warehouse

/// Takes one file: conform, load, ledger and rejects, all or nothing.
struct FileIngest {
  let spec: PipelineSpec
  let warehouse: Warehouse
  let work: String
  let pseudonym: Pseudonym
  let run: Int
  let workers: Int
  let crossTables: CrossTables
  /// Whether files may withdraw more rows than can well be.
  let acceptsWithdrawals: Bool
  let progress: Progress
  let interruption: Interruption

  /// Of the export, after which what the warehouse has grown by is sent to the disk.
  private static let bytesBetweenWrites = 64 << 20

  /// - Throws: `PipelineError` and the errors of stages; the warehouse is then as before.
  func take(_ export: Export, _ input: PipelineSpec.Input, _ stamp: FileStamp) throws -> IngestedFile {
    // One day for both readings: what is a date in the future must not change between them.
    let today = Clock.today()
    let preview = try preview(export, input, today)
    return try reading(export, input, today, prepares: true) {
      try take(export, $0, $1, for: input, stamp: stamp, preview: preview)
    }
  }

  /// The keys that an export brings, and what identifies the bytes that they were found in; nil where finding them out
  /// does not pay.
  private func preview(
    _ export: Export, _ input: PipelineSpec.Input, _ today: Day
  ) throws -> (keys: HashFilter, digest: String)? {
    let versions = try warehouse.queue.read {
      try KeyPreview.versions($0, input.source.contract, bytes: export.expectedBytes)
    }
    guard let versions else { return nil }
    return try reading(export, input, today, prepares: false) { stream, conformer in
      (try KeyPreview.keys(of: conformer, versions: versions, check: interruption.check), stream.digest)
    }
  }

  private func reading<Result>(
    _ export: Export, _ input: PipelineSpec.Input, _ today: Day, prepares: Bool,
    _ body: (ExportStream, FileConformer) throws -> Result
  ) throws -> Result {
    let stream = try export.open(sheet: input.source.sheet)
    do {
      let conformer = try FileConformer(
        path: export.place, stream: stream, bytes: export.expectedBytes, name: export.place,
        source: export.isWorkbook ? input.source.ofSheets : input.source,
        book: spec.book, pseudonym: pseudonym, today: today, workers: workers, prepares: prepares)
      return try body(stream, conformer)
    } catch let error as ReadError {
      throw stream.failure ?? error
    }
  }

  private func take(
    _ export: Export, _ stream: ExportStream, _ conformer: FileConformer, for input: PipelineSpec.Input,
    stamp: FileStamp, preview: (keys: HashFilter, digest: String)?
  ) throws -> IngestedFile {
    let (path, name, source) = (export.path, export.name, input.source)
    return try warehouse.queue.writeWithoutTransaction { db in
      let writeBehind = WriteBehind(path: warehouse.path)
      defer { writeBehind.close() }
      var written = 0
      var taken: (entry: LedgerEntry, findings: FindingsWriter, loaded: LoadOutcome)?
      // Taken at once, so that a second writer fails here and not at the end.
      try db.immediateTransaction {
        let id = try Ledger.nextFile(db)
        let findings = try FindingsWriter(
          folder: FileIngest.rejects(work), name: FileIngest.baseName(source: source.id, id: id, file: name),
          headerLine: conformer.headerLine, header: conformer.header.header, dialect: conformer.dialect)
        try findings.add(unknownColumns: conformer.header.unknown, line: conformer.header.line)
        var loader = try FileLoader(
          db, source: source, file: id, name: name, homeRegion: spec.homeRegion, crossTables: crossTables,
          keys: preview?.keys)
        var (rows, rejected, skipped, bytes) = (0, 0, 0, 0)
        while let batch = try conformer.next() {
          try interruption.check()
          try findings.add(batch)
          try loader.load(batch)
          rows += batch.records
          rejected += batch.rejects.count
          skipped += batch.skipped
          bytes += batch.bytes
          progress.update(bytes: bytes)
          if bytes - written > FileIngest.bytesBetweenWrites {
            writeBehind.push()
            written = bytes
          }
        }
        let loaded = try loader.finish()
        try refuseLoss(loaded, path)
        let digest = stream.digest
        guard stream.hasRead(stamp.bytes), stamp.stillHolds(for: path), preview?.digest ?? digest == digest else {
          throw PipelineError(.changedMeanwhile, .tryAgain, at: path, "读取时文件被改动, 未收取", remedy: "等导出完成后再运行")
        }
        let entry = LedgerEntry(
          id: id, run: run, source: source.id, dataset: source.contract.name, name: name, sha256: digest,
          bytes: stamp.bytes, encoding: conformer.dialect.encoding.rawValue, recipe: input.recipe,
          rows: rows, accepted: loaded.accepted, rejected: rejected, duplicate: loaded.duplicate,
          unchanged: loaded.unchanged, skipped: skipped, withdrawn: loaded.withdrawn)
        try Ledger.add(db, entry, findings: findings.findingCounts)
        try CodedRows.add(db, file: id, loaded.coded)
        try FileTraits.add(
          db, file: id, header: conformer.header.header.map { Redaction.shown($0, limit: 60) },
          values: findings.unlistedValues)
        try interruption.check()
        try findings.seal()
        taken = (entry, findings, loaded)
      }
      guard let taken else { throw PipelineError(.internalError, .software, at: path, "没有结果", remedy: "请把这一行发给开发者") }
      return IngestedFile(
        entry: taken.entry, rejects: try taken.findings.publish(), header: conformer.header,
        findings: taken.findings.findingCounts, examples: taken.findings.examples, loaded: taken.loaded)
    }
  }

  /// Of the rows that a file held, the part that may be gone at once without asking: one in so many.
  private static let usualLoss = 5

  /// A file that lacks much of what it held was cut off, more likely than not.
  private func refuseLoss(_ loaded: LoadOutcome, _ path: String) throws {
    guard !acceptsWithdrawals, loaded.withdrawn * FileIngest.usualLoss > loaded.former else { return }
    throw PipelineError(
      .manyWithdrawals, .data, at: path, "上次的 \(loaded.former) 行中有 \(loaded.withdrawn) 行这次没有了, 超过五分之一; 整个文件没有收",
      remedy: "核对导出是否完整; 确实都要撤回的, run 加上 --accept-withdrawals")
  }

  /// Finishes or removes the lists that a run that died left behind.
  static func settle(work: String, _ warehouse: Warehouse) throws {
    let names = try warehouse.queue.read(Ledger.files).map { baseName(source: $0.source, id: $0.id, file: $0.name) }
    try FindingsWriter.settle(rejects(work), names: Set(names))
  }

  /// Folder of the lists of rejects and findings.
  static func rejects(_ work: String) -> String { "\(work)/rejects" }

  /// Of the lists of rejects and findings.
  static func baseName(source: String, id: Int, file: String) -> String {
    "\(source)-\(id)-\(stem(of: file))"
  }

  /// The name without its endings, cut so that what is added to it still makes a legal file name: `x` of `x.csv.gz`,
  /// `x-2` of `x.zip#2`. Nothing in it comes from a member's own name.
  private static func stem(of name: String) -> String {
    let parts = name.split(separator: "#", omittingEmptySubsequences: false)
    let isMember = parts.count > 1 && Packing(String(parts.dropLast().joined(separator: "#"))) == .zip
    // A mask is no character of names elsewhere.
    var stem = (isMember ? parts.dropLast().joined(separator: "#") : name).replacing("*", with: "x")
    let endings = [.plain, .workbook].contains(Packing(stem)) ? 1 : 2
    for _ in 0..<endings { stem = (stem as NSString).deletingPathExtension }
    while stem.utf8.count > 120 { stem.removeLast() }
    return isMember ? "\(stem)-\(parts[parts.count - 1])" : stem
  }
}
