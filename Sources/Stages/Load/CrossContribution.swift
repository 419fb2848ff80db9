import Domain
import GRDB
import Warehouse

/// What one fact row adds to the cross tables.
struct CrossContribution {
  private struct Axis {
    let place: Int
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
  /// Each axis once, whatever the number of tables that have it.
  private var axes: [Axis] = []
  private var tables: [Table] = []

  init(_ layout: FactLayout, _ cross: CrossTables) {
    mainDate = layout.place(layout.contract.mainDate)
    openings = layout.place("openings")
    payLow = layout.place("pay_low")
    payHigh = layout.place("pay_high")
    var known: [CrossTable.Axis: Int] = [:]
    for entry in cross.entries where entry.table.dataset == layout.contract.name {
      let places = zip(entry.table.axes, entry.values).compactMap { axis, values -> Int? in
        if let place = known[axis] { return place }
        guard let place = layout.place(axis.column) else { return nil }
        axes.append(Axis(place: place, values: values))
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
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: axes.count) { numbers in
      for (index, axis) in axes.enumerated() { numbers[index] = UInt64(axis.values.number(row[axis.place])) }
      for table in tables {
        var low: UInt64 = 0
        for axis in table.axes { low = low << 16 | numbers[axis] }
        deltas.add(table.index << 32 | month, low, sums)
      }
    }
  }

  /// Adds the differences to what is stored and forgets them.
  func flush(_ deltas: inout CellTable, _ db: Database) throws {
    guard deltas.count > 0 else { return }
    try CrossStore.add(&deltas, to: tables.map(\.id), db)
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
