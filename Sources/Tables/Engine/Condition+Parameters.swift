import Domain
import Warehouse

extension Condition {
  /// The parameters that it names, without the colon.
  var parameters: Set<String> {
    Set(((try? SQLToken.all(in: sql)) ?? []).filter { $0.kind == .parameter }.map(\.text))
  }
}

extension FigureDefinition {
  /// All SQL of a leaf.
  var expressions: [Condition] {
    let own: [Condition?] =
      switch kind {
      case .count(let body): [body.condition]
      case .sum(let body): [body.of]
      case .distinct(let body): [body.of]
      case .quantile(let body): [body.of, body.weight]
      case .duration(let body): [body.from, body.to]
      case .percent, .ratio, .difference, .share: []
      }
    return (own + [condition, across?.field]).compactMap { $0 }
  }

  /// True of a leaf that is counted place by place, as it reads `:place`: it never adds up over places.
  var readsPlace: Bool { expressions.contains { $0.parameters.contains("place") } }
}
