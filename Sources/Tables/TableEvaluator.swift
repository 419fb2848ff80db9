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
    var requests = all.map { one in
      Request(
        table: one.table, period: one.period,
        places: one.table.regions == .city ? TablePlaces(city: places.city, counties: []) : places,
        missing: missing(one.table), folded: [])
    }
    var cells = try count(requests)
    let folding = requests.indices.filter { place in
      guard let top = requests[place].table.top else { return false }
      requests[place].folded = TopRows(top, rules).folded(evaluation(requests[place], cells[place]))
      return !requests[place].folded.isEmpty
    }
    for (place, own) in zip(folding, try count(folding.map { requests[$0] })) { cells[place] = own }
    let holders = try holders(requests, of: Set(cells.flatMap { $0.values.compactMap(\.witness) }))
    return requests.indices.map { evaluation(requests[$0], cells[$0], holders: holders[$0]) }
  }

  private struct Request {
    let table: TableDefinition
    let period: Period
    let places: TablePlaces
    /// Leaves that cannot be counted.
    let missing: Set<String>
    /// Rows that are added to the rest.
    var folded: Set<String>

    var periods: [Period] { [period] + table.changes.map { $0.period(before: period) } }
    var leaves: [FigureDefinition] { table.figures.filter(\.kind.isLeaf) }
    /// Keys of the rows that stand alone; nil: all that occur.
    var known: Set<String>? { table.rows.listed.map { Set($0.filter { $0.part == nil }.map(\.key)) } }
  }

  /// One SELECT, and the scans that it serves.
  private struct Pass {
    var select: ScanSelect
    var scans: [(request: Int, scan: LeafScan, layout: ScanSelect.Layout)] = []
  }

  /// - Parameter keys: of the rows that are read; nil: all.
  private func passes(_ requests: [Request], of keys: [String]? = nil) throws -> [Pass] {
    var scans: [(request: Int, scan: LeafScan)] = []
    for (number, request) in requests.enumerated() {
      let planner = ScanPlanner(
        table: request.table, connection: connection, periods: request.periods, dataDate: dataDate,
        places: request.places)
      scans += try planner.scans(request.leaves.filter { !request.missing.contains($0.id) }).map { (number, $0) }
    }
    var passes: [Pass] = []
    while let first = scans.first {
      // All that read the same rows, as far as one SELECT holds them.
      var pass = Pass(select: ScanSelect(first.scan, keys: keys))
      scans.removeAll { request, scan in
        guard scan.source == first.scan.source, !pass.select.isFull else { return false }
        pass.scans.append((request, scan, pass.select.add(scan)))
        return true
      }
      passes.append(pass)
    }
    return passes
  }

  private func tally(_ scan: LeafScan, _ layout: ScanSelect.Layout, _ request: Request) -> LeafTally {
    LeafTally(
      scan, layout, request.places, known: request.known, folded: request.folded, orders: sketchOrders)
  }

  private func count(_ requests: [Request]) throws -> [[CellID: LeafCell]] {
    var cells = [[CellID: LeafCell]](repeating: [:], count: requests.count)
    for pass in try passes(requests) {
      var tallies = pass.scans.map { tally($0.scan, $0.layout, requests[$0.request]) }
      try connection.forEach(pass.select.sql(connection), pass.select.binds) { row in
        for number in tallies.indices { try tallies[number].add(row) }
      }
      for (number, scan) in pass.scans.enumerated() {
        cells[scan.request].merge(tallies[number].cells()) { first, _ in first }
      }
    }
    return cells
  }

  /// For each request the cells that some rows lie in, by the keys of those.
  private func holders(_ requests: [Request], of keys: Set<String>) throws -> [[String: Set<CellID>]] {
    var holders = [[String: Set<CellID>]](repeating: [:], count: requests.count)
    guard !keys.isEmpty else { return holders }
    for pass in try passes(requests, of: keys.sorted()) {
      guard let key = pass.scans.first?.layout.key else { continue }
      var tallies = pass.scans.map { tally($0.scan, $0.layout, requests[$0.request]) }
      var patterns = [[String: Set<Int>]](repeating: [:], count: tallies.count)
      try connection.forEach(pass.select.sql(connection), pass.select.binds) { row in
        for number in tallies.indices {
          guard let pattern = try tallies[number].add(row), let key = row.text(key) else { continue }
          patterns[number][key, default: []].insert(pattern)
        }
      }
      for (number, scan) in pass.scans.enumerated() {
        for (key, own) in patterns[number] {
          holders[scan.request][key, default: []].formUnion(own.flatMap(tallies[number].places))
        }
      }
    }
    return holders
  }

  /// Remainders of fewer persons than must be protected are found, up to thirty.
  private var sketchOrders: Int { min((rules.leastPersons.values.max() ?? 0) + 1, 32) }

  private func evaluation(
    _ request: Request, _ cells: [CellID: LeafCell], holders: [String: Set<CellID>] = [:]
  ) -> TableEvaluation {
    let names = request.table.countedDatasets
    return TableEvaluation(
      table: request.table, isPublic: connection.isPublic, places: request.places, periods: request.periods,
      rows: rows(request.table, cells, request.folded), columns: columns(request.leaves, cells), cells: cells,
      holders: holders, missing: request.missing,
      datasets: Dictionary(
        uniqueKeysWithValues: names.compactMap { name in connection.view(name).map { (name, $0) } }),
      roots: Dictionary(uniqueKeysWithValues: names.map { ($0, connection.roots(of: $0)) }))
  }

  /// Leaves that cannot be counted; all where something is missing that the whole table needs.
  private func missing(_ table: TableDefinition) -> Set<String> {
    guard let delivered else { return [] }
    let leaves = table.figures.filter(\.kind.isLeaf)
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
