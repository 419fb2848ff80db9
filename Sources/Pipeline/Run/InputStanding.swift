import Domain
import GRDB
import Stages
import Warehouse

/// What is to be done with a file; `plan` tells it and `run` does it.
enum InputStanding {
  /// Its content was taken before, whether it was touched again or not.
  case known
  /// It may still grow and waits for the next run.
  case growing
  case new(Fingerprint)

  /// - Parameters:
  ///   - warehouse: nil where there is none yet.
  ///   - check: called now and then while a large file is read; may throw to give up.
  init(
    _ item: InputScan.Item, settleSeconds: Int, warehouse: Warehouse?, check: () throws -> Void = {}
  ) throws {
    let fingerprint = try Fingerprint(of: item.path, check: check)
    let known = try warehouse?.queue.read {
      try Ledger.taken($0, source: item.source.id, sha256: fingerprint.sha256)
    }
    self = known != nil ? .known : item.mayGrow(settleSeconds: settleSeconds) ? .growing : .new(fingerprint)
  }
}
