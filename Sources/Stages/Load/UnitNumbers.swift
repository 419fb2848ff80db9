import Warehouse

/// The ids of reporting units; each unit of a batch is looked up once.
struct UnitNumbers: ~Copyable {
  private var table: DictionaryTable
  /// Of the units of the batch at hand; 0 where it has not been asked for.
  private var ids: [Int] = []

  init(_ db: Database) throws { table = try DictionaryTable(db, table: "unit", key: "name") }

  mutating func begin(_ prepared: PreparedRows) { ids = Array(repeating: 0, count: prepared.unitRows.count) }

  /// The id of the unit of a row.
  ///
  /// - Parameter slot: of the unit among the texts.
  mutating func id(_ batch: BatchView, _ prepared: PreparedRows, _ row: Int, slot: Int) -> Int {
    let index = Int(prepared.units[row])
    if ids[index] == 0 {
      let name = batch.text(Int(prepared.unitRows[index]), slot)
      ids[index] = table.id(of: name, label: name)
    }
    return ids[index]
  }

  /// Writes the units that are new.
  mutating func flush(_ db: Database) throws { try table.flush(db) }
}
