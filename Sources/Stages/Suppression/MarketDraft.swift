import Disclosure
import Domain
import Tables

/// Puts the cells of all regions and the sums between them together.
struct MarketDraft {
  /// Where a count stands in the bulletin.
  enum Place {
    case total
    /// What the total is made of.
    case flow
    /// The total of another table.
    case tableTotal
    case row
    /// A row that other figures of its table are made of: so many rows.
    case base(Int)
    /// A 小类, in a ranking where a region has it among the first.
    case ranked(String)
  }

  let period: Period
  let regions: [RegionRange]
  /// Codes of the occupations that each region's rankings list.
  let ranked: [Set<String>]
  let earlier: EarlierPattern
  let limits: CellLimits
  /// Patterns of periods beside this one: what is hidden there too tells readers less, and costs them less.
  let neighbours: [EarlierPattern]
  /// Whether what was shown with another value may be hidden.
  let hidesChanged: Bool
  /// Whether it is here for what it tells of another period: nothing more is shown or hidden of it.
  let isSettled: Bool
  private(set) var builder = CellSystemBuilder<Leaf>()
  /// Counts that stand in a table, with their values.
  private(set) var published: [(leaf: Leaf, value: Int)] = []
  /// Other names of a leaf: a row that is made of one part alone is that part, and may be of more in another measure.
  private(set) var names: [Leaf: Leaf] = [:]
  /// What parts are made of, in every region, and other names of parts.
  private(set) var sums: [DisclosedVintage.Sum] = []
  /// What was counted.
  private(set) var measures: Set<String> = []
  /// Leaves of which there is nothing.
  private(set) var zeros: Set<Leaf> = []
  /// Whether the data have changed since it was published: what is not proven of it may be protected all the same.
  private(set) var isStale = false
  /// Regions that lie in no other one have nothing in common.
  private let isNested: Bool

  init(
    period: Period, regions: [RegionRange], ranked: [Set<String>], earlier: EarlierPattern, limits: CellLimits,
    neighbours: [EarlierPattern], hidesChanged: Bool, isSettled: Bool
  ) {
    self.limits = limits
    self.neighbours = neighbours
    self.hidesChanged = hidesChanged
    self.isSettled = isSettled
    self.period = period
    self.regions = regions
    self.ranked = ranked
    self.earlier = earlier
    isNested = regions.dropFirst().allSatisfy { county in
      regions[0].numbers.contains(county.numbers.lowerBound) && regions[0].numbers.contains(county.numbers.upperBound)
    }
    if isNested {
      sums.append(
        DisclosedVintage.Sum(total: regions[0].code, parts: regions.dropFirst().map(\.code) + [Leaf.rest]))
    }
  }

  /// Adds one count of all regions, and that the city is the sum of its counties and the rest. The rest is of those whose
  /// county was not stated: nobody can be looked for there, so that it is unknown, but needs no protection of its own.
  ///
  /// - Parameters:
  ///   - place: where it stands; nil for nowhere.
  ///   - finding: why it is sensitive, from the value and the place of the region.
  mutating func add(
    _ values: [Int], _ measure: MarketMeasure, _ part: String, at place: Place?,
    finding: (Int, Int) -> PrimaryFinding?
  ) throws {
    measures.insert(measure.rawValue)
    let all = values + (isNested ? [values[0] - values.dropFirst().reduce(0, +)] : [])
    var numbers: [Int?] = []
    for (region, value) in all.enumerated() {
      let isRest = region == regions.count
      let cell = leaf(isRest ? Leaf.rest : regions[region].code, measure, part)
      guard value > 0 else {
        zeros.insert(cell)
        numbers.append(nil)
        continue
      }
      let weight = isRest ? nil : self.weight(of: place, region)
      let visibility = if let weight { visibility(cell, value, weight: weight, region) } else { Visibility.withheld }
      let protection =
        isRest ? nil : protection(cell, finding(value, region), visibility, isPrinted: weight != nil)
      // Tables print their zeros, so that what is hidden in them is known to be none.
      let least = weight == nil ? 0 : max(1, floor(cell, value))
      numbers.append(
        try builder.add(
          cell,
          Disclosure.Cell(
            value: value, visibility: visibility, protection: protection, least: least, isSettled: isSettled)))
    }
    if isNested, let city = numbers[0] { builder.addSum(total: city, parts: numbers.dropFirst().compactMap { $0 }) }
  }

  /// Adds the parts of a dimension and the rows made of them.
  ///
  /// - Parameters:
  ///   - values: by region, then by part.
  ///   - finding: why a cell is sensitive, from its value, the region's place and the parts that it is made of.
  mutating func add(
    _ parts: DimensionParts, _ values: [[Int]], _ measure: MarketMeasure,
    finding: (Int, Int, [Int]) -> PrimaryFinding?
  ) throws {
    let rows = parts.rows
    var names = parts.parts.map(\.name)
    for (row, places) in rows where places.count == 1 {
      if names[places[0]] == parts.parts[places[0]].name { names[places[0]] = row }
      for other in [row, parts.parts[places[0]].name] where other != names[places[0]] {
        alias(measure, other, names[places[0]])
      }
    }
    for part in parts.empty { for region in regions { zeros.insert(leaf(region.code, measure, part)) } }
    // In the order of the names: that of the parts follows the order in which codes were met.
    for (place, name) in names.enumerated().sorted(by: { $0.element < $1.element }) {
      let isRow = name != parts.parts[place].name
      let published =
        isRow
        ? rowPlace(parts, [name, parts.parts[place].name] + parts.parts[place].rows) : MarketDraft.place(ofPart: name)
      try add(values.map { $0[place] }, measure, name, at: published) { finding($0, $1, [place]) }
    }
    addSum(measure, Leaf.total, names.sorted())
    for (row, places) in rows where places.count > 1 {
      let sums = values.map { own in places.reduce(0) { $0 + own[$1] } }
      try add(sums, measure, row, at: rowPlace(parts, [row])) { finding($0, $1, places) }
      addSum(measure, row, places.map { names[$0] }.sorted())
    }
  }

