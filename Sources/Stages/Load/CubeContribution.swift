import Domain
import Warehouse

/// What one fact row adds to the cube.
struct CubeContribution {
  private let dataset: Int
  private let layout: FactLayout
  /// First digits of the regions that keep their counties in the cube; elsewhere only the province is kept.
  private let homeProvince: Int?
  private let mainDate: Int
  private let endsOn: Int

  /// Nil for datasets without validity (placements, archives): they have no cube.
  init?(_ layout: FactLayout, homeProvince: Int?) {
    guard let mainDate = layout.place(layout.contract.mainDate), let endsOn = layout.place("ends_on") else {
      return nil
    }
    self.layout = layout
    self.homeProvince = homeProvince
    self.mainDate = mainDate
    self.endsOn = endsOn
    dataset = layout.contract.number
  }

  /// Adds the row (`sign` 1) to `deltas` or takes it away (-1).
  func apply(_ row: FactRow, sign: Int, to deltas: inout CubeDeltas) {
    guard let start = row[mainDate], let end = row[endsOn] else { return }
    let isCopy = row[layout.place("is_copy")] == 1
    let weight = sign * (row[layout.place("openings")] ?? 1)
    let region = cubeRegion(row[layout.place("region")] ?? 0)
    var events = [
      (Day(ordinal: start).monthOrdinal, CubeValue(registered: weight)),
      (Day(ordinal: end).monthOrdinal, CubeValue(ended: weight)),
    ]
    if let closed = row[layout.place("closed_on")] {
      let filled = min(row[layout.place("filled")] ?? 0, row[layout.place("openings")] ?? 0)
      events.append((Day(ordinal: closed).monthOrdinal, CubeValue(closed: weight, filled: sign * filled)))
    }
    let codes = isCopy ? [(Dimension.total, 0)] : self.codes(row)
    for (month, value) in events {
      for (dimension, code) in codes {
        deltas.add(
          value,
          to: CubeKey(
            dataset: isCopy ? CubeDataset.copies : dataset, dimension: dimension.rawValue, month: month,
            region: region, code: code))
      }
    }
  }

  private func codes(_ row: FactRow) -> [(Dimension, Int)] {
    func value(_ column: String) -> Int { row[layout.place(column)] ?? 0 }
    var codes: [(Dimension, Int)] = [
      (.total, 0), (.unit, value("unit")), (.sex, value("sex")), (.education, value("education")),
      (.level, Dimension.levelNumber(title: row[layout.place("title_level")], skill: row[layout.place("skill_level")])),
      (.age, age(row)),
    ]
    if dataset == CubeDataset.postings {
      codes += [
        (.industry, value("industry")), (.ownership, value("ownership")), (.occupation, value("occupation")),
      ]
    } else {
      codes += [(.occupation, value("intended_occupation")), (.category, value("category"))]
    }
    return codes
  }

  /// Postings: middle of the limits, open ends taken as 16 and 59; seekers: full years at registration. 0: none.
  private func age(_ row: FactRow) -> Int {
    if let lowPlace = layout.place("age_low"), let highPlace = layout.place("age_high") {
      let (low, high) = (row[lowPlace], row[highPlace])
      guard low != nil || high != nil else { return 0 }
      return ((low ?? 16) + (high ?? 59)) / 2
    }
    guard let birth = row[layout.place("birth")], let start = row[mainDate] else { return 0 }
    let (born, registered) = (Day(ordinal: birth).components, Day(ordinal: start).components)
    let hadBirthday = (registered.month, registered.day) >= (born.month, born.day)
    return max(registered.year - born.year - (hadBirthday ? 0 : 1), 1)
  }

  private func cubeRegion(_ region: Int) -> Int {
    guard let homeProvince, region / 10_000 != homeProvince else { return region }
    return region / 10_000 * 10_000
  }
}
