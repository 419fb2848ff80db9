import Declarations
import Domain
import Yams

/// Reads `rules/bulletin.yaml` and `rules/tables.yaml`.
enum RulesFolder {
  static func read(_ folder: String) throws -> BulletinRules {
    let path = "\(folder)/bulletin.yaml"
    let map = try YAMLMap(file: path, keys: ["bands", "top"])
    let bands = try map.list("bands").map { node in
      let band = try YAMLMap(node, path: path, keys: ["below", "zh", "en"])
      return BulletinRules.Band(below: try band.optionalNumber("below"), label: try label(band))
    }
    let limits = bands.map { $0.below ?? .infinity }
    guard limits.last == .infinity, zip(limits, limits.dropFirst()).allSatisfy(<) else {
      throw map.bad("bands", "bands 的 below 应由小到大, 且只有最后一条没有 below", "按由小到大重排")
    }
    return BulletinRules(
      bands: bands, topCount: try map.optionalInteger("top", limit: 100) ?? 10,
      tables: try tables("\(folder)/tables.yaml"))
  }

  private static let tableKeys = [
    "id", "zh", "en", "sides", "ratio", "dimension", "spread", "note_zh", "note_en", "rows",
  ]

  private static func tables(_ path: String) throws -> [TableLayout] {
    try YAMLMap(file: path, keys: ["tables"]).list("tables").map { node in
      let map = try YAMLMap(node, path: path, keys: tableKeys)
      let note = try map.optionalText("note_zh").map { Label(zh: $0, en: try map.text("note_en")) }
      return TableLayout(
        id: try map.text("id"), title: try label(map), note: note, dimension: try dimension(map),
        sides: try choice(map, "sides", TableLayout.Sides.allCases),
        ratio: map.node("ratio") == nil ? .absent : try choice(map, "ratio", TableLayout.RatioRule.allCases),
        spreadsRest: try map.optionalFlag("spread"), rows: try rows(map))
    }
  }

  private static func rows(_ table: YAMLMap) throws -> [TableLayout.Row] {
    let nodes = try table.list("rows")
    let rows = try nodes.map { node in
      let map = try YAMLMap(node, path: table.path, keys: ["key", "zh", "en", "codes", "role", "parent", "side"])
      return TableLayout.Row(
        key: try map.text("key"), label: try label(map),
        role: map.node("role") == nil ? .item : try choice(map, "role", StatRow.Role.allCases),
        parent: try map.optionalText("parent"),
        side: map.node("side") == nil ? nil : try choice(map, "side", TableLayout.Sides.allCases),
        codes: try map.texts("codes"))
    }
    for (row, node) in zip(rows, nodes) {
      if let parent = row.parent, !rows.contains(where: { $0.key == parent }) {
        throw YAMLMap.wrong(node.mark, table.path, "行 \(row.key) 的 parent \(parent) 不是本表的行", "改为本表中的一个 key", code: 505)
      }
    }
    return rows
  }

  private static func dimension(_ map: YAMLMap) throws -> Dimension? {
    guard map.node("dimension") != nil else { return nil }
    let name = try map.text("dimension")
    guard let dimension = Dimension.allCases.first(where: { "\($0)" == name }) else {
      let names = Dimension.allCases.map { "\($0)" }
      throw map.bad("dimension", "不认识的 dimension \(name)", "可用: \(names.joined(separator: " "))")
    }
    return dimension
  }

  private static func choice<Value: RawRepresentable<String>>(
    _ map: YAMLMap, _ key: String, _ values: [Value]
  ) throws -> Value {
    let text = try map.text(key)
    guard let value = Value(rawValue: text) else {
      let names = values.map(\.rawValue)
      let hint = Spelling.nearest(text, in: names).map { "是否应为 \($0)?" } ?? "可用: \(names.joined(separator: " "))"
      throw map.bad(key, "\(key) 不能是 \(text)", hint)
    }
    return value
  }

  private static func label(_ map: YAMLMap) throws -> Label { Label(zh: try map.text("zh"), en: try map.text("en")) }
}
