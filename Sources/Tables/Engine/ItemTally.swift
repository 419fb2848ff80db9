import Domain

/// Makes the cells of one leaf whose values do not add up: all its values are sorted once.
struct ItemTally {
  private var items: [TallyItem]
  private let isFixed: Bool
  private let tally: LeafTally
  private let cellCount: Int

  init(_ taken: (items: [TallyItem], isFixed: Bool), _ tally: LeafTally) {
    (items, isFixed) = taken
    self.tally = tally
    cellCount = tally.rows.names.count * tally.placeCount
  }

  @inline(__always)
  private func touched(_ item: TallyItem, _ body: (Int) -> Void) {
    tally.touched(Int(item.row), Int(item.place), item.parts, isFixed: isFixed) { row, place in
      body(row * tally.placeCount + place)
    }
  }

  /// Sums, who contributes to them, and what each row adds where all add the same.
  func sums() -> (values: [Double], contributors: [Contributors], each: [Double?]) {
    var values = [Double](repeating: 0, count: cellCount)
    var extremes = [(least: Double, most: Double)](repeating: (.infinity, -.infinity), count: cellCount)
    for item in items {
      touched(item) {
        values[$0] += item.number
        extremes[$0] = (min(extremes[$0].least, item.number), max(extremes[$0].most, item.number))
      }
    }
    let each = extremes.map { $0.least == $0.most ? $0.least : nil }
    guard tally.keepsContributors else { return (values, Array(repeating: Contributors(), count: cellCount), each) }
    return (values, contributors(by: \.number).facts, each)
  }

  /// How many different values each cell has.
  mutating func distinct(orders: Int) -> [LeafCell?] {
    items.sort { $0.value < $1.value }
    var cells = [LeafCell?](repeating: nil, count: cellCount)
    var sums = [UInt64](repeating: 0, count: cellCount * orders)
    var powers = [UInt64](repeating: 0, count: orders)
    var seen = [Int](repeating: -1, count: cellCount)
    var group = -1
    var last: UInt64?
    for item in items {
      if item.value != last {
        last = item.value
        group += 1
        RowSketch.powers(item.value, into: &powers)
      }
      touched(item) { cell in
        guard seen[cell] != group else { return }
        seen[cell] = group
        cells[cell] = cells[cell] ?? LeafCell(value: 0, rows: 0)
        cells[cell]?.value += 1
        cells[cell]?.rows += 1
        for order in 0..<orders {
          sums[cell * orders + order] = RowSketch.add(sums[cell * orders + order], powers[order])
        }
      }
    }
    let facts = distinctContributors()
    for cell in cells.indices where cells[cell] != nil {
      cells[cell]?.contributors = facts[cell]
      if orders > 0 { cells[cell]?.sketch = RowSketch(sums: Array(sums[cell * orders..<(cell + 1) * orders])) }
    }
    return cells
  }

  /// How many different values each contributor gives.
  private mutating func distinctContributors() -> [Contributors] {
    items.sort { ($0.contributor, $0.value) < ($1.contributor, $1.value) }
    var pass = ContributorPass(cells: cellCount)
    var seen = [Int](repeating: -1, count: cellCount)
    var group = -1
    var last: UInt64?
    for item in items {
      if pass.begin(item.contributor) || item.value != last {
        last = item.value
        group += 1
      }
      touched(item) { cell in
        guard seen[cell] != group else { return }
        seen[cell] = group
        pass.add(cell, 1)
      }
    }
    pass.flush()
    return pass.facts
  }

  /// Weighted quantiles.
  func quantiles(_ at: [Double]) -> [LeafCell?] {
    let facts = rested(by: \.extra)
    var searches = facts.map { $0.map { QuantileFigure.Search(at: at, weight: $0.contributors.sum) } }
    for item in items.sorted(by: { $0.number < $1.number }) {
      touched(item) { searches[$0]?.add(item.number, weight: item.extra) }
    }
    return zip(facts, searches).map { cell, search in
      guard var cell, let search else { return nil }
      cell.quantiles = search.values
      return cell
    }
  }

  /// Kaplan and Meier's estimates of spells.
  func durations(_ at: [Double]) -> [LeafCell?] {
    let facts = rested { _ in 1 }
    var estimates = facts.map { $0.map { DurationFigure.Estimate(at: at, spells: $0.rows) } }
    var group: [Int: (spells: Int, ended: Int)] = [:]
    let sorted = items.sorted { $0.number < $1.number }
    for (index, item) in sorted.enumerated() {
      touched(item) { cell in
        var own = group[cell] ?? (0, 0)
        own.spells += 1
        own.ended += item.extra == 0 ? 0 : 1
        group[cell] = own
      }
      guard index + 1 == sorted.count || sorted[index + 1].number != item.number else { continue }
      for (cell, own) in group { estimates[cell]?.add(item.number, spells: own.spells, ended: own.ended) }
      group.removeAll(keepingCapacity: true)
    }
    return zip(facts, estimates).map { cell, estimate in
      guard var cell, let estimate else { return nil }
      cell.quantiles = estimate.values
      return cell
    }
  }

  /// Cells without their quantiles: what they rest on.
  private func rested(by weight: (TallyItem) -> Double) -> [LeafCell?] {
    let (rows, facts) = contributors(by: weight)
    return (0..<cellCount).map { cell in
      rows[cell] == 0 ? nil : LeafCell(value: facts[cell].sum, contributors: facts[cell], rows: rows[cell])
    }
  }

  private func contributors(by weight: (TallyItem) -> Double) -> (rows: [Int], facts: [Contributors]) {
    var pass = ContributorPass(cells: cellCount)
    var rows = [Int](repeating: 0, count: cellCount)
    for item in items.sorted(by: { $0.contributor < $1.contributor }) {
      pass.begin(item.contributor)
      touched(item) { cell in
        rows[cell] += 1
        pass.add(cell, weight(item))
      }
    }
    pass.flush()
    return (rows, pass.facts)
  }
}
