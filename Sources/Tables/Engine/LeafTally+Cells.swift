import Domain

extension LeafTally {
  /// The cells of the scan, after its last row; only those that something falls in. A tally gives them once.
  mutating func cells() -> [CellID: LeafCell] {
    let hits = patterns.places.indices.map { self.hits(of: $0) }
    let (counts, sketches, first) = added(hits)
    let facts = contributors(hits)
    var found: [CellID: LeafCell] = [:]
    for (number, column) in scan.columns.enumerated() {
      func cell(_ row: Int, _ place: Int) -> LeafCell? {
        let cell = self.cell(row, number, place)
        guard counts[cell] > 0 else { return nil }
        let sketch = orders > 0 ? RowSketch(sums: Array(sketches[cell * orders..<(cell + 1) * orders])) : nil
        return LeafCell(
          value: Double(counts[cell]), contributors: facts[cell], rows: counts[cell], sketch: sketch,
          witness: sketch.map { _ in patterns.witnesses[first[cell]] })
      }
      switch column.tally {
      case .count: each(column) { id, row, place in found[id] = cell(row, place) }
      case .sum:
        let (values, facts, same) = ItemTally(takeItems(number), self).sums()
        each(column) { id, row, place in
          found[id] = cell(row, place)
          found[id]?.value = values[row * placeCount + place]
          found[id]?.contributors = facts[row * placeCount + place]
          found[id]?.each = same[row * placeCount + place]
        }
      case .distinct:
        var tally = ItemTally(takeItems(number), self)
        add(tally.distinct(orders: orders), of: column, to: &found)
        each(column) { id, row, place in
          guard let rows = cell(row, place), let sketch = rows.sketch else { return }
          found[id]?.behind = (rows.rows, sketch)
          found[id]?.witness = rows.witness
        }
      case .quantile(let at): add(ItemTally(takeItems(number), self).quantiles(at), of: column, to: &found)
      case .duration(let at): add(ItemTally(takeItems(number), self).durations(at), of: column, to: &found)
      }
    }
    return found
  }

  private func add(_ cells: [LeafCell?], of column: LeafColumn, to found: inout [CellID: LeafCell]) {
    each(column) { id, row, place in found[id] = cells[row * placeCount + place] }
  }

  private func each(_ column: LeafColumn, _ body: (CellID, Int, Int) -> Void) {
    for (row, name) in rows.names.enumerated() {
      for place in column.place.map({ [$0] }) ?? Array(0..<placeCount) {
        body(
          CellID(figure: column.figure, period: column.period, place: place, row: name.row, column: name.column), row,
          place)
      }
    }
  }

  /// The cells that a row of a pattern counts in, with those of sums apart.
  private struct Hits {
    var counts: [Int] = []
    var sums: [Int] = []
  }

  private func hits(of pattern: Int) -> Hits {
    let place = patterns.places[pattern]
    var hits = Hits()
    for (word, bits) in patterns.mask(pattern).enumerated() {
      var left = bits
      while left != 0 {
        let number = word << 6 + left.trailingZeroBitCount
        left &= left - 1
        let column = scan.columns[number]
        touched(
          Int(column.isTotal ? place.total : place.row), column.place ?? Int(place.place),
          column.isTotal ? 0 : place.parts, isFixed: column.place != nil
        ) { row, place in
          if case .count = column.tally {
            hits.counts.append(cell(row, number, place))
          } else {
            hits.sums.append(cell(row, number, place))
          }
        }
      }
    }
    return hits
  }

  /// The cells that the rows of a pattern lie in.
  func places(of pattern: Int) -> [CellID] {
    let hits = hits(of: pattern)
    return (hits.counts + hits.sums).map { cell in
      let (place, rest) = (cell % placeCount, cell / placeCount)
      let (column, name) = (scan.columns[rest % scan.columns.count], rows.names[rest / scan.columns.count])
      return CellID(
        figure: column.figure, period: column.period, place: place, row: name.row, column: name.column)
    }
  }

  /// Rows, sketches and the first pattern of each cell.
  private func added(_ hits: [Hits]) -> (counts: [Int], sketches: [UInt64], first: [Int]) {
    var counts = [Int](repeating: 0, count: cellCount)
    var sketches = [UInt64](repeating: 0, count: cellCount * orders)
    var first = [Int](repeating: 0, count: cellCount)
    for (pattern, own) in hits.enumerated() {
      let sketch = Array(patterns.sketch(pattern))
      for cell in own.counts + own.sums {
        if counts[cell] == 0 { first[cell] = pattern }
        counts[cell] += patterns.counts[pattern]
        for order in 0..<orders {
          sketches[cell * orders + order] = RowSketch.add(sketches[cell * orders + order], sketch[order])
        }
      }
    }
    return (counts, sketches, first)
  }

  /// Of counts, by cell.
  private mutating func contributors(_ hits: [Hits]) -> [Contributors] {
    var taken: [TallyRecord] = []
    swap(&taken, &records)
    taken.sort { $0.contributor < $1.contributor }
    var pass = ContributorPass(cells: cellCount)
    // Most contributors have one row: they give 1 to each cell that it hits.
    var single = [Int](repeating: 0, count: hits.count)
    var start = 0
    while start < taken.count {
      var end = start + 1
      while end < taken.count, taken[end].contributor == taken[start].contributor { end += 1 }
      if end == start + 1 {
        single[Int(taken[start].pattern)] += 1
      } else {
        pass.begin(taken[start].contributor)
        for record in taken[start..<end] { for cell in hits[Int(record.pattern)].counts { pass.add(cell, 1) } }
      }
      start = end
    }
    pass.flush()
    for (pattern, count) in single.enumerated() where count > 0 {
      for cell in hits[pattern].counts { pass.add(cell, ones: count) }
    }
    return pass.facts
  }
}
