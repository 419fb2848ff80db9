import Domain
import Foundation
import Yams

/// Reads one file of `tables/`: a table with its figures, checked against the datasets and code lists.
public struct TableFile {
  static let keys = [
    "table", "title", "dataset", "every", "regions", "where", "needs", "by", "rows", "rest", "total", "top", "figures",
    "changes", "audience", "chart", "sentence", "note",
  ]
  static let units: [(name: String, unit: Period.Unit)] = [
    ("month", .month), ("quarter", .quarter), ("half", .half), ("year", .year),
  ]

  /// The table that the file declares.
  ///
  /// - Throws: `PipelineError` of the first mistake, with line and column: those of `YAMLMap`; TF701 (unknown dataset),
  ///   TF703 and TF712 (not fit for a public table), TF705 (unknown figure), TF706 (figures made of themselves), TF707 (no
  ///   kind of figure, or two), TF709 (open for a reason that is not listed), TF710 (rows not known), TF711 (unknown field),
  ///   TF713 (declared twice), TF714 (a figure that others cannot be made of).
  public static func read(_ map: YAMLMap, _ context: TableContext) throws -> TableDefinition {
    try TableFile(map: map.limited(to: keys), context: context).definition()
  }

  let map: YAMLMap
  let context: TableContext

  private func definition() throws -> TableDefinition {
    let dataset = try map.text("dataset")
    let view = try self.dataset(dataset, at: map, "dataset")
    let axis = try TableAxisFile(file: self, dataset: view).axis()
    let rows = try rows(axis, view)
    let figures = try figures(rows)
    let isPublic = try audience() == .everybody
    let definition = TableDefinition(
      id: try id(), title: try map.map("title", keys: ["zh", "en"]).label(), dataset: dataset,
      every: try choice("every", TableFile.units.map(\.name)).flatMap { name in
        TableFile.units.first { $0.name == name }?.unit
      } ?? .quarter,
      regions: try choice("regions", TableDefinition.Scope.allCases.map(\.rawValue))
        .flatMap(TableDefinition.Scope.init) ?? .county,
      condition: try map.condition("where"), needs: try needs(), axis: axis, rows: rows, rest: try rest(),
      hasTotal: try map.optionalFlag("total"), top: try top(), figures: figures,
      changes: try changes(), chart: try chart(),
      sentences: try map.list("sentence").map { try YAMLMap($0, path: map.path, keys: ["zh", "en"]).label() },
      note: try map.optionalMap("note", keys: ["zh", "en"])?.label(), audience: isPublic ? .everybody : .bureau,
      path: map.path)
    try TableChecks(definition, self).check()
    return definition
  }

  private func id() throws -> String {
    let id = try map.text("table")
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    guard isPlain, parts.count <= 2 else {
      throw map.bad("table", "表号应由字母和数字组成, 可带一个连字符, 而不是 \(id)", "写成 T17 或 T22-posts")
    }
    return id
  }

  func dataset(_ name: String, at map: YAMLMap, _ key: String) throws -> DatasetView {
    if let dataset = context.datasets[name] { return dataset }
    throw YAMLMap.wrong(
      map.node(key)?.mark ?? map.mark, map.path, "没有数据集 \(name)", hint(name, Array(context.datasets.keys)),
      code: .unknownDataset)
  }

  func hint(_ word: String, _ words: [String]) -> String {
    Spelling.nearest(word, in: words.sorted()).map { "是否应为 \($0)?" }
      ?? "可用的: \(words.sorted().joined(separator: " "))"
  }

  func choice(_ key: String, _ words: [String], in own: YAMLMap? = nil) throws -> String? {
    let map = own ?? map
    guard let text = try map.optionalText(key) else { return nil }
    guard words.contains(text) else { throw map.bad(key, "\(key) 不能是 \(text)", hint(text, words)) }
    return text
  }

  private func audience() throws -> Audience {
    try choice("audience", [Audience.everybody.rawValue]) == nil ? .bureau : .everybody
  }

  private func needs() throws -> [DatasetNeed] {
    try map.list("needs").map { node in
      guard let text = node.scalar?.string, let need = DatasetNeed(parsing: text) else {
        throw YAMLMap.wrong(node.mark, map.path, "needs 应为 数据集 或 数据集.字段=值", "写成 needs: [register.kind=职称]")
      }
      guard let dataset = context.datasets[need.dataset] else {
        throw YAMLMap.wrong(
          node.mark, map.path, "没有数据集 \(need.dataset)", hint(need.dataset, Array(context.datasets.keys)),
          code: .unknownDataset)
      }
      if let field = need.field, dataset.column(field) == nil {
        throw unknownField(field, dataset, node.mark)
      }
      return need
    }
  }

  func unknownField(_ field: String, _ dataset: DatasetView, _ mark: Mark?) -> PipelineError {
    YAMLMap.wrong(
      mark, map.path, "数据集 \(dataset.name) 没有字段 \(field)", hint(field, dataset.columns.map(\.name)), code: .unknownField
    )
  }

  private func rest() throws -> RestRow {
    if case .scalar(let scalar)? = map.node("rest") {
      guard scalar.string == "none" else {
        throw map.bad("rest", "rest 应为 {zh, en} 或 none", "写成 rest: {zh: 其他, en: Other}")
      }
      return .hidden
    }
    return try map.optionalMap("rest", keys: ["zh", "en"]).map { .labelled(try $0.label()) } ?? .asNeeded
  }

  private func top() throws -> TableDefinition.Top? {
    guard let top = try map.optionalMap("top", keys: ["n", "by"]) else { return nil }
    guard let count = try top.optionalInteger("n", limit: 1000), count > 0 else {
      throw top.bad("n", "top 应写明 n (大于 0)", "写成 top: {n: 10, by: 指标}")
    }
    return TableDefinition.Top(count, by: try top.text("by"))
  }

  private func changes() throws -> [TableDefinition.Change] {
    var found: [TableDefinition.Change] = []
    for node in try map.list("changes") {
      guard let change = node.scalar.flatMap({ TableDefinition.Change(rawValue: $0.string) }), !found.contains(change)
      else {
        throw YAMLMap.wrong(node.mark, map.path, "changes 中只能有 previous 和 yoy, 各一次", "写成 changes: [previous, yoy]")
      }
      found.append(change)
    }
    return found
  }

  private func chart() throws -> TableDefinition.Chart? {
    let forms = TableDefinition.Chart.Form.allCases
    guard let chart = try map.optionalMap("chart", keys: forms.map(\.rawValue)) else { return nil }
    let given = forms.filter { chart.node($0.rawValue) != nil }
    guard given.count == 1 else {
      throw YAMLMap.wrong(chart.mark, map.path, "chart 应为 bar 或 line 之一", "写成 chart: {bar: 指标}")
    }
    return TableDefinition.Chart(given[0], of: try chart.text(given[0].rawValue))
  }
}

extension YAMLMap {
  /// A name in both languages.
  func label() throws -> Label { Label(zh: try text("zh"), en: try text("en")) }

  /// An SQL expression with the place of its first character.
  func condition(_ key: String) throws -> Condition? {
    guard let text = try optionalText(key), let node = node(key) else { return nil }
    return YAMLMap.condition(node, text, path: path)
  }

  static func condition(_ node: Node, _ text: String, path: String) -> Condition {
    let isQuoted = node.scalar.map { [.singleQuoted, .doubleQuoted].contains($0.style) } ?? false
    return Condition(
      text, path: path, line: node.mark?.line ?? 1, column: (node.mark?.column ?? 1) + (isQuoted ? 1 : 0))
  }
}
