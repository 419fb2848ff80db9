import Disclosure
import Domain

/// The cells of one leaf in one period, as they go into the system.
struct LeafCells {
  private let evaluation: TableEvaluation
  private let figure: FigureDefinition
  private let dataset: DatasetView
  private let period: Int
  private let hidden: Set<LeafHiding.Key>
  /// Nil for a table that is decided here.
  private let shownElsewhere: ((Leaf) -> Bool?)?
  /// By place, the rest of the city last; then by part.
  private var cells: [Int: [String: (id: CellID, cell: LeafCell)]] = [:]
  /// How many units of the system one of the leaf is: sums need not be whole.
  private let unit: Double

  init(
    _ evaluation: TableEvaluation, _ figure: FigureDefinition, _ dataset: DatasetView, period: Int,
    hidden: Set<LeafHiding.Key>, shownElsewhere: ((Leaf) -> Bool?)?
  ) {
    self.evaluation = evaluation
    self.figure = figure
    self.dataset = dataset
    self.period = period
    self.hidden = hidden
    self.shownElsewhere = shownElsewhere
    var isWhole = true
    for (id, cell) in evaluation.cells where id.figure == figure.id && id.period == period {
      cells[id.place, default: [:]][id.part] = (id, cell)
      if cell.value != cell.value.rounded() { isWhole = false }
    }
    unit = isWhole ? 1 : 100
  }

  private var restPlace: Int { evaluation.places.all.count }
  private var isPublic: Bool { evaluation.table.audience == .everybody }
  /// Adds up over places.
  private var isNested: Bool { !figure.readsPlace && !evaluation.places.counties.isEmpty }

  func add(to system: inout DeclaredSystem) throws {
    let known = knownLeaves
    // What others publish they remember themselves.
    if shownElsewhere == nil { system.printed.formUnion(known) }
    guard figure.kind.isAmount else {
      addAlone(to: &system, known)
      return
    }
    let isOpen = system.limits.isOpen(figure)
    let isNobody = dataset.contributor == .nobody || dataset.contributor == nil && !figure.countsPersons
    let isNegative = cells.values.contains { $0.values.contains { $0.cell.value < 0 } }
    guard !isNobody, !isNegative else {
      // A leaf that can be negative is no cell of a system: where somebody contributes, it is not shown at all.
      if isNobody || isOpen { system.free.formUnion(known) }
      return
    }
    let values = values
    // Nobody of a few tells of each of them: such a 0 is no cell of the system, and is not shown.
    system.free.formUnion(
      known.subtracting(
        hidden.map {
          Leaf(
            evaluation.periods[period], evaluation.places.all[$0.place], "\(evaluation.table.id).\(figure.id)", $0.part)
        }))
    for (place, own) in cells.sorted(by: { $0.key < $1.key }) {
      for (part, one) in own.sorted(by: { $0.key < $1.key }) {
        let leaf = evaluation.leaf(one.id)
        let value = values[place]?[part] ?? 0
        guard value > 0 else { continue }
        system.free.remove(leaf)
        let isRest = place == restPlace
        let own =
          isRest || isOpen ? nil : system.limits.protection(one.cell, figure, dataset.contributor, unit: unit)
        let elsewhere = isRest ? nil : elsewhere(leaf, isSensitive: own != nil)
        // What others show is beyond protection.
        let protection = elsewhere == .known ? nil : own
        system.add(
          leaf,
          .init(
            value: value, visibility: elsewhere ?? visibility(system, leaf, one.id, value, isOpen: isOpen),
            protection: protection, unit: unit, least: known.contains(leaf) ? 1 : 0))
        // An open leaf that is not printed is no news of another one with the same rows.
        if !isOpen || figure.isPrinted, let entry = entry(leaf, value, one, isSensitive: protection != nil) {
          system.entries.append(entry)
        }
      }
    }
    addSums(to: &system)
  }

