import Domain

/// Which cells of one table are hidden before tables are linked: those that the primary rules name, parts whose rest is
/// small, and the simplest complement, as if every row and county added up. Not proven by itself: the audit of the whole
/// system comes behind it. For counts of different values, which do not add up, it is what protects them.
struct LeafHiding {
  /// One leaf in one period: cells by place and row.
  struct Key: Hashable {
    let place: Int
    let part: String
  }

  private let evaluation: TableEvaluation
  private let limits: LeafLimits
  private let byLeaf: [String: [CellID: LeafCell]]

  init(_ evaluation: TableEvaluation, _ limits: LeafLimits) {
    self.evaluation = evaluation
    self.limits = limits
    var byLeaf: [String: [CellID: LeafCell]] = [:]
    for (id, cell) in evaluation.cells where id.place < evaluation.places.all.count {
      byLeaf["\(id.period)/\(id.figure)", default: [:]][id] = cell
    }
    self.byLeaf = byLeaf
  }

  /// The hidden cells of a leaf in a period.
  func hidden(_ figure: FigureDefinition, period: Int) -> Set<Key> {
    var cells: [Key: LeafCell] = [:]
    for (id, cell) in byLeaf["\(period)/\(figure.id)"] ?? [:] { cells[Key(place: id.place, part: id.part)] = cell }
    let kind = evaluation.dataset(of: figure)?.contributor
    var hidden = Set(cells.filter { limits.isSensitive($0.value, figure, kind) }.keys)
    hidden.formUnion(smallRests(figure, period: period))
    guard figure.kind.isAmount else { return hidden }
    complete(&hidden, cells)
    return hidden
  }

  /// Cells of a percent's part where few persons of the whole are not in it.
  private func smallRests(_ part: FigureDefinition, period: Int) -> Set<Key> {
    var found: Set<Key> = []
    for figure in evaluation.table.figures where evaluation.hasRest(figure) {
      guard case .percent(let body) = figure.kind, body.part == part.id, body.of.count == 1 else { continue }
      for (id, whole) in byLeaf["\(period)/\(body.of[0])"] ?? [:] {
        var own = id
        own.figure = part.id
        let rest = whole.value - (evaluation.cells[own]?.value ?? 0)
        if rest > 0, rest < Double(limits.leastPersons) { found.insert(Key(place: id.place, part: id.part)) }
      }
    }
    return found
  }

  /// Where one cell alone is hidden of what adds up, the smallest other one is hidden with it.
  private func complete(_ hidden: inout Set<Key>, _ cells: [Key: LeafCell]) {
    let parts = Set(evaluation.table.rows.listed?.filter { $0.part != nil }.map(\.key) ?? [])
    let places = Set(cells.keys.map(\.place)).sorted()
    let rows = Set(cells.keys.map(\.part)).sorted()
    var relations = places.map { place in
      [Key(place: place, part: Leaf.total)]
        + rows.filter { $0 != Leaf.total && !parts.contains($0) }.map { Key(place: place, part: $0) }
    }
    relations += rows.map { row in
      [Key(place: 0, part: row)] + places.filter { $0 > 0 }.map { Key(place: $0, part: row) }
    }
    relations = relations.map { $0.filter { cells[$0] != nil } }
    // All at once in each round, so that the order of rows and counties decides nothing.
    var more: Set<Key> = []
    repeat {
      hidden.formUnion(more)
      more.removeAll()
      for relation in relations where relation.count > 1 && relation.filter(hidden.contains).count == 1 {
        let open = relation.filter { !hidden.contains($0) && cells[$0]?.value != 0 }
          .sorted { (cells[$0]?.value ?? 0, $0.place, $0.part) < (cells[$1]?.value ?? 0, $1.place, $1.part) }
        if let next = open.first(where: { $0 != relation[0] }) ?? open.first { more.insert(next) }
      }
    } while !more.isEmpty
  }
}
