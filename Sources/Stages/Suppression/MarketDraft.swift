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
    /// A 小类, in a ranking where a region has it among the first.
    case ranked(String)
  }

  let period: Period
  let regions: [RegionRange]
  /// Codes of the occupations that each region's rankings list.
  let ranked: [Set<String>]
  let earlier: EarlierPattern
  private(set) var builder = CellSystemBuilder<Leaf>()
  /// Counts that stand in a table, with their values.
  private(set) var published: [(leaf: Leaf, value: Int)] = []
  /// Other names of a leaf: a row that is made of one part alone is that part, and may be of more in another measure.
  private(set) var names: [Leaf: Leaf] = [:]
  /// Leaves of which there is nothing.
  private(set) var zeros: Set<Leaf> = []
  /// Regions that lie in no other one have nothing in common.
  private let isNested: Bool

  init(period: Period, regions: [RegionRange], ranked: [Set<String>], earlier: EarlierPattern) {
    self.period = period
    self.regions = regions
    self.ranked = ranked
    self.earlier = earlier
    isNested = regions.dropFirst().allSatisfy { county in
      regions[0].numbers.contains(county.numbers.lowerBound) && regions[0].numbers.contains(county.numbers.upperBound)
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
      let visibility = isRest ? .withheld : visibility(cell, value, place, region)
      numbers.append(
        try builder.add(
          cell,
          Disclosure.Cell(
            value: value, visibility: visibility, protection: isRest ? nil : finding(value, region)?.protection)))
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
      let published = isRow ? .row : MarketDraft.place(ofPart: name)
      try add(values.map { $0[place] }, measure, name, at: published) { finding($0, $1, [place]) }
    }
    addSum(measure, Leaf.total, names.sorted())
    for (row, places) in rows where places.count > 1 {
      let sums = values.map { own in places.reduce(0) { $0 + own[$1] } }
      try add(sums, measure, row, at: .row) { finding($0, $1, places) }
      addSum(measure, row, places.map { names[$0] }.sorted())
    }
  }

  /// Rankings list 小类.
  private static func place(ofPart name: String) -> Place? {
    let code = name.split(separator: ":").last.map(String.init) ?? ""
    return LeafPart.minorGroup(code) == name ? .ranked(code) : nil
  }

  /// Adds that a cell is the sum of others, in every region.
  mutating func addSum(_ measure: MarketMeasure, _ total: String, _ parts: [String]) {
    for region in regions.map(\.code) + [Leaf.rest] {
      guard let sum = builder.number(leaf(region, measure, total)) else { continue }
      builder.addSum(total: sum, parts: parts.compactMap { builder.number(leaf(region, measure, $0)) })
    }
  }

  private func leaf(_ region: String, _ measure: MarketMeasure, _ part: String) -> Leaf {
    Leaf(period, region, measure.rawValue, part)
  }

  /// Lets a part go by another name, in every region.
  private mutating func alias(_ measure: MarketMeasure, _ other: String, _ name: String) {
    for region in regions { names[leaf(region.code, measure, other)] = leaf(region.code, measure, name) }
  }

  /// A cell after what earlier editions did with it.
  private mutating func visibility(_ leaf: Leaf, _ value: Int, _ place: Place?, _ region: Int) -> Visibility {
    guard let weight = place.flatMap({ weight(of: $0, region) }) else { return .withheld }
    published.append((leaf, value))
    switch earlier.visibility(leaf, value: value) {
    case .hidden: return .withheld
    case .shown: return .known
    // Small cells of counties go first: the loss grows with the number of digits, and the city is read most.
    case nil: return .publishable(cost: weight * (Int.bitWidth - value.leadingZeroBitCount) * (region == 0 ? 2 : 1))
    }
  }

  /// How much a reader loses; nil where the cell stands in no table.
  private func weight(of place: Place, _ region: Int) -> Int? {
    switch place {
    case .total: 40
    case .flow, .tableTotal: 20
    case .row: 2
    case .ranked(let occupation): ranked[region].contains(occupation) ? 1 : nil
    }
  }
}
