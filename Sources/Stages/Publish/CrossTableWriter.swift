import Documents
import Domain
import Foundation
import Tabular
import Warehouse

/// Writes cross tables as CSV that Excel and WPS open: a row a month and cell that is not empty, codes beside names.
public struct CrossTableWriter: Sendable {
  private let folder: String

  /// - Parameter folder: made where it is missing.
  public init(folder: String) { self.folder = folder }

  /// A table as it is stored.
  private struct Stored: Sendable {
    let table: CrossTable
    let contract: Contract
    let values: [AxisValues]
    let months: [(stamp: [UInt8], data: [UInt8])]

    var bytes: Int { months.reduce(0) { $0 + $1.data.count } }
  }

  /// Writes the tables and returns their paths.
  ///
  /// Several at once: the disk has one file to bring to rest while the text of the next is made.
  ///
  /// - Parameters:
  ///   - tables: each with what its axes hold.
  ///   - check: polled before each table; what it throws ends the writing.
  /// - Throws: `FileFailure`, `DatabaseError`.
  public func write(
    _ tables: [(table: CrossTable, contract: Contract, values: [AxisValues])], _ db: Database,
    check: @Sendable () throws -> Void = {}
  ) throws -> [String] {
    // The largest first: it takes as long as the others together.
    let stored = try tables.map { try read($0.table, $0.contract, $0.values, db) }.sorted { $0.bytes > $1.bytes }
    let results = Parallel.map(stored.count) { index in
      Result {
        try check()
        try write(stored[index])
      }
    }
    for result in results { try result.get() }
    return tables.map { path($0.table) }
  }

  private func path(_ table: CrossTable) -> String { "\(folder)/\(table.id).csv" }

  private func read(
    _ table: CrossTable, _ contract: Contract, _ values: [AxisValues], _ db: Database
  ) throws -> Stored {
    let months = try CrossStore.months(db, table: table.id).map { month in
      (stamp: Array(CrossTableWriter.month(month).utf8), data: try CrossStore.data(db, table: table.id, month: month))
    }
    return Stored(table: table, contract: contract, values: values, months: months)
  }

  private func write(_ stored: Stored) throws {
    let (values, months) = (stored.values, stored.months)
    let lines = CrossLines(values.map { axis in (0..<axis.count).map { CrossTableWriter.cells(axis, $0) } })
    try DurableFile.replace(path(stored.table)) { file in
      try file.write(Array("\u{FEFF}\(header(stored))\r\n".utf8))
      // A few months at a time: the whole text would be ten times what is stored.
      for start in stride(from: 0, to: months.count, by: CrossTableWriter.monthsAtOnce) {
        let count = min(CrossTableWriter.monthsAtOnce, months.count - start)
        let texts = Parallel.map(count) { index in
          lines.text(months[start + index].stamp, months[start + index].data)
        }
        for text in texts { try file.write(text) }
      }
    }
  }

  private static let monthsAtOnce = 4

  private func header(_ stored: Stored) -> String {
    let table = stored.table
    let axes = zip(table.axes, stored.values).map { axis, values in
      let label = (stored.contract.field(axis.column)?.label ?? axis.column) + (axis.level.map { "\($0)级" } ?? "")
      return values.hasNames ? "\(label)编码,\(label)" : label
    }
    let rows = table.dataset == MarketDataset.postings ? "岗位数,招聘人数,平均薪酬" : "人次,人数,平均薪酬"
    return "月份,\(axes.joined(separator: ",")),\(rows)"
  }

  private static func cells(_ axis: AxisValues, _ number: Int) -> String {
    axis.hasNames
      ? "\(FieldQuoting.quoted(axis.text(number))),\(FieldQuoting.quoted(CellGuard.inert(axis.name(number))))"
      : axis.text(number)
  }

  private static func month(_ ordinal: Int) -> String {
    let (year, month) = (ordinal / 12, ordinal % 12 + 1)
    return "\(year)-\(month < 10 ? "0" : "")\(month)"
  }
}