  /// What stands in the table.
  private var knownLeaves: Set<Leaf> {
    var known: Set<Leaf> = []
    let columns = evaluation.columns[figure.id]?.map { Optional($0.key) } ?? [nil]
    for place in evaluation.places.all.indices {
      for row in evaluation.rows {
        for column in columns {
          let id = CellID(figure: figure.id, period: period, place: place, row: row.key, column: column)
          if evaluation.stands(figure, id) { known.insert(evaluation.leaf(id)) }
        }
      }
    }
    return known
  }

  private func addAlone(to system: inout DeclaredSystem, _ known: Set<Leaf>) {
    system.free.formUnion(known)
    for (place, own) in cells.sorted(by: { $0.key < $1.key }) where place != restPlace {
      for (_, one) in own.sorted(by: { $0.key < $1.key }) {
        let leaf = evaluation.leaf(one.id)
        let value = Int(one.cell.value.rounded())
        let isSensitive = system.limits.protection(one.cell, figure, dataset.contributor) != nil
        system.free.remove(leaf)
        system.alone.append((leaf, value, isSensitive || system.earlier(leaf, value) == .hidden))
      }
    }
  }

  /// Whole numbers that add up: what does is rounded at the finest and added up again.
  private var values: [Int: [String: Int]] {
    var values = cells.mapValues { $0.mapValues { Int(($0.cell.value * unit).rounded()) } }
    guard unit != 1, figure.kind.isAdditive else { return values }
    for (place, own) in values {
      for (total, parts) in mainRows ?? [] where own[total] != nil && !evaluation.table.axis.isEach {
        values[place]?[total] = parts.reduce(0) { $0 + (own[$1] ?? 0) }
      }
    }
    if isNested {
      for part in values[0]?.keys.map({ $0 }) ?? [] {
        let city = (1...restPlace).reduce(0) { $0 + (values[$1]?[part] ?? 0) }
        values[0]?[part] = city
      }
    }
    return values
  }

  /// For each total the rows that it is the sum of; nil where rows overlap or there are none.
  private var mainRows: [(total: String, parts: [String])]? {
    let name = evaluation.table.dataset(of: figure)
    guard figure.places != .total, evaluation.table.axis.expression(for: name, in: evaluation.table.dataset) != nil
    else { return nil }
    let parts = Set(evaluation.rows.filter { $0.part != nil }.map(\.key))
    let ids = Set(cells.values.flatMap { $0.values.map { Row(row: $0.id.row, column: $0.id.column) } })
    return Dictionary(grouping: ids.filter { $0.row != Leaf.total && !parts.contains($0.row) }, by: \.column)
      .map { column, rows in (Row(row: Leaf.total, column: column).part, rows.map(\.part).sorted()) }
      .sorted { $0.total < $1.total }
  }

  private struct Row: Hashable {
    let row: String
    let column: String?
    var part: String { column.map { "\(row)/\($0)" } ?? row }
  }

  /// Nil for what is decided here.
  private func elsewhere(_ leaf: Leaf, isSensitive: Bool) -> Visibility? {
    shownElsewhere.map { $0(leaf) ?? !isSensitive ? .known : .withheld }
  }

  private func visibility(
    _ system: DeclaredSystem, _ leaf: Leaf, _ id: CellID, _ value: Int, isOpen: Bool
  ) -> Visibility {
    if isOpen { return .known }
    // What lies in no county, or in a row that is not printed, stands nowhere.
    let isPrinted = id.place != restPlace && system.printed.contains(leaf)
    switch system.earlier(leaf, value) {
    case .hidden: return .withheld
    case .shown: return .known
    case nil: break
    }
    guard isPrinted, !hidden.contains(LeafHiding.Key(place: id.place, part: id.part)) else { return .withheld }
    let weight = (id.row == Leaf.total ? 8 : 1) * (id.place == 0 ? 2 : 1)
    return .publishable(cost: weight * (Int.bitWidth - value.leadingZeroBitCount))
  }

