import Domain
import Warehouse

/// Whether the cross tables are those of the facts.
struct CrossCheck {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func run(_ entry: CrossTables.Entry, _ result: inout WarehouseCheck.Result) throws {
    let id = entry.table.id
    guard try Ledger.setting(db, CrossRecount.setting(id)) == entry.digest else {
      result.notes.append("交叉表 \(id) 是新的, 或定义、代码表改过, 下次运行会从明细重新计数, 这次没有核对")
      return
    }
    var table = try CrossRecount.cells(db, entry)
    let cells = table.sorted()
    let months = Set(cells.map { Int($0.high & 0xFFFF_FFFF) }).union(try CrossStore.months(db, table: id))
    var start = 0
    for month in months.sorted() {
      var end = start
      while end < cells.count, Int(cells[end].high & 0xFFFF_FFFF) == month { end += 1 }
      var place = start
      func counted(before key: UInt64) {
        while place < end, cells[place].low < key {
          add(id, month, cells[place].low, stored: nil, counted: cells[place].sums, &result.found)
          place += 1
        }
      }
      try CrossStore.each(db, table: id, month: month) { key, sums in
        counted(before: key)
        let isThere = place < end && cells[place].low == key
        add(id, month, key, stored: sums, counted: isThere ? cells[place].sums : nil, &result.found)
        if isThere { place += 1 }
      }
      counted(before: .max)
      start = end
    }
  }

  /// Tables that are stored, but are none of the pipeline's.
  func runOthers(_ tables: CrossTables, _ result: inout WarehouseCheck.Result) throws {
    let own = Set(tables.entries.map(\.table.id))
    let stored = try String.fetchAll(db, sql: "SELECT DISTINCT tab FROM cross_cell ORDER BY tab")
    for id in stored where !own.contains(id) {
      if try Ledger.setting(db, CrossRecount.setting(id)) == nil {
        result.found.add(.cross, "cross_cell", id, stored: "有数", counted: "没有登记这张表")
      } else {
        result.notes.append("交叉表 \(id) 不在这个流程文件中, 没有核对")
      }
    }
  }

  private func add(
    _ id: String, _ month: Int, _ key: UInt64, stored: CellTable.Sums?, counted: CellTable.Sums?,
    _ found: inout Discrepancies
  ) {
    func text(_ sums: CellTable.Sums?) -> String { sums.map { "\($0.0)/\($0.1)/\($0.2)/\($0.3)" } ?? "没有这一格" }
    guard text(stored) != text(counted) else { return }
    let axes = (0..<4).map { String(key >> UInt64(48 - 16 * $0) & 0xFFFF) }.joined(separator: "-")
    found.add(
      .cross, "cross_cell", "\(id) \(Period(unit: .month, ordinal: month)) 格 \(axes)", stored: text(stored),
      counted: text(counted))
  }
}
