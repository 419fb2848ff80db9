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
  /// - Throws: `PipelineError` TF701 (no such dataset), TF702 (rows by person); what the connection says of SQL that is
  ///   wrong.
  public func evaluate(_ table: TableDefinition, for period: Period) throws -> TableEvaluation {
    try evaluate([(table, period)])[0]
  }

  /// Tables, each for a period of its unit; what they count of one dataset is counted in one pass.
  ///
  /// - Throws: as for one table.
  public func evaluate(_ all: [(table: TableDefinition, period: Period)]) throws -> [TableEvaluation] {
    var evaluations = try evaluate(all.map { Request(table: $0.table, period: $0.period, folded: []) })
    var again: [(place: Int, request: Request)] = []
    for (place, evaluation) in evaluations.enumerated() {
      guard let top = evaluation.table.top else { continue }
      let folded = TopRows(top, rules).folded(evaluation)
      guard !folded.isEmpty else { continue }
      again.append((place, Request(table: evaluation.table, period: all[place].period, folded: folded)))
    }
    for (one, evaluation) in zip(again, try evaluate(again.map(\.request))) { evaluations[one.place] = evaluation }
    return evaluations
  }

  private struct Request {
    let table: TableDefinition
    let period: Period
    /// Rows that are added to the rest.
    let folded: Set<String>
  }

  private func evaluate(_ requests: [Request]) throws -> [TableEvaluation] {
    let places = requests.map {
      $0.table.regions == .city ? TablePlaces(city: self.places.city, counties: []) : self.places
    }
    var missing: [Set<String>] = []
    var scans: [(request: Int, scan: LeafScan)] = []
    for (number, request) in requests.enumerated() {
      let leaves = request.table.figures.filter(\.kind.isLeaf)
      let own = self.missing(request.table, leaves)
      missing.append(own)
      let planner = ScanPlanner(
        table: request.table, connection: connection, periods: periods(request), dataDate: dataDate,
        places: places[number])
      scans += try planner.scans(leaves.filter { !own.contains($0.id) }).map { (number, $0) }
    }
    var cells = [[CellID: LeafCell]](repeating: [:], count: requests.count)
    while let first = scans.first {
      // All that read the same rows, as far as one SELECT holds them.
      var select = ScanSelect(first.scan)
      var taken: [(request: Int, scan: LeafScan, layout: ScanSelect.Layout)] = []
      scans.removeAll { request, scan in
        guard scan.source == first.scan.source, !select.isFull else { return false }
        taken.append((request, scan, select.add(scan)))
        return true
      }
      var tallies = taken.map { request, scan, layout in
        LeafTally(
          scan, layout, places[request], known: known(requests[request].table), folded: requests[request].folded,
          orders: sketchOrders)
      }
      try connection.forEach(select.sql(connection), select.binds) { row in
        for number in tallies.indices { try tallies[number].add(row) }
      }
      for number in tallies.indices {
        cells[taken[number].request].merge(tallies[number].cells()) { first, _ in first }
      }
    }
    return requests.indices.map { evaluation(requests[$0], places[$0], cells[$0], missing[$0]) }
  }

  private func periods(_ request: Request) -> [Period] {
    [request.period] + request.table.changes.map { $0.period(before: request.period) }
  }

  private func known(_ table: TableDefinition) -> Set<String>? {
    table.rows.listed.map { Set($0.filter { $0.part == nil }.map(\.key)) }
  }

  /// Remainders of fewer persons than must be protected are found, up to thirty.
  private var sketchOrders: Int { min((rules.leastPersons.values.max() ?? 0) + 1, 32) }

  private func evaluation(
    _ request: Request, _ places: TablePlaces, _ cells: [CellID: LeafCell], _ missing: Set<String>
  ) -> TableEvaluation {
    let table = request.table
    let leaves = table.figures.filter(\.kind.isLeaf)
    let names = table.countedDatasets
    return TableEvaluation(
      table: table, isPublic: connection.isPublic, places: places, periods: periods(request),
      rows: rows(table, cells, request.folded), columns: columns(leaves, cells), cells: cells, missing: missing,
      datasets: Dictionary(
        uniqueKeysWithValues: names.compactMap { name in connection.view(name).map { (name, $0) } }),
      roots: Dictionary(uniqueKeysWithValues: names.map { ($0, connection.roots(of: $0)) }))
  }

  /// Leaves that cannot be counted; all where something is missing that the whole table needs.
  private func missing(_ table: TableDefinition, _ leaves: [FigureDefinition]) -> Set<String> {
    guard let delivered else { return [] }
    guard table.needs.allSatisfy(delivered.contains) else { return Set(leaves.map(\.id)) }
    return Set(
      leaves.filter { leaf in
        let name = table.dataset(of: leaf)
        return !delivered.contains(DatasetNeed(name))
          && !connection.roots(of: name).allSatisfy { delivered.contains(DatasetNeed($0)) }
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
