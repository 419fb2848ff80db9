import Domain
import Warehouse

/// Which keys a file brings, found by reading it once before it is loaded.
///
/// A load lists the versions that the warehouse has by the hashes of their keys, 11 bytes each. Beside millions of them
/// the export of a night is small: decoding it twice costs less than the list, in time and in memory.
public enum KeyPreview {
  /// Below so many bytes of the export a version of the warehouse, decoding them again is faster than listing it.
  private static let bytesPerVersion = 16

  /// The versions of a contract's dataset, where a preview of an export of `bytes` pays; else nil.
  public static func versions(_ db: Database, _ contract: Contract, bytes: Int) throws -> Int? {
    let versions = try FactSegments(db, FactLayout(contract).table).count()
    return bytes / bytesPerVersion < versions ? versions : nil
  }

  /// Reads all rows of `conformer`.
  ///
  /// - Parameters:
  ///   - versions: those that the filter is to tell apart.
  ///   - check: called between batches; what it throws ends the reading.
  public static func keys(
    of conformer: FileConformer, versions: Int, check: () throws -> Void
  ) throws -> HashFilter {
    var filter = HashFilter(size: versions)
    while let batch = try conformer.next() {
      try check()
      for key in batch.keys + batch.rejects.compactMap(\.key?.0) {
        filter.insert(FactBuilder.directoryHash(FactBuilder.number(key)))
      }
    }
    return filter
  }
}
