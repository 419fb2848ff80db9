import Domain
import Warehouse

/// What one fact row adds to the cross tables.
struct CrossContribution {
  private struct Column {
    let place: Int
    /// Of any axis of the column.
    let values: AxisValues
  }

  private struct Axis {
    /// Place among `columns`.
    let column: Int
    let values: AxisValues
  }

  private struct Table {
    let index: UInt64
    let id: String
    /// Places among `axes`.
    let axes: [Int]
  }

  private let mainDate: Int?
  private let openings: Int?
  private let payLow: Int?
  private let payHigh: Int?
  private var columns: [Column] = []
  /// Each axis once, whatever the number of tables that have it.
  private var axes: [Axis] = []
  private var tables: [Table] = []

  init(_ layout: FactLayout, _ cross: CrossTables) {
    mainDate = layout.place(layout.contract.mainDate)
    openings = layout.contract.roles.weight.flatMap(layout.place)
    payLow = layout.place("pay_low")
    payHigh = layout.place("pay_high")
    var known: [CrossTable.Axis: Int] = [:]
    for entry in cross.entries where entry.table.dataset == layout.contract.name {
      let places = zip(entry.table.axes, entry.values).compactMap { axis, values -> Int? in
        if let place = known[axis] { return place }
        guard let place = layout.place(axis.column) else { return nil }
        let column = columns.firstIndex { $0.place == place } ?? columns.count
        if column == columns.count { columns.append(Column(place: place, values: values)) }
        axes.append(Axis(column: column, values: values))
        known[axis] = axes.count - 1
        return axes.count - 1
      }
      tables.append(Table(index: UInt64(tables.count), id: entry.table.id, axes: places))
    }
  }

  /// Adds the row (`sign` 1) to `deltas` or takes it away (-1).
  func apply(_ row: FactView, sign: Int, to deltas: inout CellTable) {
    guard !tables.isEmpty, let mainDate, let day = row[mainDate] else { return }
    let month = UInt64(Day(ordinal: day).monthOrdinal)
    let pay = CrossContribution.middle(row[payLow], row[payHigh])
    let sums = (sign, sign * (row[openings] ?? 1), sign * (pay ?? 0), pay == nil ? 0 : sign)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: columns.count + axes.count) { room in
      for (index, column) in columns.enumerated() { room[index] = column.values.entry(row[column.place]) }
      let numbers = UnsafeMutableBufferPointer(rebasing: room[columns.count...])
      for (index, axis) in axes.enumerated() { numbers[index] = axis.values.number(ofEntry: room[axis.column]) }
      for table in tables {
        var low: UInt64 = 0
        for axis in table.axes { low = low << 16 | UInt64(numbers[axis]) }
        deltas.add(table.index << 32 | month, low, sums)
      }
    }
  }

  /// Begins to add the differences to what is stored, and forgets them; nil where there are none.
  func merge(_ deltas: inout CellTable, _ db: Database) throws -> CrossMerge? {
    deltas.count > 0 ? try CrossMerge(&deltas, with: tables.map(\.id), db) : nil
  }

  /// Twice the middle of the limits, or twice the only one.
  private static func middle(_ low: Int?, _ high: Int?) -> Int? {
    switch (low, high) {
    case (let low?, let high?): low + high
    case (let limit?, nil), (nil, let limit?): 2 * limit
    case (nil, nil): nil
    }
  }
}
