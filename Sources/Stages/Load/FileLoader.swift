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
  private let life: Int
  private let writer: FactWriter
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
    life = source.lifeDays ?? source.contract.lifeDays ?? 0
    writer = try FactWriter(db, layout)
    contribution = CubeContribution(
      layout, homeProvince: homeRegion.flatMap(CodeNumber.number).map { $0 / 10_000 })
    units = try DictionaryTable(db, table: "unit", key: "name")
    employers = try DictionaryTable(db, table: "employer", key: "identity", label: "name")
  }

  public func load(_ batch: ConformedBatch) throws {
    // Ascending keys touch each page of the table once; the sort is stable, so file order holds within a key.
    let order = (0..<batch.rows).sorted { (batch.keys[$0] >> 1, $0) < (batch.keys[$1] >> 1, $1) }
    for row in order { try load(fact(batch, row), RowTexts(batch: batch, row: row)) }
    if deltas.count > FileLoader.deltaLimit { try deltas.flush(db) }
  }

  /// Settles copies, writes what is pending and returns the outcome.
  public func finish() throws -> LoadOutcome {
    try units.flush(db)
    try employers.flush(db)
    if layout.place("copy_group") != nil, let contribution {
      try CopySettler(db, layout: layout, contribution: contribution).settle(touchedGroups, &deltas)
    }
    try deltas.flush(db)
    return outcome
  }

  private func load(_ new: FactRow, _ texts: RowTexts) throws {
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
    contribution?.apply(row, sign: 1, to: &deltas)
    touch(row)
  }

  private func touch(_ row: FactRow) {
    if let group = row[layout.place("copy_group")] { touchedGroups.append(group) }
  }

  private func updatedAt(_ row: FactRow) -> Int { row[layout.place("updated_at")] ?? Int.min }

  private func fact(_ batch: ConformedBatch, _ row: Int) -> FactRow {
    let contract = layout.contract
    let width = contract.integerColumns.count
    let own = Array(batch.integers[(row * width)..<((row + 1) * width)])
    var values = [
      Int(batch.keys[row] >> 1), Int(batch.keyChecks[row] >> 1), Int(batch.contents[row] >> 1), file,
      batch.lines[row], 0,
    ]
    values += Array(repeating: RowValues.missing, count: layout.firstOwn - values.count)
    values += own
    let texts = RowTexts(batch: batch, row: row)
    let start = own[contract.slot(contract.mainDate)]
    if let place = layout.place("unit") { values[place] = unit(texts) }
    if let place = layout.place("employer") { values[place] = employer(texts) }
    if let place = layout.place("ends_on") {
      let given = [own[contract.slot("closed_on")], own[contract.slot("valid_until")]].filter {
        $0 != RowValues.missing
      }
      values[place] = given.min() ?? start + life
    }
    if let place = layout.place("copy_group"), let copy = layout.place("is_copy") {
      values[copy] = 0
      values[place] = copyGroup(
        texts, employer: values[layout.place("employer")!], region: own[contract.slot("region")])
    }
    return FactRow(values: values)
  }

  private func unit(_ texts: RowTexts) -> Int {
    guard let field = layout.contract.fields.first(where: { $0.kind == .unit }) else { return RowValues.missing }
    return texts.withText(layout.contract.textSlot(field.name)) { units.id(of: $0, name: $0) }
  }

  private func employer(_ texts: RowTexts) -> Int {
    texts.withText(layout.contract.textSlot("employer_name")) { name in
      texts.withText(layout.contract.textSlot("employer_uscc")) { code in
        if !code.isEmpty { return employers.id(of: code, name: name) }
        return name.isEmpty ? RowValues.missing : employers.id(of: name, name: name)
      }
    }
  }

  /// Same employer, title (without spaces, ASCII in lower case) and region.
  private func copyGroup(_ texts: RowTexts, employer: Int, region: Int) -> Int {
    let title = texts.withText(layout.contract.textSlot("title")) { bytes in
      bytes.filter { $0 != 0x20 }.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    }
    let hash = title.withUnsafeBufferPointer { ByteHash.hash($0) }
    return Int(ByteHash.combine(ByteHash.combine(hash, employer), region) >> 1)
  }
}
