/// Who was placed where, as the exports of referrals say in the end: whom claims and registers speak of.
struct Hires {
  struct Hire {
    let number: String
    let person: String
    let started: SampleDay
    let employer: String
    let employerName: String
    let county: Int
  }

  private var cells: [String: (updated: SampleTime, cells: [String])] = [:]

  mutating func take(_ rows: [SampleRow]) {
    for row in rows where row.flaw == nil {
      if let old = cells[row.key], old.updated > row.updated { continue }
      cells[row.key] = (row.updated, row.cells)
    }
  }

  /// Those who started, whose number is right, and who were placed once; by the day they started.
  var single: [Hire] {
    let all = cells.values.map(\.cells).filter { $0[9] == "录用" && PersonID.isRight($0[2]) && !$0[13].isEmpty }
    let counts = Dictionary(grouping: cells.values.map { $0.cells[2] }) { $0 }.mapValues(\.count)
    return all.filter { counts[$0[2]] == 1 && !$0[8].isEmpty }.compactMap { cells in
      guard let day = SampleDay(iso: cells[8]) else { return nil }
      let county = Place.counties.firstIndex { $0.names.contains(cells[19]) }
      return county.map {
        Hire(
          number: cells[0], person: cells[2], started: day, employer: cells[13], employerName: cells[14], county: $0)
      }
    }.sorted { ($0.started, $0.number) < ($1.started, $1.number) }
  }
}

extension SampleDay {
  init?(iso: String) {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    self.init(parts[0], parts[1], parts[2])
  }
}
