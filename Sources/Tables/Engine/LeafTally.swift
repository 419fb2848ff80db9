import Domain
import Warehouse

/// Takes the rows of a scan and makes the cells of its leaves.
///
/// Rows that hit the same leaves in the same place and row of the table are of one pattern; there are some thousands. What
/// adds up (counts, sketches) is kept by pattern and added up at the end. Contributors do not add up: of each row its
/// contributor and pattern are kept, in sixteen bytes, and gone through by contributor.
struct LeafTally {
  let scan: LeafScan
  /// The city, its counties, what lies in the city and in none of them.
  let placeCount: Int
  var rows: TallyRows
  private let layout: ScanSelect.Layout
  /// What the codes of everything in the city begin with.
  private let city: String
  /// Places by the hash of a region's code; nil: outside the city.
  private var regions: [UInt64: Int?]
  let orders: Int
  let keepsContributors: Bool
  var patterns: TallyPatterns
  /// Of each row that hits something, where somebody contributes.
  var records: [TallyRecord] = []
  /// Values of the columns that are no counts.
  var items: [[TallyItem]]
  private var powers: [UInt64]
  private var mask: [UInt64]

  /// - Parameters:
  ///   - known: keys of the rows of the table; nil: all that occur.
  ///   - folded: those that are added to the rest.
  ///   - orders: of sketches; 0 for none.
  init(
    _ scan: LeafScan, _ layout: ScanSelect.Layout, _ places: TablePlaces, known: Set<String>?, folded: Set<String>,
    orders: Int
  ) {
    self.scan = scan
    self.layout = layout
    placeCount = places.counties.count + 2
    city = TablePlaces.prefix(places.city)
    var adds = true
    if case .each = scan.rows { adds = false }
    rows = TallyRows(known: known, folded: folded, parts: scan.parts.map(\.key), addsUp: adds)
    regions = Dictionary(
      places.counties.enumerated().map { number, code in
        (Array(code.utf8).withUnsafeBytes { RowHash.of($0) }, number + 1)
      },
      uniquingKeysWith: { first, _ in first })
    keepsContributors = scan.dataset.contributor == .person || scan.dataset.contributor == .unit
    self.orders = keepsContributors && layout.key != nil ? orders : 0
    items = Array(repeating: [], count: scan.columns.count)
    powers = Array(repeating: 0, count: self.orders)
    let words = (scan.columns.count + 63) / 64
    mask = Array(repeating: 0, count: words)
    patterns = TallyPatterns(words: words, orders: self.orders)
  }

  /// Takes one row; gives the number of its pattern, nil where it hits nothing that has one.
  ///
  /// - Throws: `PipelineError` TF702 where a row of the table would be a person.
  @discardableResult
  mutating func add(_ row: GuardedStatement) throws -> Int? {
    let own = place(of: row)
    let place = own ?? placeCount - 1
    let contributor = keepsContributors ? layout.contributor.map(row.hash) ?? RowHash.missing : RowHash.missing
    let main = try mainRow(row)
    var parts: UInt16 = 0
    for (part, position) in layout.parts.enumerated() where row.isTrue(position) { parts |= 1 << UInt16(part) }
    var isHit = false
    // What reads `:place` says by itself where a row belongs.
    for (number, column) in scan.columns.enumerated() where own != nil || column.place != nil {
      let position = layout.values[number][0]
      guard case .count = column.tally else {
        if !row.isNull(position) {
          addItem(row, column: number, of: contributor, main, place: place, parts: parts)
          if column.tally == .sum || column.tally == .distinct {
            isHit = true
            mask[number >> 6] |= 1 << UInt64(number & 63)
          }
        }
        continue
      }
      guard row.isTrue(position) else { continue }
      isHit = true
      mask[number >> 6] |= 1 << UInt64(number & 63)
    }
    guard isHit else { return nil }
    if orders > 0, let key = layout.key { RowSketch.powers(row.hash(key), into: &powers) }
    let pattern = patterns.add(
      .init(row: Int32(main.row), total: Int32(main.total), place: UInt16(place), parts: parts), mask, powers,
      key: { orders > 0 ? layout.key.flatMap(row.text) : nil })
    if keepsContributors { records.append(TallyRecord(contributor: contributor, pattern: Int32(pattern))) }
    for word in mask.indices { mask[word] = 0 }
    return pattern
  }

  /// Where a row counts: nil where its region is unknown (finding `region.missing`) or outside the city; a dataset without
  /// regions is the city's.
  private mutating func place(of row: GuardedStatement) -> Int? {
    guard let region = layout.region else { return placeCount - 1 }
    guard !row.isNull(region) else { return nil }
    let hash = row.hash(region)
    if let known = regions[hash] { return known }
    let place = row.text(region)?.hasPrefix(city) == true ? placeCount - 1 : nil
    regions[hash] = .some(place)
    return place
  }

  private mutating func addItem(
    _ row: GuardedStatement, column number: Int, of contributor: UInt64, _ main: (row: Int, total: Int), place: Int,
    parts: UInt16
  ) {
    let (column, positions) = (scan.columns[number], layout.values[number])
    var item = TallyItem(
      contributor: contributor, row: Int32(column.isTotal ? main.total : main.row),
      place: Int16(column.place ?? place), parts: column.isTotal ? 0 : parts)
    if case .distinct = column.tally {
      item.value = row.hash(positions[0])
    } else {
      item.value = row.double(positions[0]).bitPattern
      if positions.count > 1 { item.extra = row.double(positions[1]) }
    }
    items[number].append(item)
  }

  /// The row of the table, and the total that leaves of the total are counted in.
  private mutating func mainRow(_ row: GuardedStatement) throws -> (row: Int, total: Int) {
    guard layout.row != nil || layout.column != nil else { return (0, 0) }
    for position in [layout.row, layout.column].compactMap({ $0 }) where row.isBlob(position) {
      throw PipelineError(
        .personAxis, .config, at: scan.dataset.name, "表的行或列不能是个人 (证件号码等字段)", remedy: "改正 by 或 across: 换一个字段")
    }
    func text(_ position: Int?) -> String? { position.flatMap(row.text) }
    let column = layout.column.map(row.hash) ?? 0
    let total = layout.column == nil ? 0 : rows.total(column) { text(layout.column) }
    guard let key = layout.row else { return (total, total) }
    let number = rows.number(
      RowHash.combined(row.hash(key), column), { text(key) }, column: { text(layout.column) })
    return (number, total)
  }

  func cell(_ row: Int, _ column: Int, _ place: Int) -> Int {
    (row * scan.columns.count + column) * placeCount + place
  }

  var cellCount: Int { rows.names.count * scan.columns.count * placeCount }

  /// All rows and places that something in one row and place counts for.
  @inline(__always)
  func touched(_ row: Int, _ place: Int, _ parts: UInt16, isFixed: Bool, _ body: (Int, Int) -> Void) {
    body(row, place)
    let parent = rows.parents[row]
    if let parent { body(parent, place) }
    if !isFixed {
      body(row, 0)
      if let parent { body(parent, 0) }
    }
    var left = parts
    while left != 0 {
      let part = rows.parts[left.trailingZeroBitCount]
      body(part, place)
      if !isFixed { body(part, 0) }
      left &= left - 1
    }
  }

  /// The values of a column; there is nothing left.
  mutating func takeItems(_ column: Int) -> (items: [TallyItem], isFixed: Bool) {
    var taken: [TallyItem] = []
    swap(&taken, &items[column])
    return (taken, scan.columns[column].place != nil)
  }
}
