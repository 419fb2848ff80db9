import Domain
import Tables

/// What the columns of a table of the market are printed as.
enum TableColumns {
  typealias When = RegionLeaves.When

  static let persons = Label(zh: "人", en: "persons")
  static let percent = Label(zh: "%", en: "%")
  static let points = Label(zh: "百分点", en: "pp")
  static let plain = Label(zh: "", en: "")

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
    func measure(_ when: When, _ zh: String, _ en: String, _ unit: Label, isGrowth: Bool = false) -> Measure {
      Measure(
        id: id(column, since: when, isGrowth: isGrowth), label: Label(zh: zh, en: en), unit: unit, signed: true)
    }
    if case .share = column.kind {
      return [
        measure(.previous, "环比", "on previous period", points), measure(.yearBefore, "同比", "on year", points),
      ]
    }
    if column.figure?.isRatio ?? false {
      let name = column.label.zh
      return [
        measure(.previous, "\(name)环比", "change on previous period", plain),
        measure(.yearBefore, "\(name)同比", "change on year", plain),
      ]
    }
    // Counts by rows change by their shares.
    guard form == .overall else { return [] }
    return [
      measure(.previous, "环比增减", "on previous period", persons),
      measure(.previous, "环比增幅", "growth on previous period", percent, isGrowth: true),
      measure(.yearBefore, "同比增减", "on year", persons),
      measure(.yearBefore, "同比增幅", "growth on year", percent, isGrowth: true),
    ]
  }
}

extension TableLayout.Column {
  fileprivate var isDifference: Bool { if case .difference = kind { true } else { false } }
}

extension DraftTable {
  /// A table of the market in the form of its file.
  init(_ layout: TableLayout, rows: [Row]) {
    self.init(
      id: layout.id, title: layout.title, measures: TableColumns.measures(layout), rows: rows, note: layout.note,
      audience: layout.audience)
  }
}
