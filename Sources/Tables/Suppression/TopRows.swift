import Domain

/// Which rows of a table with `top` are added to the rest: all but the largest of those that may be printed.
struct TopRows {
  private let top: TableDefinition.Top
  private let rules: DisclosureRules

  init(_ top: TableDefinition.Top, _ rules: DisclosureRules) {
    self.top = top
    self.rules = rules
  }

  func folded(_ evaluation: TableEvaluation) -> Set<String> {
    guard let figure = evaluation.table.figure(top.figure) else { return [] }
    let table = evaluation.table
    let hiding = LeafHiding(evaluation, LeafLimits(rules, table.audience))
    var hidden: [String: Set<LeafHiding.Key>] = [:]
    for leaf in table.leaves(of: figure.id).compactMap(table.figure) {
      hidden[leaf.id] = hiding.hidden(leaf, period: 0)
    }
    let keys = evaluation.rows.filter { row in
      row.part == nil && row.key != FigureDefinition.total && row.key != FigureDefinition.rest
    }.map(\.key)
    let ranked = keys.compactMap { key -> (key: String, value: Double)? in
      let id = CellID(figure: figure.id, period: 0, place: 0, row: key)
      let isHidden = table.leaves(of: figure.id).contains { leaf in
        hidden[leaf]?.contains(LeafHiding.Key(place: 0, part: key)) ?? false
      }
      guard !isHidden, case .number(let value)? = evaluation.numbers(figure, id).first else { return nil }
      return (key, value)
    }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return Set(keys).subtracting(ranked.prefix(top.count).map(\.key))
  }
}
