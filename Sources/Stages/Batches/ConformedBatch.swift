import Domain

/// The typed rows of one chunk, and what was wrong with the others: flat arrays, no object a row.
public struct ConformedBatch: Sendable {
  /// Records of the chunk, without the header.
  public var records = 0
  /// Of the records, those that are none after all: titles, totals, footers, repeated headers, blank rows. There is a
  /// finding of each but the blank ones, of which a sheet may have a million.
  public var skipped = 0
  /// Bytes of the chunk in the file.
  public var bytes = 0
  /// Physical line of each kept row.
  public var lines: [Int] = []
  /// `contract.integerColumns.count` integers a row; `RowValues.missing` where there is none.
  public var integers: [Int] = []
  /// UTF-8 of all texts; `textEnds` has `contract.textColumns.count` ends a row.
  public var text: [UInt8] = []
  public var textEnds: [Int] = []
  /// Two hashes of the business key and one of the whole content, a row.
  public var keys: [UInt64] = []
  public var keyChecks: [UInt64] = []
  public var contents: [UInt64] = []
  /// Every problem met, of kept and of rejected rows, in file order.
  public var findings: [Finding] = []
  public var rejects: [RejectedRow] = []
  /// Rows of each problem that is counted and not listed.
  public var counted: [Problem: Int] = [:]
  /// What was made ready for the loader; nil where it has to do that itself.
  public var prepared: PreparedRows?

  public var rows: Int { lines.count }

  /// Makes room for the rows of a chunk.
  mutating func reserve(_ rows: Int, _ contract: Contract, bytes: Int) {
    lines.reserveCapacity(rows)
    integers.reserveCapacity(rows * contract.integerColumns.count)
    textEnds.reserveCapacity(rows * contract.textColumns.count)
    text.reserveCapacity(bytes)
    keys.reserveCapacity(rows)
    keyChecks.reserveCapacity(rows)
    contents.reserveCapacity(rows)
  }
}

/// A row that cannot be taken, with its bytes as they stand in the file.
public struct RejectedRow: Sendable {
  public let line: Int
  public let original: [UInt8]
  public let findings: [Finding]
  /// The two hashes of its business key; nil where that cannot be read.
  var key: (UInt64, UInt64)?
}