  private func rowPlace(_ parts: DimensionParts, _ names: [String]) -> Place {
    let rows = names.map(parts.dependents).max() ?? 0
    return rows > 0 ? .base(rows) : .row
  }

  /// Rankings list 小类.
  private static func place(ofPart name: String) -> Place? {
    let code = name.split(separator: ":").last.map(String.init) ?? ""
    return LeafPart.minorGroup(code) == name ? .ranked(code) : nil
  }

  /// Adds that a cell is the sum of others, in every region.
  mutating func addSum(_ measure: MarketMeasure, _ total: String, _ parts: [String]) {
    sums.append(DisclosedVintage.Sum(measure: measure.rawValue, total: total, parts: parts))
    for region in regions.map(\.code) + [Leaf.rest] {
      guard let sum = builder.number(leaf(region, measure, total)) else { continue }
      builder.addSum(total: sum, parts: parts.compactMap { builder.number(leaf(region, measure, $0)) })
    }
  }

  /// Adds that a count is no more than another one of the same part, in every region.
  mutating func addBound(_ measure: MarketMeasure, atMost other: MarketMeasure, _ part: String) {
    for region in regions.map(\.code) {
      guard let own = builder.number(leaf(region, measure, part)),
        let whole = builder.number(leaf(region, other, part))
      else { continue }
      builder.addFact(CellFact([.init(1, cell: whole), .init(-1, cell: own)], lower: 0))
    }
  }

  private func leaf(_ region: String, _ measure: MarketMeasure, _ part: String) -> Leaf {
    Leaf(period, region, measure.rawValue, part)
  }

  /// Lets a part go by another name, in every region.
  private mutating func alias(_ measure: MarketMeasure, _ other: String, _ name: String) {
    guard names[leaf(regions[0].code, measure, other)] == nil else { return }
    for region in regions { names[leaf(region.code, measure, other)] = leaf(region.code, measure, name) }
    sums.append(DisclosedVintage.Sum(measure: measure.rawValue, total: other, parts: [name]))
  }

  /// A cell after what earlier editions did with it.
  private mutating func visibility(_ leaf: Leaf, _ value: Int, weight: Int, _ region: Int) -> Visibility {
    published.append((leaf, value))
    if isSettled {
      if let before = earlier.value(leaf), before != value { isStale = true }
      return earlier.shows(leaf) ? .known : .withheld
    }
    switch earlier.visibility(leaf, value: value) {
    case .hidden: return .withheld
    case .shown: return .known
    case .shownOtherwise where !hidesChanged || hasShareAsBefore(leaf, value): return .known
    case .shownOtherwise: return .publishable(cost: 16 * cost(leaf, value, weight, region))
    case nil: return .publishable(cost: cost(leaf, value, weight, region))
    }
  }

  /// Whether the share of a count that was shown with another value is so near the one before that a change of it, which
  /// other editions print, tells either.
  private func hasShareAsBefore(_ leaf: Leaf, _ value: Int) -> Bool {
    let all = Leaf(leaf.period, leaf.region, leaf.measure)
    guard let now = builder.cell(all)?.value, let before = earlier.former(all), let old = earlier.former(leaf) else {
      return false
    }
    return abs(value * before - old * now) * 5000 <= before * now
  }

  /// What readers lose: figures, the larger ones rather than the small ones of counties, and the more where the same count
  /// is shown of periods beside this one, since changes go with it.
  private func cost(_ leaf: Leaf, _ value: Int, _ weight: Int, _ region: Int) -> Int {
    let isHiddenElsewhere = neighbours.contains { $0.hides(leaf) }
    return weight * (Int.bitWidth - value.leadingZeroBitCount) * (region == 0 ? 2 : 1) * (isHiddenElsewhere ? 1 : 4)
  }

  /// What was shown before is a bound of what it has grown to: readers suppose that nothing was taken away.
  private func floor(_ leaf: Leaf, _ value: Int) -> Int {
    guard !isSettled, earlier.shows(leaf), let before = earlier.value(leaf), before <= value else { return 0 }
    return before
  }

  private func protection(
    _ leaf: Leaf, _ finding: PrimaryFinding?, _ visibility: Visibility, isPrinted: Bool
  ) -> Protection? {
    guard isSettled else { return limits.protection(finding) }
    guard isPrinted, visibility != .known, !earlier.lacksProof(leaf) else { return nil }
    // What was hidden for others' sake protects them no longer once it is known.
    return finding?.protection ?? (earlier.hides(leaf) ? Protection() : nil)
  }

  /// How much a reader loses; nil where the cell stands in no table. What the whole city lacks most is asked for first, and
  /// is not to be hidden for one county's sake where another county's figure serves.
  private func weight(of place: Place?, _ region: Int) -> Int? {
    switch place {
    case nil: nil
    case .total: 40
    case .flow, .tableTotal: 20
    case .row: 2
    case .base(let rows): 4 * rows
    case .ranked(let occupation): !ranked[region].contains(occupation) ? nil : region == 0 ? 4 : 1
    }
  }
}
