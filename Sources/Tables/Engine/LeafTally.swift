import Domain
import Warehouse

/// Takes the rows of a scan and makes the cells of its leaves.
///
/// Counts and sums are added where they fall at the finest (one row, one county) and added up at the end. Contributors
/// do not add up: what each row hits is kept in some thirty bytes, and gone through by contributor.
struct LeafTally {
  let scan: LeafScan
  /// The city, its counties, what lies in none of them.
  let placeCount: Int
  var rows: TallyRows
  private let regions: [UInt64: Int]
  private let orders: Int
  private let keepsContributors: Bool
  /// Where the values of each column begin in a row of the result.
  private let starts: [Int]
  /// By row, column and place.
  private(set) var counts: [Int] = []
  private(set) var values: [Double] = []
  private(set) var sketches: [UInt64] = []
  private(set) var hits: HitRecords
  /// Values of the columns that do not add up.
  private(set) var items: [[TallyItem]]
  private var powers: [UInt64]
  private var mask: [UInt64]
  private var sums: [Double] = []

  /// - Parameters:
  ///   - known: keys of the rows of the table; nil: all that occur.
  ///   - folded: those that are added to the rest.
  ///   - orders: of sketches; 0 for none.
  init(_ scan: LeafScan, _ places: TablePlaces, known: Set<String>?, folded: Set<String>, orders: Int) {
    self.scan = scan
    placeCount = places.counties.count + 2
    var adds = true
    if case .each = scan.rows { adds = false }
    rows = TallyRows(known: known, folded: folded, parts: scan.parts.map(\.key), addsUp: adds)
    regions = Dictionary(
      places.counties.enumerated().map { number, code in
        (Array(code.utf8).withUnsafeBytes { RowHash.of($0) }, number + 1)
      },
      uniquingKeysWith: { first, _ in first })
    keepsContributors = scan.dataset.contributor == .person || scan.dataset.contributor == .unit
    self.orders = keepsContributors && scan.dataset.column("entry") != nil ? orders : 0
    var start = LeafScan.fixed + scan.parts.count
    starts = scan.columns.map { column in
      defer { start += column.tally.width }
      return start
    }
    items = Array(repeating: [], count: scan.columns.count)
    powers = Array(repeating: 0, count: self.orders)
    mask = Array(repeating: 0, count: (scan.columns.count + 63) / 64)
    hits = HitRecords(words: (scan.columns.count + 63) / 64)
  }

  var sketchOrders: Int { orders }

  func cell(_ row: Int, _ column: Int, _ place: Int) -> Int {
    (row * scan.columns.count + column) * placeCount + place
  }

  /// Takes one row.
  ///
  /// - Throws: `PipelineError` TF702 where a row of the table would be a person.
  mutating func add(_ row: GuardedStatement) throws {
    let place = row.isNull(0) ? placeCount - 1 : regions[row.hash(0)] ?? placeCount - 1
    let contributor = !keepsContributors || row.isNull(1) ? RowHash.missing : row.hash(1)
    let main = try mainRow(row)
    grow()
    var parts: UInt16 = 0
    for part in scan.parts.indices where row.isTrue(LeafScan.fixed + part) { parts |= 1 << UInt16(part) }
    if orders > 0 { RowSketch.powers(row.hash(2), into: &powers) }
    var isHit = false
    for (number, column) in scan.columns.enumerated() {
      let start = starts[number]
      guard !row.isNull(start) else { continue }
      let target = column.isTotal && main.total != nil ? main.total ?? 0 : main.row
      switch column.tally {
      case .count:
        guard row.isTrue(start) else { continue }
        hit(number, target, column.place ?? place, column.isTotal ? 0 : parts, 1)
      case .sum:
        let value = row.double(start)
        hit(number, target, column.place ?? place, column.isTotal ? 0 : parts, value)
        if keepsContributors { sums.append(value) }
      case .distinct, .quantile, .duration:
        var item = TallyItem(
          contributor: contributor, row: Int32(target), place: Int16(column.place ?? place),
          parts: column.isTotal ? 0 : parts)
        if case .distinct = column.tally {
          item.value = row.hash(start)
        } else {
          item.value = row.double(start).bitPattern
          item.extra = row.double(start + 1)
        }
        items[number].append(item)
        continue
      }
      isHit = true
      mask[number >> 6] |= 1 << UInt64(number & 63)
    }
    guard isHit else { return }
    if keepsContributors {
      hits.add(contributor, row: main.row, total: main.total ?? main.row, place: place, parts: parts, mask, sums)
      sums.removeAll(keepingCapacity: true)
    }
    for word in mask.indices { mask[word] = 0 }
  }

