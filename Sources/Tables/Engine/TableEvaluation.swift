import Domain

/// A table with all its numbers: for the city and its counties, for its period and those that it is compared with.
public struct TableEvaluation: Sendable {
  public let table: TableDefinition
  /// True where rows that no public figure may count were left out.
  public let isPublic: Bool
  public let places: TablePlaces
  /// The table's own first.
  public let periods: [Period]
  /// Keys of the rows in their order, the total last.
  public let rows: [TableRow]
  /// For figures with `across` their columns.
  let columns: [String: [TableRow]]
  let cells: [CellID: LeafCell]
  /// For the keys of some rows, of which each cell of the tables evaluated together has one, the cells that they are in.
  let holders: [String: Set<CellID>]
  /// Leaves whose dataset has not been delivered.
  let missing: Set<String>
  /// The datasets of the leaves, by name.
  let datasets: [String: DatasetView]
  /// The datasets of exports that the rows of each come from.
  let roots: [String: Set<String>]

  func dataset(of leaf: FigureDefinition) -> DatasetView? { datasets[table.dataset(of: leaf)] }

  /// What a figure is in one cell, before rounding; one a reading.
  func numbers(_ figure: FigureDefinition, _ id: CellID) -> [FigureNumber] {
    guard missing.isDisjoint(with: table.leaves(of: figure.id)) else {
      return figure.kind.readings.map { _ in .unavailable }
    }
    if let cell = leafCell(figure, id), !cell.quantiles.isEmpty, figure.places.holds(id.row) {
      let least = isEnough(figure, cell)
      return cell.quantiles.map { value in least ? value.map { scaled(.number($0), figure) } ?? .unavailable : .tooFew }
    }
    if case .percent(let percent) = figure.kind, figure.places.holds(id.row) {
      let value = number(figure.id, id)
      guard case .number = value else { return figure.kind.readings.map { _ in value } }
      return percent.values { number($0, id) }.enumerated().map { $0 == 0 ? scaled($1, figure) : $1 }
    }
    let value = scaled(number(figure.id, id), figure)
    return figure.kind.readings.map { _ in value }
  }

  private func scaled(_ value: FigureNumber, _ figure: FigureDefinition) -> FigureNumber {
    guard let scale = figure.scale, case .number(let number) = value else { return value }
    return .number(number * scale)
  }

  /// A figure that is one number, not scaled.
  private func number(_ name: String, _ id: CellID) -> FigureNumber {
    guard let figure = table.figure(name) else { return .unavailable }
    var id = id
    id.figure = name
    if !figure.places.holds(id.row) {
      guard figure.servesEveryRow else { return .notApplicable }
      id.row = FigureDefinition.total
    }
    func get(_ other: String) -> FigureNumber { number(other, id) }
    switch figure.kind {
    case .count, .sum, .distinct: return leaf(figure, id)
    case .quantile, .duration: return .unavailable
    case .percent(let body): return body.value(get)
    case .ratio(let body): return body.value(get)
    case .difference(let body):
      let first = table.figure(body.first)?.kind
      if case .percent? = first { return body.value(rounds: true, get) }
      if case .ratio? = first { return body.value(rounds: true, get) }
      return body.value(rounds: false, get)
    case .share(let body):
      var whole = id
      whole.row = wholeRow(of: id.row)
      return body.value(get(body.of), of: number(body.of, whole))
    }
  }

  /// The row that a row's share is of.
  func wholeRow(of row: String) -> String {
    rows.first { $0.key == row }?.part?.parent ?? FigureDefinition.total
  }

  private func leaf(_ figure: FigureDefinition, _ id: CellID) -> FigureNumber {
    guard stands(figure, id) else { return .notApplicable }
    guard let cell = leafCell(figure, id) else { return .number(0) }
    return isEnough(figure, cell) ? .number(cell.value) : .tooFew
  }

  /// False where a leaf has no meaning: in a county where its dataset knows no places, in a row where its dataset has no
  /// axis.
  func stands(_ figure: FigureDefinition, _ id: CellID) -> Bool {
    let name = table.dataset(of: figure)
    let hasAxis = figure.places == .total || table.axis.expression(for: name, in: table.dataset) != nil
    return (id.row == FigureDefinition.total || hasAxis)
      && (id.place == 0 || datasets[name]?.roles.region != nil || figure.readsPlace)
  }

  /// Nil where nothing falls in.
  func leafCell(_ figure: FigureDefinition, _ id: CellID) -> LeafCell? {
    var id = id
    id.figure = figure.id
    if figure.across == nil { id.column = nil }
    return cells[id]
  }

  private func isEnough(_ figure: FigureDefinition, _ cell: LeafCell) -> Bool {
    guard let least = figure.least else { return true }
    return cell.contributors.sum >= least.weight && cell.contributors.count >= least.contributors
  }
}
