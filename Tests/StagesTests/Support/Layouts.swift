import Domain

extension Label {
  static let plain = Label(zh: "", en: "")
}

extension TableLayout {
  /// A layout of rows given as `key codes…`.
  static func test(
    _ id: String = "T", dimension: Dimension? = .education, sides: Sides = .both, ratio: RatioRule = .absent,
    spreads: Bool = false, _ rows: [Row]
  ) -> TableLayout {
    TableLayout(
      id: id, title: .plain, note: nil, dimension: dimension, sides: sides, ratio: ratio, spreadsRest: spreads,
      rows: rows)
  }
}

extension TableLayout.Row {
  static func test(
    _ key: String, _ codes: [String] = [], role: StatRow.Role = .item, parent: String? = nil,
    side: TableLayout.Sides? = nil
  ) -> TableLayout.Row {
    TableLayout.Row(key: key, label: Label(zh: key, en: key), role: role, parent: parent, side: side, codes: codes)
  }
}
