import Domain

extension FigureDefinition {
  /// True of a leaf that is counted place by place, as it reads `:place`: it never adds up over places.
  var readsPlace: Bool {
    let own: [Condition?] =
      switch kind {
      case .count(let body): [body.condition]
      case .sum(let body): [body.of]
      case .distinct(let body): [body.of]
      case .quantile(let body): [body.of, body.weight]
      case .duration(let body): [body.from, body.to]
      case .percent, .ratio, .difference, .share: []
      }
    return (own + [condition]).contains { $0.map { BindTemplate($0.sql).names.contains("place") } ?? false }
  }
}
