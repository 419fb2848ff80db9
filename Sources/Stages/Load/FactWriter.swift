import Domain
import GRDB
import Warehouse

/// The versions of one file on their way into the warehouse: new ones are gathered and fed to SQLite a batch at a time;
/// superseded ones move to the history.
struct FactWriter: ~Copyable {
  /// The id of the first version of this file.
  let first: Int
  /// The id of the next version.
  private(set) var next: Int

  private let db: Database
  private let layout: FactLayout
  private let file: Int
  private let feed: FactFeed
  private let lane: CubeLane
  private let select: BulkStatement
  private let retire: BulkStatement
  private let delete: BulkStatement
  private let archive: BulkStatement
  private let texts: TextBlocks
  private var directory: KeyDirectory
  private var keys: [UInt64] = []
  private(set) var groups: [UInt64] = []
  // Rows of the present batch that SQLite does not have yet.
  private var derived: [Int] = []
  private var places: [Int32] = []
  /// Rows of the present batch that became versions, in order.
  private var kept: [Int32] = []

  /// - Parameter lane: counts the rows while they are written.
  init(_ db: Database, _ layout: FactLayout, file: Int, lane: CubeLane) throws {
    let table = layout.table
    let columns = table.columnList
    let segments = FactSegments(db, table)
    // All are made before any is stored: a half-initialised ~Copyable value cannot be thrown away.
    let next = try segments.nextID()
    let directory = try segments.directory()
    let select = try BulkStatement(db, "SELECT \(columns) FROM \(table.name) WHERE id = ?")
    let retire = try BulkStatement(
      db, "INSERT INTO \(table.name)_history (\(columns)) SELECT \(columns) FROM \(table.name) WHERE id = ?")
    let delete = try BulkStatement(db, "DELETE FROM \(table.name) WHERE id = ?")
    let marks = Array(repeating: "?", count: table.numbers.count + table.keys.count).joined(separator: ", ")
    let archive = try BulkStatement(db, "INSERT INTO \(table.name)_history (\(columns)) VALUES (\(marks))")
    let texts = try TextBlocks(db, table, file: file)
    feed = try FactFeed(db, table, keySlots: layout.keySlots)
    (self.db, self.layout, self.file, self.next, first) = (db, layout, file, next, next)
    self.directory = directory
    self.lane = lane
    self.select = select
    self.retire = retire
    self.delete = delete
    self.archive = archive
    self.texts = texts
  }

  /// Tells ahead that the key of a row will be looked for.
  @inline(__always)
  func prefetch(_ batch: BatchView, _ row: Int) {
    directory.prefetch(UInt64(FactBuilder.number(batch.keys[row])) << 1)
  }

  /// The current version of a key and where the directory lists it; nil where there is none.
  mutating func current(
    _ source: ConformedBatch, _ batch: BatchView, _ row: Int
  ) throws -> (row: FactRow, probe: KeyDirectory.Probe)? {
    let key = FactBuilder.number(batch.keys[row])
    var probe = directory.probe(UInt64(key) << 1)
    while let id = directory.next(&probe) {
      if !places.isEmpty, id >= derived[FactRow.id] { try flush(source, batch) }
      select.bind(id, 1)
      guard try select.step() else { continue }
      defer { select.reset() }
      // Two keys may share a hash: the second hash tells them apart.
      if select.integer(FactRow.key) == key,
        select.integer(FactRow.keyCheck) == FactBuilder.number(batch.keyChecks[row])
      {
        return (layout.row(select), probe)
      }
    }
    return nil
  }

  /// Makes the row at `place` of the batch a current version. `fill` is given its id and where its derived columns
  /// belong.
  ///
  /// - Parameter superseded: where the directory lists the version that it follows.
  /// - Returns: its copy group.
  mutating func put(
    _ batch: BatchView, _ place: Int, group: Int?, superseding superseded: KeyDirectory.Probe? = nil,
    _ fill: (UnsafeMutablePointer<Int>, Int) -> Void
  ) throws -> Int? {
    let width = layout.firstOwn
    let start = derived.count
    derived.append(contentsOf: repeatElement(0, count: width))
    derived.withUnsafeMutableBufferPointer { fill($0.baseAddress! + start, next) }
    places.append(Int32(place))
    let key = UInt64(derived[start + FactRow.key]) << 1
    if let superseded { directory.replace(superseded, with: next) } else { directory.insert(key, next) }
    keys.append(key)
    groups.append(group.map { UInt64(derived[start + $0]) } ?? 0)
    kept.append(Int32(place))
    next += 1
    return group.map { derived[start + $0] }
  }

  /// Moves a current version to the history.
  mutating func retire(_ old: FactRow) throws {
    let id = old.values[FactRow.id]
    lane.remove(old)
    retire.bind(id, 1)
    try retire.run()
    delete.bind(id, 1)
    try delete.run()
    // What its own file supersedes is never current again.
    if id >= first {
      keys[id - first] = 0
      groups[id - first] = 0
    }
  }

  /// Puts a version that came too late straight into the history.
  mutating func archive(_ batch: BatchView, _ place: Int, group: Int?, _ fill: (UnsafeMutablePointer<Int>, Int) -> Void)
    throws
  {
    let width = layout.firstOwn
    var values = Array(repeating: RowValues.missing, count: width)
    values.withUnsafeMutableBufferPointer { fill($0.baseAddress!, next) }
    for (index, value) in values.enumerated() { archive.bind(value, index + 1) }
    for index in 0..<batch.width { archive.bind(batch.own(place)[index], width + index + 1) }
    for (index, slot) in layout.keySlots.enumerated() {
      archive.bind(text: batch.text(place, slot), width + batch.width + index + 1)
    }
    try archive.run()
    keys.append(UInt64(values[FactRow.key]) << 1)
    groups.append(group.map { UInt64(values[$0]) } ?? 0)
    kept.append(Int32(place))
    next += 1
  }

  /// Hands the gathered rows to SQLite and to the cubes; to be called before the batch goes.
  mutating func flush(_ source: ConformedBatch, _ batch: BatchView) throws {
    guard !places.isEmpty else { return }
    // The lane keeps what it is given: memory of the next rows is new.
    let (derived, places) = (self.derived, self.places)
    self.derived = []
    self.places = []
    lane.add(source, derived: derived, places: places)
    try derived.withUnsafeBufferPointer { derived in
      try places.withUnsafeBufferPointer { places in
        try feed.insert(
          db,
          FactFeed.Rows(
            derived: derived.baseAddress!, derivedWidth: layout.firstOwn, places: places.baseAddress!,
            count: places.count, own: batch.integers, ownWidth: batch.width, text: batch.text,
            textEnds: batch.textEnds, textWidth: batch.textWidth))
      }
    }
    self.derived.reserveCapacity(derived.count)
    self.places.reserveCapacity(places.count)
  }

  /// Ends a batch: hands over its rows and their texts.
  ///
  /// - Parameters:
  ///   - blocks: the texts of all rows of the batch.
  ///   - preparation: packs the texts anew where not all rows became versions.
  mutating func finish(
    _ source: ConformedBatch, _ batch: BatchView, _ blocks: [TextBlock], _ preparation: BatchPreparation
  ) throws {
    try flush(source, batch)
    var first = next - kept.count
    for block in kept.count == source.rows ? blocks : preparation.blocks(batch, places: kept) {
      try texts.add(block, first: first)
      first += block.rows
    }
    kept.removeAll(keepingCapacity: true)
  }

  /// Writes what remains: the hashes.
  func finish() throws {
    try FactSegments(db, layout.table).append(first: first, file: file, keys: keys, groups: groups)
  }
}
