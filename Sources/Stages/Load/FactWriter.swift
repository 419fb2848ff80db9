import Domain
import Warehouse

/// The versions of one file on their way into the warehouse: new ones are gathered and fed to SQLite a batch at a time;
/// superseded ones are listed at the end.
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
  private let list: BulkStatement
  private let texts: TextBlocks
  private var directory: KeyDirectory
  private var keys: [UInt64] = []
  private(set) var groups: [UInt64] = []
  /// Versions that are listed as superseded when the file ends.
  private var superseded: [Int] = []
  // Rows of the present batch that SQLite does not have yet.
  private var derived: [Int] = []
  private var places: [Int32] = []

  /// - Parameters:
  ///   - lane: counts the rows while they are written.
  ///   - only: the keys that the file may hold; nil: any.
  init(_ db: Database, _ layout: FactLayout, file: Int, lane: CubeLane, keys only: HashFilter?) throws {
    let table = layout.table
    let columns = table.columnList
    let segments = FactSegments(db, table)
    // All are made before any is stored: a half-initialised ~Copyable value cannot be thrown away.
    let next = try segments.nextID()
    let directory = try segments.directory(of: only)
    let select = try BulkStatement(db, "SELECT \(columns) FROM \(table.name) WHERE id = ?")
    let list = try BulkStatement(db, "INSERT INTO \(table.superseded) VALUES (?)")
    let texts = try TextBlocks(db, table, file: file)
    feed = try FactFeed(db, table, keySlots: layout.keySlots)
    (self.db, self.layout, self.file, self.next, first) = (db, layout, file, next, next)
    self.directory = directory
    self.lane = lane
    self.select = select
    self.list = list
    self.texts = texts
  }

  /// Tells ahead that the key of a row will be looked for.
  @inline(__always)
  func prefetch(_ batch: BatchView, _ row: Int) {
    directory.prefetch(FactBuilder.directoryHash(FactBuilder.number(batch.keys[row])))
  }

  /// The current version of a key and where the directory lists it; nil where there is none.
  func current(_ batch: BatchView, _ row: Int) throws -> (row: FactRow, probe: KeyDirectory.Probe)? {
    try current(batch, FactBuilder.number(batch.keys[row]), FactBuilder.number(batch.keyChecks[row]))
  }

  /// The same for the two hashes of a key.
  ///
  /// - Parameter batch: the present one; nil where there is none.
  func current(
    _ batch: BatchView?, _ key: Int, _ check: Int
  ) throws -> (row: FactRow, probe: KeyDirectory.Probe)? {
    var probe = directory.probe(FactBuilder.directoryHash(key))
    while let id = directory.next(&probe) {
      // Two keys may share a hash: the second hash tells them apart.
      if let gathered = gathered(id, batch) {
        if gathered.values[FactRow.key] == key, gathered.values[FactRow.keyCheck] == check { return (gathered, probe) }
        continue
      }
      select.bind(id, 1)
      guard try select.step() else { continue }
      defer { select.reset() }
      if select.integer(FactRow.key) == key, select.integer(FactRow.keyCheck) == check {
        return (layout.row(select), probe)
      }
    }
    return nil
  }

  /// A version of the present batch; nil where SQLite has it.
  private func gathered(_ id: Int, _ batch: BatchView?) -> FactRow? {
    guard let batch, !places.isEmpty, id >= derived[FactRow.id] else { return nil }
    return gathered(at: id - derived[FactRow.id], batch)
  }

  private func gathered(at index: Int, _ batch: BatchView) -> FactRow {
    let width = layout.firstOwn
    let own = UnsafeBufferPointer(start: batch.own(Int(places[index])), count: batch.width)
    return FactRow(values: Array(derived[index * width..<(index + 1) * width]) + own)
  }

  /// Makes the row at `place` of the batch a current version.
  ///
  /// - Parameters:
  ///   - columns: its derived columns; its id is `next`.
  ///   - superseded: where the directory lists the version that it follows.
  mutating func put(
    _ place: Int, derived columns: UnsafeMutableBufferPointer<Int>, group: Int?,
    superseding superseded: KeyDirectory.Probe? = nil
  ) {
    let key = FactBuilder.directoryHash(columns[FactRow.key])
    if let superseded { directory.replace(superseded, with: next) } else { directory.insert(key, next) }
    append(place, columns, group)
  }

  /// Marks a current version as superseded.
  mutating func retire(_ old: FactRow) {
    let id = old.values[FactRow.id]
    lane.remove(old)
    superseded.append(id)
    // What its own file supersedes is never current again.
    if id >= first {
      keys[id - first] = 0
      groups[id - first] = 0
    }
  }

  /// Lists the superseded versions; to be called after the last batch.
  ///
  /// In the order of their ids, so that each page of the list is read and written once, not once a version.
  mutating func listSuperseded() throws {
    superseded.sort()
    for id in superseded {
      list.bind(id, 1)
      try list.run()
    }
    superseded = []
  }

  /// Makes the row at `place` of the batch a version that came too late: it is superseded from the start.
  mutating func archive(
    _ batch: BatchView, _ place: Int, derived columns: UnsafeMutableBufferPointer<Int>, group: Int?
  ) {
    superseded.append(next)
    append(place, columns, group)
    // The lane counts all rows of a batch.
    lane.remove(gathered(at: places.count - 1, batch))
  }

  /// Gathers a version that was made of the row at `place`.
  private mutating func append(_ place: Int, _ columns: UnsafeMutableBufferPointer<Int>, _ group: Int?) {
    derived.append(contentsOf: columns)
    places.append(Int32(place))
    keys.append(FactBuilder.directoryHash(columns[FactRow.key]))
    groups.append(group.map { UInt64(columns[$0]) } ?? 0)
    next += 1
  }

  /// Hands the gathered rows to SQLite and to the cubes.
  private mutating func flush(_ source: ConformedBatch, _ batch: BatchView) throws {
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
    let kept = places
    try flush(source, batch)
    var first = next - kept.count
    for block in kept.count == source.rows ? blocks : preparation.blocks(batch, places: kept) {
      try texts.add(block, first: first)
      first += block.rows
    }
  }

  /// Writes what remains: the hashes.
  func finish() throws {
    try FactSegments(db, layout.table).append(first: first, file: file, keys: keys, groups: groups)
  }
}
