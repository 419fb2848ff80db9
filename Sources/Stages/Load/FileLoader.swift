import Domain
import Tabular
import Warehouse

/// What became of a file's rows; with the rejected ones they add up to the rows of the file.
public struct LoadOutcome: Sendable, Equatable {
  public var accepted = 0
  public var duplicate = 0
  public var unchanged = 0
  /// Rows that the file held before its content changed, and no longer holds.
  public var gone = 0
  /// Those of them that were withdrawn: no file holds them any more.
  public var withdrawn = 0
  /// Rows that the file held before; 0 where it is new.
  public var former = 0
  /// True where rows are gone, and it cannot be told for certain which.
  public var isUndecided = false
  /// The accepted rows by what their occupation rests on; empty where the dataset codes none.
  public var coded: [CodedRows] = []
}

/// Loads the batches of one file, in order, within the transaction of `db`: upsert by business key, the latest version
/// by (updated_at, file order) wins, and the cubes follow by differences.
public struct FileLoader: ~Copyable {
  public private(set) var outcome = LoadOutcome()

  private let db: Database
  private let layout: FactLayout
  private let file: Int
  /// The files of the same source, this one included.
  private let siblings: Set<Int>
  private let deliversAll: Bool
  private var former: FormerContent?
  /// Versions that the file holds beside its own.
  private var held: [Int] = []
  /// Keys of rejected rows, and the number of those that have none.
  private var rejectedKeys: [(UInt64, UInt64)] = []
  private var nameless = 0
  private let groupPlace: Int?
  private let updatedPlace: Int?
  private var coded: CodedTally
  private let builder: FactBuilder
  private let preparation: BatchPreparation
  private var writer: FactWriter
  private let lane: CubeLane
  private var units: UnitNumbers
  private var employers: DictionaryTable
  /// The derived columns of the row at hand.
  private let derived: UnsafeMutableBufferPointer<Int>
  /// Groups that lost a member to another group.
  private var leftGroups: [Int] = []
  private var rows = 0

  /// Rows by which look-ups are told ahead.
  private static let ahead = 16
  /// Rows after which the size of the gathered cells is looked at, which has to wait for the cubes.
  private static let rowsBetweenLooks = 100_000

  /// - Parameters:
  ///   - file: id of the file in the ledger.
  ///   - name: of the file, as the ledger has those that came under it before.
  ///   - homeRegion: 6-digit code whose province keeps its counties in the cube.
  ///   - crossTables: the cross tables that are kept up.
  ///   - keys: those that the file may hold (see `KeyPreview`); nil: any.
  public init(
    _ db: Database, source: SourceSpec, file: Int, name: String, homeRegion: String?,
    crossTables: CrossTables = CrossTables(),
    keys: HashFilter? = nil
  ) throws {
    let layout = FactLayout(source.contract)
    let axes = try CubeRecount.axes(db, of: source.contract, homeRegion: homeRegion)
    let lane = CubeLane(
      try CubeUpdate(layout, axes: axes, homeRegion: homeRegion, crossTables: crossTables), width: layout.firstOwn)
    // All are made before any is stored: a half-initialised ~Copyable value cannot be thrown away.
    let writer = try FactWriter(db, layout, file: file, lane: lane, keys: keys)
    let units = try UnitNumbers(db)
    let employers = try DictionaryTable(db, table: "employer", key: "identity", label: "name")
    let siblings = Set(
      try Int.fetchAll(db, sql: "SELECT id FROM file WHERE source = ?", arguments: [source.id]) + [file])
    let former = try FormerContent(db, layout, source: source, name: name)
    (self.former, deliversAll) = (former, source.deliversAll)
    outcome.former = former?.rows ?? 0
    (self.db, self.file, self.layout, self.lane) = (db, file, layout, lane)
    self.writer = writer
    self.units = units
    self.employers = employers
    self.siblings = siblings
    builder = FactBuilder(layout, file: file, life: source.lifeDays ?? source.contract.lifeDays ?? 0)
    preparation = BatchPreparation(source.contract)
    groupPlace = layout.place("copy_group")
    updatedPlace = layout.contract.changedAt.flatMap(layout.place)
    coded = CodedTally(source.contract)
    derived = .allocate(capacity: layout.firstOwn)
  }

  deinit { derived.deallocate() }

