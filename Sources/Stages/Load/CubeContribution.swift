import Domain
import Warehouse

/// What one fact row adds to the cube; the places of all columns are looked up once, not once a row.
struct CubeContribution {
  private let dataset: Int
  /// First digits of the regions that keep their counties in the cube; elsewhere only the province is kept.
  private let homeProvince: Int?
  private let mainDate: Int
  private let endsOn: Int
  private let copy: Int?
  private let openings: Int?
  private let region: Int?
  private let closedOn: Int?
  private let filled: Int?
  private let level: (title: Int?, skill: Int?)
  private let age: (low: Int?, high: Int?, birth: Int?)
  /// Dimensions whose number is that of a column.
  private let plain: [(dimension: Dimension, place: Int?)]

  /// - Parameter homeRegion: 6-digit code whose province keeps its counties.
  ///
  /// Nil for datasets without validity (placements, archives): they have no cube.
  init?(_ layout: FactLayout, homeRegion: String?) {
    guard let mainDate = layout.place(layout.contract.mainDate), let endsOn = layout.place("ends_on") else {
      return nil
    }
    homeProvince = homeRegion.flatMap(CodeNumber.number).map { $0 / 10_000 }
    self.mainDate = mainDate
    self.endsOn = endsOn
    dataset = layout.contract.number
    copy = layout.place("is_copy")
    openings = layout.place("openings")
    region = layout.place("region")
    closedOn = layout.place("closed_on")
    filled = layout.place("filled")
    level = (layout.place("title_level"), layout.place("skill_level"))
    age = (layout.place("age_low"), layout.place("age_high"), layout.place("birth"))
    let own: [(Dimension, String)] =
      dataset == CubeDataset.postings
      ? [(.industry, "industry"), (.ownership, "ownership"), (.occupation, "occupation")]
      : [(.occupation, "intended_occupation"), (.category, "category")]
    plain = ([(.unit, "unit"), (.sex, "sex"), (.education, "education")] + own).map { ($0.0, layout.place($0.1)) }
  }

  /// Adds the row (`sign` 1) to `deltas` or takes it away (-1).
  func apply(_ row: FactRow, sign: Int, to deltas: inout CubeDeltas) {
    guard let start = row[mainDate], let end = row[endsOn] else { return }
    let isCopy = row[copy] == 1
    let weight = sign * (row[openings] ?? 1)
    let place = cubeRegion(row[region] ?? 0)
    let codes = isCopy ? [(Dimension.total, 0)] : self.codes(row, start)
    func add(_ day: Int, _ value: CubeValue) {
      let month = Day(ordinal: day).monthOrdinal
      for (dimension, code) in codes {
        deltas.add(
          value,
          to: CubeKey(
            dataset: isCopy ? CubeDataset.copies : dataset, dimension: dimension.rawValue, month: month,
            region: place, code: code))
      }
    }
    add(start, CubeValue(registered: weight))
    add(end, CubeValue(ended: weight))
    if let closed = row[closedOn] {
      add(closed, CubeValue(closed: weight, filled: sign * min(row[filled] ?? 0, row[openings] ?? 0)))
    }
  }

  private func codes(_ row: FactRow, _ start: Int) -> [(Dimension, Int)] {
    var codes: [(Dimension, Int)] = [
      (.total, 0), (.level, Dimension.levelNumber(title: row[level.title], skill: row[level.skill])),
      (.age, years(row, start)),
    ]
    for (dimension, place) in plain { codes.append((dimension, row[place] ?? 0)) }
    return codes
  }

  /// Postings: middle of the limits, open ends taken as 16 and 59; seekers: full years at registration. 0: none.
  private func years(_ row: FactRow, _ start: Int) -> Int {
    if let lowPlace = age.low, let highPlace = age.high {
      let (low, high) = (row[lowPlace], row[highPlace])
      guard low != nil || high != nil else { return 0 }
      return ((low ?? 16) + (high ?? 59)) / 2
    }
    guard let birth = row[age.birth] else { return 0 }
    let (born, registered) = (Day(ordinal: birth).components, Day(ordinal: start).components)
    let hadBirthday = (registered.month, registered.day) >= (born.month, born.day)
    return max(registered.year - born.year - (hadBirthday ? 0 : 1), 1)
  }

  private func cubeRegion(_ region: Int) -> Int {
    guard let homeProvince, region / 10_000 != homeProvince else { return region }
    return region / 10_000 * 10_000
  }
}
