import Domain
import Warehouse

/// Puts the leaves of a table into as few scans as possible: one for each dataset and axis. What depends on the period
/// before its rows are known (a derived dataset or an axis that names `:start`) is scanned once for each.
struct ScanPlanner {
  let table: TableDefinition
  let connection: DatasetConnection
  let periods: [Period]
  let dataDate: Day
  let places: TablePlaces

  /// What leaves must have in common to be counted in one scan.
  private struct Group: Hashable {
    let dataset: String
    let rows: Int
    let across: Condition?
    /// Period and window where the rows depend on them.
    let period: Int?
    let window: Int
  }

  /// - Parameter leaves: those to be counted.
  /// - Throws: `PipelineError` TF701 for a dataset that is not there; what the connection says of SQL that is wrong.
  func scans(_ leaves: [FigureDefinition]) throws -> [LeafScan] {
    var order: [Group] = []
    var groups: [Group: [FigureDefinition]] = [:]
    for figure in leaves {
      for group in try self.groups(of: figure) {
        if groups[group] == nil { order.append(group) }
        groups[group, default: []].append(figure)
      }
    }
    return try order.map { try scan($0, groups[$0] ?? []) }
  }

  private func groups(of figure: FigureDefinition) throws -> [Group] {
    let name = table.dataset(of: figure)
    _ = try dataset(name, at: figure.place)
    for expression in figure.expressions { _ = try connection.check(expression, of: name) }
    let axis = table.axis.expression(for: name, in: table.dataset)
    // 1: rows of the axis, with leaves of the total beside them; 2: the elements of a list field; 0: the total alone.
    let modes = axis == nil ? [0] : table.axis.isEach ? figure.places == .total ? [0] : [0, 2] : [1]
    if let axis, !table.axis.isEach { _ = try connection.check(axis, of: name) }
    let ofRows = [axis].compactMap { $0 } + (table.rows.listed ?? []).compactMap(\.part?.condition)
    let isPeriodic = connection.isPeriodic(name) || ofRows.contains { !$0.parameters.isEmpty }
    return modes.flatMap { mode in
      (isPeriodic ? periods.indices.map(Optional.some) : [nil]).map { period in
        Group(
          dataset: name, rows: mode, across: figure.across?.field, period: period,
          window: isPeriodic ? figure.window : 1)
      }
    }
  }

  private func scan(_ group: Group, _ figures: [FigureDefinition]) throws -> LeafScan {
    let dataset = try dataset(group.dataset, at: table.path)
    let axis = table.axis.expression(for: group.dataset, in: table.dataset)
    let whole = group.dataset == table.dataset ? table.condition : nil
    if let whole { _ = try connection.check(whole, of: group.dataset) }
    // A condition of the table that names the period is one of each column.
    let isFixed = whole.map(\.parameters.isEmpty) ?? true || group.period != nil
    var binds: [String: SQLValue] = [:]
    var columns: [LeafColumn] = []
    for figure in figures {
      let conditions = [isFixed ? nil : whole, figure.condition].compactMap { $0 }
      for period in group.period.map({ [$0] }) ?? Array(periods.indices) {
        for place in figure.readsPlace ? places.all.indices.map(Optional.some) : [nil] {
          let names = names(figure, period, place, isFixed: group.period != nil)
          for one in names.values { binds[one.name] = .text(one.value) }
          guard
            let (tally, expressions) = LeafColumn.expressions(
              figure.kind, where: conditions, names: names.mapValues(\.name))
          else { continue }
          columns.append(
            LeafColumn(
              figure: figure.id, period: period, place: place, tally: tally,
              isTotal: group.rows == 0 || figure.places == .total, expressions: expressions))
        }
      }
    }
    if let period = group.period {
      binds["start"] = .text(firstDay(period, window: group.window))
      binds["end"] = .text(lastDay(period))
    }
    let rows: LeafScan.Rows =
      switch (axis, group.rows) {
      case (let axis?, 1): .by(axis)
      case (let axis?, 2): .each(axis)
      default: .total
      }
    return LeafScan(
      dataset: dataset, rows: rows, across: group.across, condition: isFixed ? whole : nil,
      parts: group.rows == 1 ? (table.rows.listed ?? []).filter { $0.part != nil } : [], columns: columns, binds: binds)
  }

  /// What the parameters are called and hold for one column.
  private func names(_ figure: FigureDefinition, _ period: Int, _ place: Int?, isFixed: Bool)
    -> [String: (name: String, value: String)]
  {
    var names = [
      "start": ("start_\(periods[period])_\(figure.window)", firstDay(period, window: figure.window)),
      "end": ("end_\(periods[period])", lastDay(period)),
    ]
    if isFixed { for name in names.keys { names[name]?.0 = name } }
    if let place { names["place"] = ("place_\(places.all[place])", TablePlaces.prefix(places.all[place])) }
    return names
  }

  private func firstDay(_ period: Int, window: Int) -> String {
    periods[period].advanced(by: 1 - window).firstDay.iso
  }

  /// What is not yet reported has not happened: a period ends at the latest on the data date.
  private func lastDay(_ period: Int) -> String { min(periods[period].lastDay, dataDate).iso }

  private func dataset(_ name: String, at place: String) throws -> DatasetView {
    guard let dataset = connection.view(name) else {
      throw PipelineError(
        .unknownDataset, .config, at: place, "没有数据集 \(name)", remedy: "改正 dataset 或 from, 或补上这个数据集的声明")
    }
    return dataset
  }
}