  private func entry(_ leaf: Leaf, _ value: Int, _ one: (id: CellID, cell: LeafCell), isSensitive: Bool)
    -> LeafRelations.Entry?
  {
    let cell = one.cell
    guard let sketch = cell.sketch else { return nil }
    var measure = ""
    var likeness: LeafRelations.Likeness?
    switch figure.kind {
    case .distinct(let body):
      // Where each row has another value, the values are the rows.
      if cell.behind?.rows == cell.rows { break }
      measure = "distinct \(body.of.sql)"
      likeness = (cell.behind?.sketch).map { .among($0) }
    case .sum(let body):
      // Where each row adds 1, the sum is their number.
      let each = cell.each.map { $0 * unit }
      if each == 1 { break }
      measure = "sum \(unit) \(body.of.sql)"
      likeness = each.flatMap { Int(exactly: $0) }.map { .times($0) }
    default: break
    }
    return LeafRelations.Entry(
      leaf: leaf,
      family: .init(roots: evaluation.roots[dataset.name]?.sorted() ?? [dataset.name], measure: measure),
      origin: "\(leaf.measure) \(leaf.period)", layer: layer(one.id), value: value, rows: cell.rows,
      sketch: measure.isEmpty ? cell.behind?.sketch ?? sketch : sketch, witness: cell.witness,
      contributor: dataset.contributor, isCount: figure.kind.isCount, isSensitive: isSensitive, likeness: likeness)
  }

  /// Rows of the table beside each other, or its total, in the city or in its counties; in whatever columns.
  private func layer(_ id: CellID) -> String? {
    let isPart = evaluation.rows.contains { $0.key == id.row && $0.part != nil }
    guard figure.kind.isAdditive, !evaluation.table.axis.isEach, !figure.readsPlace, !isPart else { return nil }
    return "\(evaluation.table.id).\(figure.id) \(id.period) \(id.row == Leaf.total ? "total" : "rows") "
      + (id.place == 0 ? "city" : "counties")
  }

  private func addSums(to system: inout DeclaredSystem) {
    func leaf(_ place: Int, _ part: String) -> Leaf? { cells[place]?[part].map { evaluation.leaf($0.id) } }
    for (place, own) in cells.sorted(by: { $0.key < $1.key }) {
      for (total, parts) in mainRows ?? [] {
        guard let sum = leaf(place, total) else { continue }
        let found = parts.compactMap { leaf(place, $0) }
        if evaluation.table.axis.isEach {
          system.bounds.append((sum, found, true))
        } else if figure.kind.isAdditive {
          system.sums.append((sum, found))
        } else {
          system.bounds.append((sum, found, false))
        }
      }
      for row in evaluation.rows where place != restPlace {
        guard let part = row.part, let one = own[row.key], let whole = own[part.parent] else { continue }
        addRest(of: row.key, whole, less: one, to: &system)
      }
    }
    guard isNested else { return }
    for part in (cells[0]?.keys.sorted() ?? []) {
      guard let city = leaf(0, part) else { continue }
      let counties = (1...restPlace).compactMap { leaf($0, part) }
      if figure.kind.isAdditive {
        system.sums.append((city, counties))
      } else {
        system.bounds.append((city, counties, false))
      }
    }
  }

  /// What a row has beside its 其中 row stands nowhere, and must not be told either where it is few.
  private func addRest(
    of row: String, _ whole: (id: CellID, cell: LeafCell), less part: (id: CellID, cell: LeafCell),
    to system: inout DeclaredSystem
  ) {
    let total = evaluation.leaf(whole.id)
    let leaf = Leaf(total.period, total.region, "\(total.measure).without", row)
    let value = (system.drafts[total]?.value ?? 0) - (system.drafts[evaluation.leaf(part.id)]?.value ?? 0)
    let rows = whole.cell.rows - part.cell.rows
    let protection =
      system.limits.isOpen(figure)
      ? nil : system.limits.rows(rows, value: value, dataset.contributor, isCount: figure.kind.isCount)
    system.add(leaf, .init(value: value, visibility: .withheld, protection: protection))
    system.sums.append((total, [evaluation.leaf(part.id), leaf]))
  }
}
