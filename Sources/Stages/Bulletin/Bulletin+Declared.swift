import Domain
import Tables

extension Bulletin {
  /// Whether T14 shows the hires of a place and period; nil where it does not speak of them.
  public func showsHires(_ leaf: Leaf) -> Bool? {
    let columns: [(period: Period, id: String)] = [
      (period, "value"), (period.previous, "value_previous"), (period.yearBefore, "value_year_before"),
    ]
    guard let column = columns.first(where: { $0.period == leaf.period }),
      let table = regions.first(where: { $0.code == leaf.region })?.tables.first(where: { $0.id == MarketHires.id })
    else { return nil }
    switch table.cell(MarketHires.row, column.id) {
    case .number: return true
    case .suppressed: return false
    default: return nil
    }
  }

  /// The bulletin with its declared tables, made for the same readers.
  ///
  /// - Parameters:
  ///   - texts: the words of definitions.
  ///   - datasets: what they are called.
  public func with(_ report: DeclaredReport, _ texts: Texts, datasets: Datasets) -> Bulletin {
    var bulletin = self
    bulletin.regions = regions.map { region in
      var region = region
      region.declared = report.entries[region.code] ?? []
      return region
    }
    bulletin.elsewhere = report.elsewhere
    bulletin.indicators += report.methods.map { IndicatorDefinition($0, texts, datasets) }
    bulletin.protection = ProtectionReport(
      audience: protection.audience, sensitive: protection.sensitive + report.hidden.sensitive,
      others: protection.others + report.hidden.others, exposed: protection.exposed + report.exposed,
      decided: protection.decided + report.decided, vintages: protection.vintages,
      proofs: protection.proofs)
    return bulletin
  }
}

extension IndicatorDefinition {
  /// What a figure of a declared table means.
  init(_ method: FigureMethod, _ texts: Texts, _ datasets: Datasets) {
    let titles = method.datasets.map { datasets.title(of: $0) }
    self.init(
      id: method.id, formulaNumber: String(method.id.prefix { $0 != "." && $0 != "-" }), name: method.name,
      unit: method.unit,
      direction: method.better.map(texts.meaning), formula: method.formula,
      source: texts.label(.datasets, ["datasets": texts.list(titles)]))
  }
}