  /// The row of the table, and the total that leaves of the total are counted in.
  private mutating func mainRow(_ row: GuardedStatement) throws -> (row: Int, total: Int?) {
    if case .total = scan.rows, scan.across == nil { return (0, 0) }
    guard !row.isBlob(3), !row.isBlob(4) else {
      throw PipelineError(
        702, .config, at: scan.dataset.name, "表的行或列不能是个人 (证件号码等字段)", remedy: "改正 by 或 across: 换一个字段")
    }
    let column = row.hash(4)
    let total = scan.across == nil ? 0 : rows.total(column) { row.text(4) }
    if case .total = scan.rows { return (total, total) }
    let number = rows.number(RowHash.combined(row.hash(3), column), { row.text(3) }, column: { row.text(4) })
    return (number, total)
  }

  private mutating func grow() {
    let cells = rows.names.count * scan.columns.count * placeCount
    guard counts.count < cells else { return }
    counts += Array(repeating: 0, count: cells - counts.count)
    values += Array(repeating: 0, count: cells - values.count)
    sketches += Array(repeating: 0, count: cells * orders - sketches.count)
  }

  @inline(__always)
  private mutating func hit(_ column: Int, _ row: Int, _ place: Int, _ parts: UInt16, _ value: Double) {
    count(cell(row, column, place), value)
    var left = parts
    while left != 0 {
      count(cell(rows.parts[left.trailingZeroBitCount], column, place), value)
      left &= left - 1
    }
  }

  @inline(__always)
  private mutating func count(_ cell: Int, _ value: Double) {
    counts[cell] += 1
    values[cell] += value
    let start = cell * orders
    for order in 0..<orders { sketches[start + order] = RowSketch.add(sketches[start + order], powers[order]) }
  }

  /// What each row hits, by contributor; there is nothing left.
  mutating func takeHits() -> HitRecords {
    var taken = HitRecords(words: hits.words)
    swap(&taken, &hits)
    taken.sort()
    return taken
  }

  /// The values of a column; there is nothing left.
  mutating func takenItems(_ column: Int) -> [TallyItem] {
    var taken: [TallyItem] = []
    swap(&taken, &items[column])
    return taken
  }

  /// Adds counts and sums up over rows and counties.
  mutating func addUp() {
    grow()
    for (row, parent) in rows.parents.enumerated() {
      guard let parent else { continue }
      for column in scan.columns.indices where !scan.columns[column].isTotal {
        for place in 0..<placeCount { add(cell(row, column, place), to: cell(parent, column, place)) }
      }
    }
    for row in rows.names.indices {
      for column in scan.columns.indices where scan.columns[column].place == nil {
        for place in 1..<placeCount { add(cell(row, column, place), to: cell(row, column, 0)) }
      }
    }
  }

  private mutating func add(_ cell: Int, to total: Int) {
    guard counts[cell] > 0 else { return }
    counts[total] += counts[cell]
    values[total] += values[cell]
    for order in 0..<orders {
      sketches[total * orders + order] = RowSketch.add(
        sketches[total * orders + order], sketches[cell * orders + order])
    }
  }
}
