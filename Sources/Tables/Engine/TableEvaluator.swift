import Domain

/// Computes declared tables.
public struct TableEvaluator {
  let connection: DatasetConnection
  let places: TablePlaces
  /// What is newer has not been reported.
  let dataDate: Day
  /// Datasets, and their rows with one value of a field, that have been delivered; nil: all.
  let delivered: Set<DatasetNeed>?
  let rules: DisclosureRules

  /// - Parameter delivered: nil: everything.
  public init(
    _ connection: DatasetConnection, places: TablePlaces, dataDate: Day, delivered: Set<DatasetNeed>?,
    rules: DisclosureRules
  ) {
    self.connection = connection
    self.places = places
    self.dataDate = dataDate
    self.delivered = delivered
    self.rules = rules
  }

  /// A table for a period of its unit, with what it is compared with.
  ///
  /// - Throws: `PipelineError` TF701 (no such dataset), TF702 (rows by person), TF715 (a public table on a connection that
  ///   reads what is not public); what the connection says of SQL that is wrong.
  public func evaluate(_ table: TableDefinition, for period: Period) throws -> TableEvaluation {
    guard table.audience == .bureau || connection.isPublic else {
      throw PipelineError(
        715, .software, at: table.path, "公开的表 \(table.id) 没有用公开的连接计算", remedy: "请把这条信息报告给开发者")
    }
    let evaluation = try evaluate(table, for: period, folded: [])
    guard let top = table.top else { return evaluation }
    let folded = TopRows(top, rules).folded(evaluation)
    return folded.isEmpty ? evaluation : try evaluate(table, for: period, folded: folded)
  }

  private func evaluate(_ table: TableDefinition, for period: Period, folded: Set<String>) throws -> TableEvaluation {
    let periods = [period] + table.changes.map { $0.period(before: period) }
    let leaves = table.figures.filter(\.kind.isLeaf)
    let missing = try missing(table, leaves)
    let ownPlaces = table.regions == .city ? TablePlaces(city: places.city, counties: []) : places
    let planner = ScanPlanner(
      table: table, connection: connection, periods: periods, dataDate: dataDate, places: ownPlaces)
    let listed = table.rows.listed.map { Set($0.filter { $0.part == nil }.map(\.key)) }
    var cells: [CellID: LeafCell] = [:]
    for scan in try planner.scans(leaves.filter { !missing.contains($0.id) }) {
      var tally = LeafTally(
        scan, ownPlaces, known: listed, folded: folded, orders: (rules.leastPersons.values.max() ?? 0) + 1)
      try connection.forEach(scan.sql, scan.binds) { row in try tally.add(row) }
      cells.merge(tally.cells()) { first, _ in first }
    }
    let family = DatasetFamily(connection)
    let names = Set(leaves.map(table.dataset(of:)))
    return TableEvaluation(
      table: table, places: ownPlaces, periods: periods, rows: rows(table, cells, folded),
      columns: columns(leaves, cells), cells: cells, missing: missing,
      datasets: Dictionary(uniqueKeysWithValues: names.compactMap { name in connection.view(name).map { (name, $0) } }),
      roots: Dictionary(uniqueKeysWithValues: try names.map { ($0, try family.roots(of: $0)) }))
  }

  /// Leaves that cannot be counted; all where something is missing that the whole table needs.
  private func missing(_ table: TableDefinition, _ leaves: [FigureDefinition]) throws -> Set<String> {
    guard let delivered else { return [] }
    guard table.needs.allSatisfy(delivered.contains) else { return Set(leaves.map(\.id)) }
    let family = DatasetFamily(connection)
    return Set(
      try leaves.filter { leaf in
        let name = table.dataset(of: leaf)
        return try !delivered.contains(DatasetNeed(name))
          && !family.roots(of: name).allSatisfy { delivered.contains(DatasetNeed($0)) }
      }.map(\.id))
  }

  private func rows(_ table: TableDefinition, _ cells: [CellID: LeafCell], _ folded: Set<String>) -> [TableRow] {
    let total = TableRow(key: FigureDefinition.total, label: Label(zh: "合计", en: "Total"))
    guard !table.axis.isNone else { return [total] }
    let special: Set = [FigureDefinition.total, FigureDefinition.rest]
    let seen = Set(cells.keys.map(\.row))
    let rows =
      table.rows.listed
      ?? seen.subtracting(special).sorted().map { TableRow(key: $0, label: Label(zh: $0, en: $0)) }
    var rest: [TableRow] = []
    switch table.rest {
    case .labelled(let label): rest = [TableRow(key: FigureDefinition.rest, label: label)]
    case .asNeeded where table.rows == .seen && seen.contains(FigureDefinition.rest):
      rest = [TableRow(key: FigureDefinition.rest, label: RestRow.usual)]
    case .hidden, .asNeeded: break
    }
    return rows.filter { !folded.contains($0.key) } + rest + [total]
  }

  private func columns(_ leaves: [FigureDefinition], _ cells: [CellID: LeafCell]) -> [String: [TableRow]] {
    var columns: [String: [TableRow]] = [:]
    for leaf in leaves {
      guard let across = leaf.across else { continue }
      let seen = Set(cells.keys.lazy.filter { $0.figure == leaf.id }.compactMap(\.column)).sorted()
      columns[leaf.id] =
        across.columns.isEmpty ? seen.map { TableRow(key: $0, label: Label(zh: $0, en: $0)) } : across.columns
    }
    return columns
  }
}
