/// What checks find in the register that is exported as it always was: nobody left with a consent, nobody was reviewed, and
/// terms end.
struct RegisterDoubts {
  private var cells: [String: (updated: SampleTime, cells: [String])] = [:]

  mutating func take(_ rows: [SampleRow]) {
    for row in rows {
      if let old = cells[row.key], old.updated > row.updated { continue }
      cells[row.key] = (row.updated, row.cells)
    }
  }

  /// - Parameter locals: people of the city who began in 2023, by county, in other exports.
  func plant(_ doubts: DoubtBook, locals: [String: Int]) {
    let end = SampleDay.end
    var recruits: [String: Int] = [:]
    for own in cells.values.map(\.cells) {
      let (kind, grade, starts, until, left) = (own[1], own[10], own[16], own[17], own[19])
      let entry = "\(kind)/\(own[0])"
      func ends(within days: Int) -> Bool { left.isEmpty && until >= end.iso && until <= (end + days).iso }
      switch kind {
      case "重点领域人才":
        if !left.isEmpty { doubts.plant("R-01", entry) }
        if left.isEmpty, starts < "2025-09-30" { doubts.plant("R-02", entry) }
      case "服务期": if ends(within: 90) { doubts.plant("R-03", entry) }
      case "竞业限制": if ends(within: 90) { doubts.plant("R-11", entry) }
      case "外国人工作许可":
        if ends(within: 30) { doubts.plant("R-18", entry) }
        if grade == "C" { doubts.plant("R-19", entry) }
      case "基层项目":
        if !until.isEmpty, until < "2026-07-02" { doubts.plant("R-22", entry) }
        if starts.hasPrefix("2023") { recruits[own[8], default: 0] += 1 }
      default: break
      }
    }
    // Nobody in this export comes from the city; a fifth should.
    for (county, count) in recruits {
      let own = locals[county] ?? 0
      if 5 * own < count + own { doubts.plant("R-23", "\(county) 2023") }
    }
  }
}
