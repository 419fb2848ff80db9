import Domain
import Warehouse

/// Where the lists of findings and rejects of the files in the ledger lie.
public struct FindingLists {
  let base: (LedgerEntry) -> String
  let sources: [SourceSpec]

  /// - Parameters:
  ///   - sources: those of the pipeline: they may set encoding and delimiter of a rejects file.
  ///   - base: path of the lists of a file, without the endings.
  public init(sources: [SourceSpec], base: @escaping (LedgerEntry) -> String) {
    self.base = base
    self.sources = sources
  }
}
