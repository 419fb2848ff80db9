import Domain
import Warehouse

/// What one fact row adds to the cube; the places of all columns are looked up once, not once a row.
struct CubeContribution {
  private let dataset: Int
  /// First digits of the regions that keep their counties and dimensions in the cube; of others only the total of the
  /// province is kept.
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
  private let plain: [(dimension: Int, place: Int)]
  /// Dimensions of the dataset that have no column.
  private let absent: [Int]

  /// - Parameter homeRegion: 6-digit code whose province keeps its counties.
  ///
  /// Nil for datasets without validity (placements, archives): they have no cube.
  init?(_ layout: FactLayout, homeRegion: String?) {
    guard let mainDate = layout.place(layout.contract.mainDate), let endsOn = layout.place("ends_on"),
      let dataset = CubeDataset.number(of: layout.contract.name)
    else { return nil }
    self.dataset = dataset
    homeProvince = homeRegion.flatMap(CodeNumber.number).map { $0 / 10_000 }
    self.mainDate = mainDate
    self.endsOn = endsOn
    copy = layout.place("is_copy")
    openings = layout.contract.roles.weight.flatMap(layout.place)
    region = layout.contract.roles.region.flatMap(layout.place)
    closedOn = layout.contract.roles.ends.first.flatMap(layout.place)
    filled = layout.contract.roles.filled.flatMap(layout.place)
    level = (layout.place("title_level"), layout.place("skill_level"))
    age = (layout.place("age_low"), layout.place("age_high"), layout.place("birth"))
    let own: [(Dimension, String)] =
      dataset == CubeDataset.postings
      ? [(.industry, "industry"), (.ownership, "ownership"), (.occupation, "occupation")]
      : [(.occupation, "intended_occupation"), (.category, "category")]
    let dimensions = [(.unit, "unit"), (.sex, "sex"), (.education, "education")] + own
    plain = dimensions.compactMap { dimension, column in layout.place(column).map { (dimension.rawValue, $0) } }
    absent = dimensions.filter { layout.place($0.1) == nil }.map(\.0.rawValue)
  }

  /// Adds the row (`sign` 1) to `deltas` or takes it away (-1).
  func apply(_ row: FactView, sign: Int, to deltas: inout CubeDeltas) {
    guard let start = row[mainDate], let end = row[endsOn] else { return }
    let weight = sign * (row[openings] ?? 1)
    let region = row[region] ?? 0
    let isHome = homeProvince.map { region / 10_000 == $0 } ?? true
    add(row, start, start, isHome, region, CubeValue(registered: weight), &deltas)
    add(row, start, end, isHome, region, CubeValue(ended: weight), &deltas)
    if let closed = row[closedOn] {
      let filled = sign * min(row[filled] ?? 0, row[openings] ?? 0)
      add(row, start, closed, isHome, region, CubeValue(closed: weight, filled: filled), &deltas)
    }
  }

  /// Adds what happened on `day`.
  private func add(
    _ row: FactView, _ start: Int, _ day: Int, _ isHome: Bool, _ region: Int, _ value: CubeValue,
    _ deltas: inout CubeDeltas
  ) {
    let month = Day(ordinal: day).monthOrdinal
    let isCopy = row[copy] == 1
    func add(_ dimension: Int, _ code: Int) {
      deltas.add(
        value,
        to: CubeKey(
          dataset: isCopy ? CubeDataset.copies : dataset, dimension: dimension, month: month,
          region: isHome ? region : region / 10_000 * 10_000, code: code))
    }
    add(Dimension.total.rawValue, 0)
    guard isHome, !isCopy else { return }
    add(Dimension.level.rawValue, Dimension.levelNumber(title: row[level.title], skill: row[level.skill]))
    add(Dimension.age.rawValue, years(row, start))
    for (dimension, place) in plain { add(dimension, row[place] ?? 0) }
    for dimension in absent { add(dimension, 0) }
  }

  /// Postings: what they ask for; seekers: full years at registration. 0: none.
  private func years(_ row: FactView, _ start: Int) -> Int {
    if let lowPlace = age.low, let highPlace = age.high {
      return Dimension.wantedAge(low: row[lowPlace], high: row[highPlace])
    }
    guard let birth = row[age.birth] else { return 0 }
    let (born, registered) = (Day(ordinal: birth).components, Day(ordinal: start).components)
    let hadBirthday = (registered.month, registered.day) >= (born.month, born.day)
    return max(registered.year - born.year - (hadBirthday ? 0 : 1), 1)
  }
}
