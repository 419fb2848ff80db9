import Domain
import Yams

/// Reads one figure of a table file.
struct FigureFile {
  static let kinds = [
    "count", "sum", "distinct", "quantile", "duration", "percent", "ratio", "difference", "share", "swift",
  ]
  static let keys =
    [
      "id", "zh", "en", "def", "unit", "decimals", "scale", "print", "open", "better", "from", "at", "where", "window",
      "across",
      "persons", "least",
    ] + kinds

  let file: TableFile
  let map: YAMLMap
  let rows: TableRows

  init(_ node: Node, _ file: TableFile, rows: TableRows) throws {
    self.file = file
    self.rows = rows
    map = try YAMLMap(node, path: file.map.path, keys: FigureFile.keys)
  }

  func figure() throws -> FigureDefinition {
    let id = try map.text("id")
    guard id.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil else {
      throw map.bad("id", "指标的 id 应由小写字母、数字和下划线组成, 而不是 \(id)", "写成 id: archive_in")
    }
    let kind = try self.kind(id)
    let isPrinted = try map.optionalText("print") != "false"
    _ = try file.choice("print", ["true", "false"], in: map)
    let name = kind.isLeaf ? try map.optionalText("from") : nil
    if let name { _ = try file.dataset(name, at: map, "from") }
    if !kind.isLeaf { try refuseKeysOfLeaves(id) }
    return FigureDefinition(
      id: id, label: try label(), definition: try map.optionalMap("def", keys: ["zh", "en"])?.label(),
      unit: try unit(isPrinted), kind: kind, dataset: name,
      condition: try map.condition("where"), isPrinted: isPrinted, places: try places(),
      window: max(try map.optionalInteger("window", limit: 40) ?? 1, 1), across: try across(),
      countsPersons: try map.optionalFlag("persons"), openReason: try openReason(), least: try least(),
      decimals: try map.optionalInteger("decimals", limit: 6), scale: try map.optionalNumber("scale"),
      better: try file.choice("better", FigureDefinition.Direction.allCases.map(\.rawValue), in: map)
        .flatMap(FigureDefinition.Direction.init),
      place: map.mark.map { "\(map.path):\($0.line):\($0.column)" } ?? map.path)
  }

  private func label() throws -> Label { try map.label() }

  private func unit(_ isPrinted: Bool) throws -> Label {
    if case .mapping? = map.node("unit") { return try map.map("unit", keys: ["zh", "en"]).label() }
    guard let node = map.node("unit") else {
      guard !isPrinted else {
        throw YAMLMap.wrong(map.mark, map.path, "缺少 unit", "写明单位; 没有单位写 unit: \"\"", code: .missingKey)
      }
      return Label(zh: "", en: "")
    }
    let text = node.scalar?.string ?? ""
    // English names say what they count; a sign is the same in both.
    return Label(zh: text, en: text.allSatisfy(\.isASCII) ? text : "")
  }

  private func refuseKeysOfLeaves(_ id: String) throws {
    for key in ["from", "where", "window", "across", "persons", "open", "least"] where map.node(key) != nil {
      throw map.bad(key, "\(key) 只用于直接从数据集计数的指标, \(id) 由其他指标算出", "把 \(key) 写到 \(id) 的分子、分母上")
    }
  }

  private func places() throws -> FigureDefinition.Places {
    switch map.node("at") {
    case nil: return .all
    case .scalar(let scalar)? where scalar.string == FigureDefinition.total: return .total
    default: break
    }
    let keys = try map.list("at").map { node in
      guard let key = node.scalar?.string else {
        throw YAMLMap.wrong(node.mark, map.path, "at 应为 total 或行的 key", "写成 at: [仲裁]")
      }
      if let listed = rows.listed, !listed.contains(where: { $0.key == key }), key != FigureDefinition.rest {
        throw YAMLMap.wrong(node.mark, map.path, "表中没有行 \(key)", file.hint(key, listed.map(\.key)), code: .unknownRow)
      }
      return key
    }
    return .rows(Set(keys))
  }

  private func across() throws -> FigureDefinition.Across? {
    guard let across = try map.optionalMap("across", keys: ["field", "list"]) else { return nil }
    guard let field = try across.condition("field") else {
      throw YAMLMap.wrong(
        across.mark, map.path, "across 缺少 field", "写成 across: {field: 字段, list: 代码表}", code: .missingKey)
    }
    return FigureDefinition.Across(
      field, columns: try file.entries(across.text("list"), at: across.node("list")?.mark))
  }

  private func openReason() throws -> String? {
    guard let reason = try map.optionalText("open") else { return nil }
    guard file.context.openReasons.contains(reason) else {
      throw YAMLMap.wrong(
        map.node("open")?.mark, map.path, "open 的理由 \(reason) 不在 rules/disclosure.yaml 中",
        "只能写那里列出的理由; 否则删去 open", code: .unlistedReason)
    }
    return reason
  }

  private func least() throws -> FigureDefinition.Least? {
    guard let least = try map.optionalMap("least", keys: ["weight", "contributors"]) else { return nil }
    return FigureDefinition.Least(
      weight: try least.optionalNumber("weight") ?? 0,
      contributors: try least.optionalInteger("contributors", limit: 1_000_000) ?? 0)
  }
}

extension TableFile {
  func figures(_ rows: TableRows) throws -> [FigureDefinition] {
    let nodes = try map.list("figures")
    guard !nodes.isEmpty else { throw YAMLMap.wrong(map.mark, map.path, "缺少 figures", "写明至少一个指标", code: .missingKey) }
    var figures: [FigureDefinition] = []
    for node in nodes {
      let figure = try FigureFile(node, self, rows: rows).figure()
      guard !figures.contains(where: { $0.id == figure.id }) else {
        throw YAMLMap.wrong(node.mark, map.path, "指标 \(figure.id) 重复", "改用另一个 id", code: .declaredTwice)
      }
      figures.append(figure)
    }
    return figures
  }
}
