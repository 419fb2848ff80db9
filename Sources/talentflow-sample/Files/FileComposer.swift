/// Puts together the files of one system, quarter by quarter: new rows, rows that come late, changes of earlier rows,
/// repeats, older versions and rows that cannot be read.
struct FileComposer {
  private let layout: ExportLayout
  private let flaws: [Flaw]
  /// Rows for the next quarter's file.
  private var carried: [SampleRow] = []
  private var flawCount = 0

  /// Share of rows that are unreadable.
  private static let flawShare = 0.02

  init(layout: ExportLayout) {
    self.layout = layout
    flaws = Flaw.all(of: layout)
  }

  /// - Parameter spare: makes a row with a number of its own, to be spoilt.
  mutating func compose(
    _ drafts: [Draft], quarter: Quarter, _ random: inout SampleRandom, spare: (inout SampleRandom) -> SampleRow
  ) -> [SampleRow] {
    var rows = carried
    carried = []
    for draft in drafts { place(draft, &rows, &random) }
    for _ in 0..<random.count(Double(rows.count) * FileComposer.flawShare) {
      rows.append(spoilt(spare(&random), flaws[flawCount % flaws.count]))
      flawCount += 1
    }
    var sorted = rows.enumerated().sorted { ($0.element.updated, $0.offset) < ($1.element.updated, $1.offset) }
      .map(\.element)
    // Nothing may follow an open quote, or it would find a partner there.
    if quarter.index % 4 == 1 { sorted.append(spoilt(spare(&random), .openQuote)) }
    return sorted
  }

  private mutating func place(_ draft: Draft, _ rows: inout [SampleRow], _ random: inout SampleRandom) {
    let fate = random.unit()
    if let later = draft.later { carried.append(later) }
    if fate < 0.02 {
      carried.append(draft.first)
      return
    }
    rows.append(draft.first)
    if fate < 0.04 {
      rows.append(draft.first)
    } else if fate < 0.045 {
      rows.append(restamped(draft.first, seconds: 3600 * random.integer(1...5)))
    } else if draft.later == nil, fate < 0.065 {
      carried.append(draft.first)
    } else if draft.later == nil, fate < 0.072 {
      carried.append(restamped(draft.first, seconds: -86_400))
    }
  }

  /// The same row with another time of change: another version of it.
  private func restamped(_ row: SampleRow, seconds: Int) -> SampleRow {
    var row = row
    row.updated = SampleTime(seconds: row.updated.seconds + seconds)
    row.cells[layout.updated] = layout.stamp(row.updated)
    return row
  }

  private func spoilt(_ row: SampleRow, _ flaw: Flaw) -> SampleRow {
    var row = row
    flaw.spoil(&row.cells, layout)
    row.fact = nil
    row.flaw = flaw
    return row
  }
}
