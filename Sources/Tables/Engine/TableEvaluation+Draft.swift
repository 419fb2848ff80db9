import Domain

extension TableEvaluation {
  /// The table of a place with all that its file asks for, each figure beside its leaves.
  ///
  /// - Returns: nil for a place that the table is not made for.
  public func draft(for place: String) -> DraftTable? {
    guard let number = places.all.firstIndex(of: place) else { return nil }
    let columns = printedColumns
    let rows = printedRows.map { row in
      DraftTable.Row(
        key: row.key, label: row.label, role: role(of: row),
        cells: columns.flatMap { cells($0, row: row.key, place: number) })
    }
    return DraftTable(
      id: table.id, title: table.title, measures: columns.flatMap(measures), rows: rows, note: table.note,
      audience: table.audience)
  }

  /// Every figure of one cell as it would be printed, rounded; for quantiles and the like several.
  public func figures(_ name: String, row: String, column: String? = nil, place: String, period: Period) -> [Cell] {
    guard let figure = table.figure(name), let number = places.all.firstIndex(of: place),
      let at = periods.firstIndex(of: period)
    else { return [] }
    let id = CellID(figure: name, period: at, place: number, row: row, column: column)
    return numbers(figure, id).enumerated().map { cell($1, figure, reading: $0) }
  }

  /// The rows that stand in the table; the total where the file asks for it, or where some figure stands nowhere else.
  var printedRows: [TableRow] {
    let needsTotal = table.hasTotal || rows.count == 1 || table.figures.contains { $0.isPrinted && $0.places == .total }
    return needsTotal ? rows : rows.filter { $0.key != FigureDefinition.total }
  }

  /// A figure that is printed, in one of its columns.
  struct PrintedColumn {
    let figure: FigureDefinition
    let across: TableRow?
  }

  var printedColumns: [PrintedColumn] {
    table.figures.filter(\.isPrinted).flatMap { figure in
      columns[figure.id].map { $0.map { PrintedColumn(figure: figure, across: $0) } }
        ?? [PrintedColumn(figure: figure, across: nil)]
    }
  }

  private func role(of row: TableRow) -> StatRow.Role {
    switch row.key {
    case FigureDefinition.total: .total
    case FigureDefinition.rest: .unknown
    default: row.part == nil ? .item : .subitem
    }
  }

  /// Of the figure's readings, then of its changes.
  func measures(_ column: PrintedColumn) -> [Measure] {
    let figure = column.figure
    let suffix = column.across.map { "_\($0.key)" } ?? ""
    let own = figure.kind.readings.map { reading in
      Measure(
        id: figure.id + suffix + reading.suffix, label: label(column, reading.label),
        unit: reading.unit ?? figure.unit, signed: isSigned(figure))
    }
    return own
      + changes(of: figure).map { change in
        let words =
          change == .previous
          ? Label(zh: "环比", en: " on previous period") : Label(zh: "同比", en: " on a year before")
        return Measure(
          id: "\(figure.id)\(suffix)_\(change.suffix)", label: label(column, words), unit: changeUnit(figure),
          signed: true)
      }
  }

  private func label(_ column: PrintedColumn, _ more: Label) -> Label {
    var label = column.figure.label
    if let across = column.across {
      label = Label(
        zh: label.zh.replacing("{}", with: across.label.zh), en: label.en.replacing("{}", with: across.label.en))
    }
    return Label(zh: label.zh + more.zh, en: label.en + more.en)
  }

  private func isSigned(_ figure: FigureDefinition) -> Bool {
    if case .difference = figure.kind { true } else { false }
  }

  /// Growth in percent of what adds up, the difference of percents in points, of others in their own unit.
  private func changeUnit(_ figure: FigureDefinition) -> Label {
    if figure.kind.isAmount { return Label(zh: "%", en: "%") }
    return figure.unit.zh == "%" ? Label(zh: "百分点", en: "points") : figure.unit
  }

  /// What prints several numbers side by side has no changes.
  private func changes(of figure: FigureDefinition) -> [TableDefinition.Change] {
    figure.kind.readings.count == 1 ? table.changes : []
  }

  private func cells(_ column: PrintedColumn, row: String, place: Int) -> [DraftTable.DraftCell] {
    let figure = column.figure
    func id(_ period: Int) -> CellID {
      CellID(figure: figure.id, period: period, place: place, row: row, column: column.across?.key)
    }
    let now = numbers(figure, id(0)).enumerated().map { cell($1, figure, reading: $0) }
    let leaves = leaves(of: figure, id(0))
    let own = now.map { DraftTable.DraftCell($0, leaves) }
    return own
      + changes(of: figure).enumerated().map { number, _ in
        let before = numbers(figure, id(number + 1)).enumerated().map { cell($1, figure, reading: $0) }
        return DraftTable.DraftCell(
          change(figure, now[0], before[0]), leaves + self.leaves(of: figure, id(number + 1)))
      }
  }

  /// The change of two printed figures.
  func change(_ figure: FigureDefinition, _ now: Cell, _ before: Cell) -> Cell {
    guard case .number(let value, _) = now else { return now }
    guard case .number(let old, let decimals) = before else { return before }
    guard figure.kind.isAmount else {
      return .number(Rounding.round(value - old), decimals: figure.kind.isQuotient ? 2 : decimals)
    }
    return old == 0 ? .unavailable : .number(Rounding.round(100 * (value - old) / old), decimals: 2)
  }

  /// Coverage and limits of an interval are percents, whatever the figure's decimals are.
  private func cell(_ number: FigureNumber, _ figure: FigureDefinition, reading: Int) -> Cell {
    if case .percent = figure.kind, reading > 0 { return number.cell(decimals: 2) }
    return number.cell(decimals: figure.decimals)
  }
}
