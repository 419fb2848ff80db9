/// Rows of one of the systems of the bureau's duties, written by name of the column; each comes with the quarter in which it
/// was last changed.
struct Sheet {
  let layout: ExportLayout
  private let key: [String]
  private var rows: [(quarter: Int, row: SampleRow)] = []

  /// - Parameters:
  ///   - headers: names of the columns; the time of the last change follows them.
  ///   - key: the columns that name a row.
  init(_ system: String, _ headers: [String], key: [String]) {
    self.key = key
    layout = ExportLayout(
      system: system, encoding: .utf8, newline: "\n", delimiter: ",", headers: headers + ["更新时间"], required: [0],
      mainDate: 0, updated: headers.count, openings: nil, text: 0)
  }

  /// - Parameters:
  ///   - cells: those that are not empty.
  ///   - updated: earlier than the sample's first quarter: it comes with that one.
  mutating func add(_ cells: [String: String], updated: SampleDay) {
    precondition(cells.keys.allSatisfy(layout.headers.contains), "\(layout.system): \(cells.keys.sorted())")
    let time = SampleTime(updated, second: 61_200)
    var cells = cells
    cells["更新时间"] = layout.stamp(time)
    let quarter = Quarter.all.last { $0.first <= updated } ?? Quarter.all[0]
    rows.append(
      (
        quarter.index,
        SampleRow(
          cells: layout.headers.map { cells[$0] ?? "" },
          key: ([layout.system] + key.map { cells[$0] ?? "" }).joined(separator: "/"), updated: time, fact: nil,
          flaw: nil)
      ))
  }

  /// One file a quarter; those without a row have none.
  func write(_ writer: ExportWriter) throws {
    for quarter in Quarter.all {
      let own = rows.filter { $0.quarter == quarter.index }.map(\.row)
      if !own.isEmpty { try writer.write(own, layout, quarter) }
    }
  }
}

extension SampleDay {
  /// The last day that the exports tell of.
  static let end = SampleDay(2026, 9, 30)

  /// `2026-09`.
  var month: String { String(iso.prefix(7)) }
}
