import Warehouse

extension Warehouse {
  /// A warehouse in memory, gone with its last use.
  static func inMemory(_ tables: [FactTable] = []) throws -> Warehouse {
    try Warehouse(path: ":memory:", tables: tables)
  }
}
