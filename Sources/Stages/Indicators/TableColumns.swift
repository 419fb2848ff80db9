import Domain
import Tables

/// What the columns of a table of the market are printed as.
enum TableColumns {
  typealias When = RegionLeaves.When

  /// In the order of the table's columns, each with its changes.
  static func measures(_ layout: TableLayout) -> [Measure] {
    layout.columns.flatMap { column -> [Measure] in
      let changes = layout.hasChanges ? changes(of: column, in: layout.form) : []
      return [
        Measure(
          id: column.id, label: column.label, unit: column.unit, signed: column.isDifference,
          isText: column.figure == .occupationCode)
      ] + changes
    }
  }

  /// Id of the change of a column.
  static func id(_ column: TableLayout.Column, since when: When, isGrowth: Bool = false) -> String {
    let change =
      switch when {
      case .now: column.id
      case .previous: "\(column.id)_qoq"
      case .yearBefore: "\(column.id)_yoy"
      }
    return isGrowth ? "\(change)_pct" : change
  }

  private static func changes(of column: TableLayout.Column, in form: TableLayout.Form) -> [Measure] {
    func measure(_ when: When, _ change: Measure.Change, isGrowth: Bool = false) -> Measure {
      Measure(
        id: id(column, since: when, isGrowth: isGrowth), label: column.label, unit: column.unit, signed: true,
        change: change)
    }
    if case .share = column.kind {
      return [measure(.previous, .shareSincePrevious), measure(.yearBefore, .shareSinceYear)]
    }
    if column.figure?.isRatio ?? false {
      return [measure(.previous, .ratioSincePrevious), measure(.yearBefore, .ratioSinceYear)]
    }
    // Counts by rows change by their shares.
    guard form == .overall else { return [] }
    return [
      measure(.previous, .countSincePrevious), measure(.previous, .growthSincePrevious, isGrowth: true),
      measure(.yearBefore, .countSinceYear), measure(.yearBefore, .growthSinceYear, isGrowth: true),
    ]
  }
}

extension TableLayout.Column {
  fileprivate var isDifference: Bool { if case .difference = kind { true } else { false } }
}

extension DraftTable {
  /// A table of the market in the form of its file.
  init(_ layout: TableLayout, rows: [Row], isLow: Bool = false) {
    self.init(
      id: layout.id, title: layout.title, measures: TableColumns.measures(layout), rows: rows, note: layout.note,
      audience: layout.audience, isLow: isLow)
  }
}
