import Domain
import GRDB
import Tabular
import Warehouse

/// What became of a file's rows; with the rejected ones they add up to the rows of the file.
public struct LoadOutcome: Sendable, Equatable {
  public var accepted = 0
  public var duplicate = 0
  public var unchanged = 0
}

/// Loads the batches of one file, in order, within the transaction of `db`: upsert by business key, the latest version
/// by (updated_at, file order) wins, and the cube follows by differences.
public final class FileLoader {
  public private(set) var outcome = LoadOutcome()

  private let db: Database
  private let layout: FactLayout
  private let file: Int
  private let builder: FactBuilder
  private let groupPlace: Int?
  private let updatedPlace: Int?
  private var writer: FactWriter
  private let contribution: CubeContribution?
  private var deltas = CubeDeltas()
  private var units: DictionaryTable
  private var employers: DictionaryTable
  private var touchedGroups: [Int] = []

  /// Cube differences held before they are written, to bound the memory.
  private static let deltaLimit = 300_000

  /// - Parameters:
  ///   - file: id of the file in the ledger.
  ///   - homeProvince: 6-digit code whose province keeps its counties in the cube.
  public init(_ db: Database, source: SourceSpec, file: Int, homeRegion: String?) throws {
    self.db = db
    self.file = file
    layout = FactLayout(source.contract)
    builder = FactBuilder(layout, file: file, life: source.lifeDays ?? source.contract.lifeDays ?? 0)
    groupPlace = layout.place("copy_group")
    updatedPlace = layout.place("updated_at")
    writer = try FactWriter(db, layout)
    contribution = CubeContribution(layout, homeRegion: homeRegion)
    units = try DictionaryTable(db, table: "unit", key: "name")
    employers = try DictionaryTable(db, table: "employer", key: "identity", label: "name")
  }

  public func load(_ batch: ConformedBatch) throws {
    // Ascending keys touch each page of the table once; the sort is stable, so file order holds within a key.
    let order = (0..<batch.rows).sorted { (batch.keys[$0] >> 1, $0) < (batch.keys[$1] >> 1, $1) }
    for row in order { try load(builder.fact(batch, row, &units, &employers), RowTexts(batch: batch, row: row)) }
    if deltas.count > FileLoader.deltaLimit { try deltas.flush(db) }
  }

  /// Settles copies, writes what is pending and returns the outcome.
  public func finish() throws -> LoadOutcome {
    try units.flush(db)
    try employers.flush(db)
    if groupPlace != nil, let contribution {
      try CopySettler(db, layout: layout, contribution: contribution).settle(touchedGroups, &deltas)
    }
    try deltas.flush(db)
    return outcome
  }

  private func load(_ new: FactRow, _ texts: RowTexts) throws {
    if try writer.add(new, texts: texts) {
      outcome.accepted += 1
      count(new)
      return
    }
    var row = new
    var old = try writer.current(row.values[FactRow.id])
    // Two keys with one 63-bit hash: the next free id, told apart by the second hash.
    while let other = old, other.values[FactRow.keyCheck] != row.values[FactRow.keyCheck] {
      row.values[FactRow.id] += 1
      old = try writer.current(row.values[FactRow.id])
    }
    guard let old else {
      outcome.accepted += 1
      try put(row, texts)
      return
    }
    let isOwn = old.values[FactRow.file] == file
    if old.values[FactRow.content] == row.values[FactRow.content] {
      if isOwn { outcome.duplicate += 1 } else { outcome.unchanged += 1 }
    } else if updatedAt(row) >= updatedAt(old) {
      if isOwn { outcome.duplicate += 1 } else { outcome.accepted += 1 }
      try writer.retire(row.values[FactRow.id])
      contribution?.apply(old, sign: -1, to: &deltas)
      touch(old)
      try put(row, texts)
    } else {
      outcome.duplicate += 1
      try writer.archive(row, texts: texts)
    }
  }

  private func put(_ row: FactRow, _ texts: RowTexts) throws {
    try writer.put(row, texts: texts)
    count(row)
  }

  private func count(_ row: FactRow) {
    contribution?.apply(row, sign: 1, to: &deltas)
    touch(row)
  }

  private func touch(_ row: FactRow) {
    if let group = row[groupPlace] { touchedGroups.append(group) }
  }

  private func updatedAt(_ row: FactRow) -> Int { row[updatedPlace] ?? Int.min }
}
