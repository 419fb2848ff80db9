/// Ids of versions as runs of neighbours: those of one file are, mostly.
public struct VersionRuns: Sendable, Equatable {
  /// Sorted, none touching the next.
  public let ranges: [Range<Int>]

  /// - Parameter ids: in any order; one may come twice.
  public init(_ ids: some Sequence<Int>) { self.init(ids.map { $0..<$0 + 1 }) }

  /// - Parameter ranges: in any order; they may overlap.
  public init(_ ranges: [Range<Int>]) {
    var runs: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = runs.last, range.lowerBound <= last.upperBound {
        runs[runs.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        runs.append(range)
      }
    }
    self.ranges = runs
  }

  public var count: Int { ranges.reduce(0) { $0 + $1.count } }

  public func contains(_ id: Int) -> Bool { run(of: id) != nil }

  /// The index of the run that holds `id`.
  public func run(of id: Int) -> Int? {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= id { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(id) ? low : nil
  }
}

extension VersionRuns {
  /// First and end of each run, 8 bytes both.
  var stored: [Int] { ranges.flatMap { [$0.lowerBound, $0.upperBound] } }

  /// - Throws: `DatabaseError` where the bytes are no runs.
  init(stored bytes: UnsafeRawBufferPointer) throws {
    let numbers = stride(from: 0, to: bytes.count - 7, by: 8).map {
      bytes.loadUnaligned(fromByteOffset: $0, as: Int.self)
    }
    var ranges: [Range<Int>] = []
    for index in stride(from: 0, to: numbers.count - 1, by: 2) {
      guard numbers[index] < numbers[index + 1] else { throw DatabaseError(.corrupt, message: "runs of versions") }
      ranges.append(numbers[index]..<numbers[index + 1])
    }
    self.init(ranges)
  }
}

/// What the files of a dataset hold beside the versions that they made: rows that came unchanged. Kept of the files that
/// bring everything each time, so that a row is withdrawn only when the last of them has dropped it.
public struct HeldVersions {
  private let db: Database
  private let table: FactTable

  public init(_ db: Database, _ table: FactTable) {
    self.db = db
    self.table = table
  }

  public func add(_ runs: VersionRuns, file: Int) throws {
    let insert = try BulkStatement(db, "INSERT INTO \(table.held) VALUES (?, ?)")
    insert.bind(file, 1)
    try runs.stored.withUnsafeBytes { bytes in
      insert.bind(blob: bytes, 2)
      try insert.run()
    }
  }

  /// By file.
  ///
  /// - Parameter file: the one that is wanted; nil: all.
  public func byFile(_ file: Int? = nil) throws -> [Int: VersionRuns] {
    let rows = try BulkStatement(
      db, "SELECT file, runs FROM \(table.held)\(file.map { " WHERE file = \($0)" } ?? "")")
    var result: [Int: VersionRuns] = [:]
    while try rows.step() { result[rows.integer(0)] = try rows.withBytes(1) { try VersionRuns(stored: $0) } }
    return result
  }

  /// The versions that `files` made.
  public func made(by files: [Int]) throws -> VersionRuns {
    guard !files.isEmpty else { return VersionRuns([Int]()) }
    let list = files.map(String.init).joined(separator: ", ")
    let rows = try BulkStatement(db, "SELECT first, rows FROM \(table.name)_segment WHERE file IN (\(list))")
    var ranges: [Range<Int>] = []
    while try rows.step() { ranges.append(rows.integer(0)..<rows.integer(0) + rows.integer(1)) }
    return VersionRuns(ranges)
  }
}
