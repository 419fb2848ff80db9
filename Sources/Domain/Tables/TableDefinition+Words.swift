/// What is told of a figure on the page of methods.
public struct FigureMethod: Sendable, Hashable {
  /// `T17.transfer_on_time`
  public let id: String
  public let name: Label
  public let unit: Label
  public let better: FigureDefinition.Direction?
  /// 「转递及时率 = 其中按时转出 ÷ 本期到期应转」
  public let formula: Label
  /// The datasets that its leaves count.
  public let datasets: [String]
}

extension TableDefinition {
  /// What a figure is in words: those of its file, else the formula, made of the names of what it is made of.
  public func formula(of id: String) -> Label? {
    guard let figure = figure(id) else { return nil }
    let formula =
      figure.definition ?? figure.kind.formula { name in self.figure(name)?.name ?? Label(zh: name, en: name) }
    return Label(zh: "\(figure.name.zh) = \(formula.zh)", en: "\(figure.name.en) = \(formula.en)")
  }

  /// All figures that are printed.
  public var methods: [FigureMethod] {
    figures.filter(\.isPrinted).map { figure in
      let leaves = leaves(of: figure.id).compactMap(self.figure)
      var datasets: [String] = []
      for name in leaves.map(dataset(of:)) where !datasets.contains(name) { datasets.append(name) }
      return FigureMethod(
        id: "\(self.id).\(figure.id)", name: figure.name, unit: figure.unit, better: figure.better,
        formula: formula(of: figure.id) ?? figure.name, datasets: datasets)
    }
  }
}

extension FigureDefinition {
  /// Its name where no column stands for the `{}` of one that goes across.
  public var name: Label {
    Label(zh: label.zh.replacing("{}", with: "…"), en: label.en.replacing("{}", with: "…"))
  }
}