  public mutating func load(_ batch: ConformedBatch) throws {
    let prepared = batch.prepared ?? preparation.prepare(batch)
    for reject in batch.rejects where former != nil {
      if let key = reject.key { rejectedKeys.append(key) } else { nameless += 1 }
    }
    units.begin(prepared)
    try batch.withView { view in
      try prepared.employers.withUnsafeBufferPointer { hashes in
        for row in 0..<batch.rows {
          employers.prefetch(hashes, from: row)
          if row + FileLoader.ahead < batch.rows { writer.prefetch(view, row + FileLoader.ahead) }
          try load(view, prepared, row)
        }
      }
      try writer.finish(batch, view, prepared.blocks, preparation)
    }
    try units.flush(db)
    try employers.flush(db)
    rows += batch.rows
    if rows > FileLoader.rowsBetweenLooks {
      rows = 0
      try lane.settled { try $0.flushIfLarge(db) }
    }
  }

  /// Settles copies, writes what is pending and returns the outcome.
  public mutating func finish() throws -> LoadOutcome {
    try withdraw()
    try lane.settled { try $0.beginMerge(db) }
    try writer.listSuperseded()
    if groupPlace != nil {
      try lane.settled {
        try DuplicateResolver(db, layout: layout).settle(
          first: writer.first, groups: writer.groups, left: leftGroups, &$0)
      }
    }
    try writer.finish()
    try lane.settled { try $0.flush(db) }
    outcome.coded = coded.counts
    return outcome
  }

  /// Takes away what the file held before and no file holds any more, where its source brings everything each time.
  private mutating func withdraw() throws {
    let versions = HeldVersions(db, layout.table)
    if deliversAll { try versions.add(VersionRuns(held), file: file) }
    guard former != nil else { return }
    for (key, check) in rejectedKeys {
      let known = try writer.current(nil, FactBuilder.number(key), FactBuilder.number(check))
      if let known { former?.see(known.row.values[FactRow.id]) }
    }
    let gone = former?.gone ?? []
    outcome.gone = gone.count
    guard deliversAll, !gone.isEmpty, let former else { return }
    // A row that cannot be read may be any of them; and files taken before the source said that it brings everything have
    // left no word of what they hold.
    let held = try versions.byFile()
    guard nameless == 0, siblings.isSubset(of: held.keys) else {
      outcome.isUndecided = true
      return
    }
    let rows = try Withdrawal(db, layout, file: file, former: former.files, held: held).rows(gone)
    outcome.withdrawn = rows.withdrawn
    let current = try BulkStatement(db, "DELETE FROM \(layout.table.superseded) WHERE id = ?")
    for row in rows.leaving { writer.retire(row) }
    for row in rows.returning {
      current.bind(row.values[FactRow.id], 1)
      try current.run()
      lane.settled { cubes in row.withView(layout.firstOwn) { cubes.apply($0, sign: 1) } }
    }
    leftGroups += (rows.leaving + rows.returning).compactMap { $0[groupPlace] }
  }

  private mutating func load(_ batch: BatchView, _ prepared: PreparedRows, _ row: Int) throws {
    guard let (old, place) = try writer.current(batch, row) else {
      outcome.accepted += 1
      coded.add(batch.own(row))
      fill(batch, prepared, row)
      writer.put(row, derived: derived, group: groupPlace)
      return
    }
    former?.see(old.values[FactRow.id])
    let isOwn = old.values[FactRow.file] == file
    let isSame = old.values[FactRow.content] == FactBuilder.number(batch.contents[row])
    // What another source brought too is a version of its own: it stays should that source be erased.
    if isSame, siblings.contains(old.values[FactRow.file]) {
      if isOwn { outcome.duplicate += 1 } else { outcome.unchanged += 1 }
      if deliversAll, !isOwn { held.append(old.values[FactRow.id]) }
    } else if updatedAt(batch, row) >= old[updatedPlace] ?? Int.min {
      if isOwn {
        outcome.duplicate += 1
      } else {
        outcome.accepted += 1
        coded.add(batch.own(row))
      }
      writer.retire(old)
      fill(batch, prepared, row)
      writer.put(row, derived: derived, group: groupPlace, superseding: place)
      if let left = old[groupPlace], left != groupPlace.map({ derived[$0] }) { leftGroups.append(left) }
    } else {
      outcome.duplicate += 1
      fill(batch, prepared, row)
      writer.archive(batch, row, derived: derived, group: groupPlace)
    }
  }

  /// Derives the columns of a row that becomes the next version.
  private mutating func fill(_ batch: BatchView, _ prepared: PreparedRows, _ row: Int) {
    guard let base = derived.baseAddress else { return }
    builder.fill(
      base, id: writer.next, from: batch, prepared, row: row, units: &units, employers: &employers)
  }

  private func updatedAt(_ batch: BatchView, _ row: Int) -> Int {
    updatedPlace.map { batch.own(row)[$0 - layout.firstOwn] } ?? Int.min
  }
}
