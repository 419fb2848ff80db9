import Domain
import Warehouse

/// Counts rows by what their occupation rests on.
struct CodedTally {
  private let fields: [(name: String, slot: Int)]
  /// `width` counts a field; the first is that of rows with nothing to code.
  private var rows: [Int]

  private static let width = TitleBasis.allCases.count + 1

  init(_ contract: Contract) {
    fields = contract.fields.filter { ($0.kind as? CodeField)?.origin != nil }
      .map { ($0.name, contract.slot($0.name) + 1) }
    rows = [Int](repeating: 0, count: fields.count * CodedTally.width)
  }

  /// Adds a row, given as the contract's own integers.
  @inline(__always)
  mutating func add(_ own: UnsafePointer<Int>) {
    for index in fields.indices {
      let basis = own[fields[index].slot]
      rows[index * CodedTally.width + (basis == RowValues.missing ? 0 : basis + 1)] += 1
    }
  }

  var counts: [CodedRows] {
    fields.enumerated().flatMap { index, field in
      (0..<CodedTally.width).map { place in
        CodedRows(field: field.name, basis: place - 1, rows: rows[index * CodedTally.width + place])
      }.filter { $0.rows > 0 }
    }
  }
}
