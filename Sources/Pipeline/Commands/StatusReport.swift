import Domain
import Foundation
import Warehouse

/// The last runs, what came in from each source, and how large the warehouse is.
public struct StatusReport {
  private let spec: PipelineSpec

  public init(_ spec: PipelineSpec) { self.spec = spec }

  /// In Chinese, one element a line.
  ///
  /// - Throws: `PipelineError` TF642 (exit 66) where there is no warehouse yet.
  public func lines() throws -> [String] {
    do {
      guard let warehouse = try ExistingWarehouse.open(spec.warehouse, spec.datasets) else {
        throw PipelineError(
          .noWarehouse, .noInput, at: spec.warehouse, "还没有仓库", remedy: "先运行 talentflow run \(spec.path)")
      }
      let size = try FileManager.default.attributesOfItem(atPath: spec.warehouse)[.size] as? Int ?? 0
      return try warehouse.queue.read { db in
        ["仓库  \(spec.warehouse)  \(String(format: "%.1f", Double(size) / 1e6)) MB"] + (try runs(db))
          + (try sources(db))
      }
    } catch {
      throw Failure.error(error, at: spec.warehouse)
    }
  }

  private func runs(_ db: Database) throws -> [String] {
    let newest = try Int.fetchOne(db, sql: "SELECT max(id) FROM run")
    return try Row.fetchAll(
      db,
      sql: """
        SELECT r.id, r.started, r.ended, coalesce(r.outcome, '') AS outcome, count(f.id) AS files
        FROM run r LEFT JOIN file f ON f.run = r.id GROUP BY r.id ORDER BY r.id DESC LIMIT 5
        """
    ).map { row in
      let (id, started, outcome, files): (Int, String, String, Int) = (
        row["id"], row["started"], row["outcome"], row["files"]
      )
      let isUnderWay = outcome.isEmpty && id == newest && RunLock.isHeld(warehouse: spec.warehouse)
      let state = outcome.isEmpty ? (isUnderWay ? "正在运行" : DeadRuns.outcome) : outcome
      return "运行 \(id)  \(started)  \(state)  收取 \(files) 个文件"
    }
  }

  private func sources(_ db: Database) throws -> [String] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT source, count(*) AS files, sum(rows) AS rows, sum(accepted) AS accepted, sum(rejected) AS rejected,
          sum(duplicate) AS duplicate, sum(unchanged) AS unchanged, sum(skipped) AS skipped,
          sum(withdrawn) AS withdrawn
        FROM file GROUP BY source ORDER BY min(id)
        """
    ).map { row in
      let source: String = row["source"]
      let counts = ["files", "rows", "accepted", "rejected", "duplicate", "unchanged", "skipped", "withdrawn"].map {
        row[$0] as Int
      }
      return
        "来源 \(source)  \(counts[0]) 个文件  \(counts[1]) 行  接收 \(counts[2])  退回 \(counts[3])  重复 \(counts[4])  未变 \(counts[5])"
        + (counts[6] > 0 ? "  跳过 \(counts[6])" : "") + (counts[7] > 0 ? "  撤回 \(counts[7])" : "")
    }
  }
}
