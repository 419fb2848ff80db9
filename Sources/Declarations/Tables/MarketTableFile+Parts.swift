import Domain
import Yams

extension MarketTableFile {
  func rows(_ form: TableLayout.Form) throws -> [TableLayout.Row] {
    if case .ranking = form { return [] }
    let nodes = try map.list("rows")
    let rows = try nodes.map { node in
      let row = try YAMLMap(node, path: map.path, keys: ["key", "zh", "en", "codes", "role", "of", "dataset", "swift"])
      return TableLayout.Row(
        key: try row.text("key"), label: try label(row),
        role: try choice("role", StatRow.Role.allCases, in: row) ?? .item,
        parent: try row.optionalText("of"), side: try side(row), codes: try row.texts("codes"),
        figure: try figure(row, MarketFigure.rows))
    }
    guard !rows.isEmpty else { throw YAMLMap.wrong(map.mark, map.path, "缺少 rows", "写明表的行", code: .missingKey) }
    for (number, (row, node)) in zip(rows, nodes).enumerated() {
      if rows[..<number].contains(where: { $0.key == row.key }) {
        throw YAMLMap.wrong(node.mark, map.path, "行 \(row.key) 重复", "改用另一个 key", code: .declaredTwice)
      }
      if let parent = row.parent, !rows.contains(where: { $0.key == parent }) {
        throw YAMLMap.wrong(
          node.mark, map.path, "行 \(row.key) 的 of \(parent) 不是本表的行", "改为本表中的一个 key", code: .unknownRow)
      }
      let stocks: Set = [TableLayout.carried, TableLayout.new]
      if form == .overall, row.codes.isEmpty || !stocks.isSuperset(of: row.codes) {
        throw YAMLMap.wrong(
          node.mark, map.path, "行 \(row.key) 的 codes 应为 carried (上期结转)、new (本期新增) 或两者", "写成 codes: [carried, new]",
          code: .wrongValue)
      }
      if form == .matching, row.figure == nil {
        throw YAMLMap.wrong(node.mark, map.path, "行 \(row.key) 缺少 swift", "写明这一行是哪个指标", code: .missingKey)
      }
    }
    return rows
  }

  private func side(_ row: YAMLMap) throws -> TableLayout.Sides? {
    guard row.node("dataset") != nil else { return nil }
    switch try row.text("dataset") {
    case MarketDataset.postings: return .demand
    case MarketDataset.seekers: return .seekers
    case let other:
      throw row.bad(
        "dataset", "dataset 不能是 \(other)", "可用: \(MarketDataset.postings) \(MarketDataset.seekers)")
    }
  }

  func columns(_ form: TableLayout.Form) throws -> [TableLayout.Column] {
    var columns: [TableLayout.Column] = []
    // What shares and differences are formed of.
    var counts: [String] = []
    for node in try map.list("figures") {
      let own = try YAMLMap(
        node, path: map.path, keys: ["id", "zh", "en", "unit", "swift", "share", "difference"])
      let kind = try kind(own, form)
      let column = TableLayout.Column(
        id: try own.text("id"), label: try label(own), unit: try unit(own), kind: kind)
      guard !columns.contains(where: { $0.id == column.id }) else {
        throw YAMLMap.wrong(node.mark, map.path, "指标 \(column.id) 重复", "改用另一个 id", code: .declaredTwice)
      }
      let inputs: [String] =
        switch kind {
        case .swift: []
        case .share(let base): [base]
        case .difference(let one, let other): [one, other]
        }
      if let unknown = inputs.first(where: { !counts.contains($0) }) {
        throw YAMLMap.wrong(
          node.mark, map.path, "指标 \(column.id) 由 \(unknown) 算出, 它前面没有这个人数", "可用: \(counts.joined(separator: " "))",
          code: .unknownFigure)
      }
      if case .swift(let figure) = kind, figure.isDemand || figure == .validSeekers { counts.append(column.id) }
      columns.append(column)
    }
    return columns
  }

  private func kind(_ own: YAMLMap, _ form: TableLayout.Form) throws -> TableLayout.Column.Kind {
    let given = ["swift", "share", "difference"].filter { own.node($0) != nil }
    guard given.count == 1 else {
      throw YAMLMap.wrong(
        own.mark, map.path, "指标应写明 swift、share、difference 之一", "写成 swift: valid_openings", code: .figureKind)
    }
    if own.node("share") != nil, form == .groups { return .share(of: try own.text("share")) }
    if case .ranking = form, own.node("difference") != nil {
      let names = try own.texts("difference")
      guard names.count == 2 else {
        throw own.bad("difference", "difference 应为两个指标", "写成 difference: [demand, seekers]")
      }
      return .difference(names[0], names[1])
    }
    guard let figure = try figure(own, MarketFigure.columns(of: form)) else {
      throw YAMLMap.wrong(own.mark, map.path, "这张表不能有 \(given[0])", "写成 swift: …", code: .unfitMarketFigure)
    }
    return .swift(figure)
  }

  private func figure(_ own: YAMLMap, _ allowed: [MarketFigure]) throws -> MarketFigure? {
    guard own.node("swift") != nil else { return nil }
    let name = try own.text("swift")
    if let figure = allowed.first(where: { $0.rawValue == name }) { return figure }
    let names = allowed.map(\.rawValue)
    let what = MarketFigure(rawValue: name) == nil ? "没有名为 \(name) 的程序内指标" : "\(name) 不能用在这种表中"
    throw YAMLMap.wrong(
      own.node("swift")?.mark, map.path, what,
      Spelling.nearest(name, in: names).map { "是否应为 \($0)?" } ?? "可用: \(names.joined(separator: " "))",
      code: .unfitMarketFigure)
  }

  private func unit(_ own: YAMLMap) throws -> Label {
    if case .mapping? = own.node("unit") { return try label(own.map("unit", keys: ["zh", "en"])) }
    guard let node = own.node("unit") else {
      throw YAMLMap.wrong(own.mark, map.path, "缺少 unit", "写明单位; 没有单位写 unit: \"\"", code: .missingKey)
    }
    let text = node.scalar?.string ?? ""
    return Label(zh: text, en: text)
  }
}
