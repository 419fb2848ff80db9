import Domain

extension TableEvaluation {
  /// The name of a cell of a leaf for disclosure control.
  func leaf(_ id: CellID) -> Leaf {
    let regions = places.all
    return Leaf(
      periods[id.period], regions.indices.contains(id.place) ? regions[id.place] : Leaf.rest,
      "\(table.id).\(id.figure)", id.part)
  }

  /// Everything that whoever sees a figure learns something of.
  func leaves(of figure: FigureDefinition, _ id: CellID) -> [Leaf] {
    var found: [CellID] = []
    collect(figure.id, id, into: &found)
    var seen: Set<CellID> = []
    return found.filter { seen.insert($0).inserted }.map(leaf)
  }

  private func collect(_ name: String, _ id: CellID, into found: inout [CellID]) {
    guard let figure = table.figure(name), !missing.contains(name) else { return }
    var id = id
    id.figure = name
    if !figure.places.holds(id.row) {
      guard figure.servesEveryRow else { return }
      id.row = FigureDefinition.total
    }
    if figure.kind.isLeaf {
      if figure.across == nil { id.column = nil }
      if stands(figure, id) { found.append(id) }
      return
    }
    for input in figure.kind.inputs { collect(input, id, into: &found) }
    switch figure.kind {
    case .share(let share):
      var whole = id
      whole.row = wholeRow(of: id.row)
      collect(share.of, whole, into: &found)
    case .percent where hasRest(figure): found.append(id)
    default: break
    }
  }

  /// Whether a percent tells of those who are not in its part: 19 of 20 tell of one. What is open tells nothing new.
  func hasRest(_ figure: FigureDefinition) -> Bool {
    guard case .percent(let percent) = figure.kind, let part = table.figure(percent.part), part.kind.isLeaf,
      part.openReason == nil, dataset(of: part)?.contributor == .person, missing.isDisjoint(with: [part.id])
    else { return false }
    return percent.of.allSatisfy { name in
      table.figure(name).map { $0.kind.isLeaf && !missing.contains(name) } ?? false
    }
  }

  /// The cell of a percent's denominator figure: that of the same row, or of the total for one that serves every row.
  func input(_ name: String, _ id: CellID) -> (figure: FigureDefinition, id: CellID)? {
    guard let figure = table.figure(name) else { return nil }
    var id = id
    id.figure = name
    if !figure.places.holds(id.row) {
      guard figure.servesEveryRow else { return nil }
      id.row = FigureDefinition.total
    }
    return (figure, id)
  }
}
