import Domain
import Tables

extension Bulletin {
  /// The bulletin with its declared tables, made for the same readers.
  public func with(_ report: DeclaredReport) -> Bulletin {
    var bulletin = self
    bulletin.regions = regions.map { region in
      var region = region
      region.declared = report.entries[region.code] ?? []
      return region
    }
    bulletin.indicators += report.methods.map(IndicatorDefinition.init)
    bulletin.protection = ProtectionReport(
      audience: protection.audience, sensitive: protection.sensitive + report.hidden.sensitive,
      others: protection.others + report.hidden.others, exposed: protection.exposed + report.exposed,
      decided: protection.decided + report.decided)
    return bulletin
  }
}

extension IndicatorDefinition {
  /// What a figure of a declared table means.
  init(_ method: FigureMethod) {
    let direction: Label? = method.better.map { better in
      better == .more ? Label(zh: "越高越好", en: "higher is better") : Label(zh: "越低越好", en: "lower is better")
    }
    let datasets = method.datasets.joined(separator: ", ")
    self.init(
      id: method.id, formulaNumber: String(method.id.prefix { $0 != "." }), name: method.name, unit: method.unit,
      direction: direction, formula: method.formula,
      source: Label(zh: "数据集 \(datasets)", en: "dataset \(datasets)"))
  }
}
