import Domain
import Stages
import Warehouse

/// Checks the warehouse of a pipeline for the command line; nothing is written.
public struct WarehouseVerification {
  private let spec: PipelineSpec
  private let progress: Progress

  public init(_ spec: PipelineSpec, showsProgress: Bool) {
    self.spec = spec
    progress = Progress(isShown: showsProgress)
  }

  /// What to print, in Chinese, and whether all is well.
  ///
  /// - Throws: `PipelineError` TF642 (exit 66) where there is no warehouse yet, TF601 (exit 75) while a run is going on,
  ///   TF643 (exit 78) where an older version of the program made it.
  public func run() throws -> (lines: [String], isClean: Bool) {
    defer { progress.end() }
    do {
      let lock = try RunLock(reading: spec.warehouse)
      defer { withExtendedLifetime(lock) {} }
      guard let warehouse = try ExistingWarehouse.open(spec.warehouse, spec.datasets) else {
        throw PipelineError(
          .noWarehouse, .noInput, at: spec.warehouse, "还没有仓库", remedy: "先运行 talentflow run \(spec.path)")
      }
      return report(try check(warehouse))
    } catch {
      throw Failure.error(error, at: spec.warehouse)
    }
  }

  private func check(_ warehouse: Warehouse) throws -> WarehouseCheck.Result {
    let lists = FindingLists(sources: spec.inputs.map(\.source)) { [work = spec.work] file in
      let name = FileIngest.baseName(source: file.source, id: file.id, file: file.name)
      return "\(FileIngest.rejects(work))/\(name)"
    }
    let check = WarehouseCheck(
      spec.datasets, homeRegion: spec.homeRegion,
      crossTables: try CrossTables(spec.crossTables, spec.datasets, book: spec.book), lists: lists)
    var result: WarehouseCheck.Result?
    do {
      try warehouse.queue.read { db in
        guard try WarehouseCheck.isUpToDate(db, spec.datasets) else {
          throw PipelineError(
            .olderWarehouse, .config, at: spec.warehouse, "仓库是旧版本的程序建立的",
            remedy: "先运行一次 talentflow run \(spec.path), 它会升级仓库")
        }
        result = try check.run(db, progress.step)
      }
    } catch {
      // SQLite does not even end the transaction of who has read a broken page; what was found counts nevertheless.
      guard let result, result.found.count(of: .file) > 0 else { throw error }
      return result
    }
    guard let result else {
      throw PipelineError(.internalError, .software, at: spec.warehouse, "没有结果", remedy: "请把这一行发给开发者")
    }
    return result
  }

  private func report(_ result: WarehouseCheck.Result) -> (lines: [String], isClean: Bool) {
    var lines = result.notes.map { "注意  \($0)" }
    for kind in Discrepancy.Kind.allCases {
      let shown = result.found.shown.filter { $0.kind == kind }
      lines += shown.map { "差异  \($0)" }
      let rest = result.found.count(of: kind) - shown.count
      if rest > 0 { lines.append("差异  \(kind.rawValue)  另有 \(rest) 处没有列出") }
    }
    lines.append("检查完毕: \(result.found.count) 处差异")
    return (lines, result.found.count == 0)
  }
}
