import Domain
import Stages
import Warehouse

/// What is to be done with a file; `plan` tells it and `run` does it.
enum InputStanding {
  /// Its content was taken before, whether it was touched again or not.
  case known
  /// It may still grow and waits for the next run.
  case growing
  case new(FileStamp)

  /// - Parameters:
  ///   - warehouse: nil where there is none yet.
  ///   - check: called now and then while a large file is read; may throw to give up.
  init(
    _ item: InputScan.Item, settleSeconds: Int, warehouse: Warehouse?, check: () throws -> Void = {}
  ) throws {
    let isKnown = try InputStanding.isKnown(item, warehouse, check)
    let stamp = try FileStamp(of: item.path)
    self = isKnown ? .known : item.mayGrow(settleSeconds: settleSeconds) ? .growing : .new(stamp)
  }

  /// A content of a size that never came cannot have been taken: then the file need not be read for it.
  private static func isKnown(
    _ item: InputScan.Item, _ warehouse: Warehouse?, _ check: () throws -> Void
  ) throws -> Bool {
    guard let warehouse else { return false }
    let (source, bytes) = (item.source.id, try FileStamp(of: item.path).bytes)
    guard try warehouse.queue.read({ try Ledger.hasTaken($0, source: source, bytes: bytes) }) else { return false }
    let sha256 = try Fingerprint(of: item.path, check: check).sha256
    if Packing(item.path) == .zip {
      let members = try ZipExports(of: item.path).digests(archiveDigest: sha256)
      return try warehouse.queue.read {
        try Ledger.takenMembers($0, source: source, archive: sha256, name: item.name).isSuperset(of: members)
      }
    }
    return try warehouse.queue.read { try Ledger.hasTaken($0, source: source, sha256: sha256, name: item.name) }
  }
}
