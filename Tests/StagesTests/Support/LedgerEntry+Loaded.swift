import Domain
import Warehouse

@testable import Stages

extension LedgerEntry {
  /// The entry of a file that was loaded in run 1.
  init(_ id: Int, _ source: SourceSpec, _ conformed: Conformed, _ loaded: LoadOutcome, name: String? = nil) {
    self.init(
      id: id, run: 1, source: source.id, dataset: source.contract.name, name: name ?? "\(id).csv", sha256: "\(id)",
      bytes: 1,
      encoding: "utf-8", recipe: "", rows: conformed.batches.reduce(0) { $0 + $1.records }, accepted: loaded.accepted,
      rejected: conformed.rejects.count, duplicate: loaded.duplicate, unchanged: loaded.unchanged,
      skipped: conformed.batches.reduce(0) { $0 + $1.skipped }, withdrawn: loaded.withdrawn)
  }
}
