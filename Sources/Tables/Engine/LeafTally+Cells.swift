import Domain

extension LeafTally {
  /// The cells of the scan, after its last row; only those that something falls in. A tally gives them once.
  mutating func cells() -> [CellID: LeafCell] {
    addUp()
    let facts = contributors()
    var found: [CellID: LeafCell] = [:]
    for (number, column) in scan.columns.enumerated() {
      switch column.tally {
      case .count, .sum:
        each(column) { id, row, place in
          let cell = cell(row, number, place)
          guard counts[cell] > 0 else { return }
          let sketch = sketchOrders > 0 ? Array(sketches[cell * sketchOrders..<(cell + 1) * sketchOrders]) : nil
          found[id] = LeafCell(
            value: values[cell], contributors: facts[cell], rows: counts[cell],
            sketch: sketch.map(RowSketch.init(sums:)))
        }
      case .distinct:
        var tally = ItemTally(takeItems(number), self)
        let (counts, sketches) = tally.distinct(orders: sketchOrders)
        let facts = tally.distinctContributors()
        each(column) { id, row, place in
          let cell = row * placeCount + place
          guard counts[cell] > 0 else { return }
          found[id] = LeafCell(
            value: Double(counts[cell]), contributors: facts[cell], rows: counts[cell],
            sketch: sketches.isEmpty ? nil : sketches[cell])
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

  /// Of counts and sums, by cell.
  private mutating func contributors() -> [Contributors] {
    var pass = ContributorPass(cells: counts.count)
    let records = takeHits()
    for record in records.records {
      pass.begin(record.contributor)
      var sum = Int(record.sums)
      for word in 0..<records.words {
        var left = records.masks[Int(record.mask) * records.words + word]
        while left != 0 {
          let number = word << 6 + left.trailingZeroBitCount
          left &= left - 1
          let column = scan.columns[number]
          var value = 1.0
          if case .sum = column.tally {
            value = records.sums[sum]
            sum += 1
          }
          let (row, place) = (Int(column.isTotal ? record.total : record.row), column.place ?? Int(record.place))
          touched(row, place, column.isTotal ? 0 : record.parts, isFixed: column.place != nil) { row, place in
            pass.add(cell(row, number, place), value)
          }
        }
      }
    }
    pass.flush()
    return pass.facts
  }

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

  private mutating func takeItems(_ column: Int) -> (items: [TallyItem], isFixed: Bool) {
    (takenItems(column), scan.columns[column].place != nil)
  }
}
