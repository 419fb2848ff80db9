import Domain
import Yams

/// Reads a file of `tables/` whose figures are computed in Swift from the market's cubes: it has a figure with `swift:`.
public struct MarketTableFile {
  static let keys = [
    "table", "title", "dataset", "section", "part", "by", "rows", "figures", "changes", "audience", "note",
  ]

  /// Whether a file declares a table of the market.
  public static func isOne(_ map: YAMLMap) -> Bool {
    guard case .sequence(let figures)? = map.node("figures") else { return false }
    return figures.contains { $0.mapping?.keys.contains { $0.scalar?.string == "swift" } ?? false }
  }

  /// The table that a file declares.
  ///
  /// - Throws: `PipelineError` of the first mistake, with line and column: those of `YAMLMap`; TF770 (a figure that is not
  ///   one of the tables of this form), TF505 (a name that is none), TF705 (unknown figure),
  ///   TF713 (declared twice), TF717 (unknown row).
  public static func read(_ map: YAMLMap) throws -> TableLayout {
    try MarketTableFile(map: map.limited(to: keys)).layout()
  }

  let map: YAMLMap

  private func layout() throws -> TableLayout {
    let datasets = try self.datasets()
    let dimension = try self.dimension()
    let form = try form(dimension)
    let layout = TableLayout(
      id: try map.text("table"), title: try label(map.map("title", keys: ["zh", "en"])),
      note: try map.optionalMap("note", keys: ["zh", "en"]).map(label), form: form, dimension: dimension,
      rows: try rows(form), columns: try columns(form), hasChanges: try hasChanges(),
      part: try choice("part", TableLayout.Part.allCases),
      section: try choice("section", TableLayout.Section.allCases) ?? .market,
      audience: try choice("audience", [Audience.everybody]) ?? .bureau)
    try check(layout, datasets)
    return layout
  }

  private func datasets() throws -> [String] {
    let names: [(name: String, node: Node)]
    switch map.node("dataset") {
    case .sequence(let nodes)?: names = nodes.compactMap { node in node.scalar.map { ($0.string, node) } }
    case let node?: names = [(try map.text("dataset"), node)]
    case nil: names = [(try map.text("dataset"), .scalar(.init("")))]
    }
    let known = [MarketDataset.postings, MarketDataset.seekers, MarketDataset.placements]
    if let other = names.first(where: { !known.contains($0.name) }) {
      throw YAMLMap.wrong(
        other.node.mark, map.path, "程序内指标没有数据集 \(other.name)", "可用: \(known.joined(separator: " "))", code: .wrongValue)
    }
    return names.map(\.name)
  }

  /// Openings and seekers are of the datasets that the file names.
  private func check(_ layout: TableLayout, _ datasets: [String]) throws {
    for (column, dataset) in [(layout.demand, MarketDataset.postings), (layout.seekers, MarketDataset.seekers)] {
      guard let column, !datasets.contains(dataset) else { continue }
      throw map.bad("dataset", "指标 \(column.id) 来自 \(dataset), dataset 没有写它", "写成 dataset: [postings, seekers]")
    }
    guard layout.form != .groups || layout.demand != nil || layout.seekers != nil else {
      throw map.bad("figures", "表没有人数", "加上 swift: valid_openings 或 valid_seekers 的指标")
    }
  }

  private func dimension() throws -> Dimension? {
    guard map.node("by") != nil else { return nil }
    let name = try map.text("by")
    guard let dimension = Dimension.allCases.first(where: { "\($0)" == name }) else {
      throw map.bad("by", "不认识的 by \(name)", "可用: \(Dimension.allCases.map { "\($0)" }.joined(separator: " "))")
    }
    return dimension
  }

  private func form(_ dimension: Dimension?) throws -> TableLayout.Form {
    if case .scalar? = map.node("rows"), let ranking = try choice("rows", TableLayout.Ranking.allCases) {
      return .ranking(ranking)
    }
    guard dimension != nil else {
      let isMatching = try map.list("rows").contains {
        $0.mapping?.keys.contains { $0.scalar?.string == "swift" } ?? false
      }
      return isMatching ? .matching : .overall
    }
    let filling = Set(MarketFigure.columns(of: .filling).map(\.rawValue))
    let names = try map.list("figures").compactMap { try YAMLMap($0, path: map.path, keys: []).optionalText("swift") }
    return names.contains(where: filling.contains) ? .filling : .groups
  }

  private func hasChanges() throws -> Bool {
    let changes = try map.list("changes")
    guard changes.isEmpty || changes.compactMap(\.scalar?.string) == ["previous", "yoy"] else {
      throw map.bad("changes", "changes 应为 [previous, yoy], 或没有", "写成 changes: [previous, yoy]")
    }
    return !changes.isEmpty
  }

  func label(_ map: YAMLMap) throws -> Label { Label(zh: try map.text("zh"), en: try map.text("en")) }

  /// One of a closed list of words; nil where the key is missing.
  func choice<Value: RawRepresentable<String>>(_ key: String, _ values: [Value], in own: YAMLMap? = nil) throws
    -> Value?
  {
    let map = own ?? map
    guard map.node(key) != nil else { return nil }
    let text = try map.text(key)
    if let value = values.first(where: { $0.rawValue == text }) { return value }
    let names = values.map(\.rawValue)
    let hint = Spelling.nearest(text, in: names).map { "是否应为 \($0)?" } ?? "可用: \(names.joined(separator: " "))"
    throw map.bad(key, "\(key) 不能是 \(text)", hint)
  }
}
