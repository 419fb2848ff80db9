import Domain
import Yams

/// Reads `by` and `rows`.
struct TableAxisFile {
  let file: TableFile
  let dataset: DatasetView

  /// The axis of the table.
  func axis() throws -> TableAxis {
    switch file.map.node("by") {
    case nil: return .none
    case .scalar(let scalar)?:
      guard scalar.string != "none", let expression = try file.map.condition("by") else { return .none }
      try checkField(expression.sql, dataset, scalar.mark)
      return .expression(expression)
    case .mapping(let mapping)? where mapping.count == 1 && mapping.keys.first?.scalar?.string == "each":
      let map = try file.map.map("by", keys: ["each"])
      guard let field = try map.condition("each") else { return .none }
      guard let column = dataset.column(field.sql) else {
        throw file.unknownField(field.sql, dataset, map.node("each")?.mark)
      }
      guard column.isArray else {
        throw map.bad("each", "字段 \(field.sql) 不是列表字段", "each 只用于列表字段; 其他字段写成 by: \(field.sql)")
      }
      return .each(field)
    default:
      let map = try file.map.map("by")
      var found: [String: Condition] = [:]
      for name in map.keys {
        let view = try file.dataset(name, at: map, name)
        guard let expression = try map.condition(name) else { throw map.bad(name, "缺少 \(name) 的表达式", "写成 \(name): 字段") }
        try checkField(expression.sql, view, map.node(name)?.mark)
        found[name] = expression
      }
      return .byDataset(found)
    }
  }

  /// A single word is a field, and none of persons.
  private func checkField(_ text: String, _ dataset: DatasetView, _ mark: Mark?) throws {
    guard text.wholeMatch(of: TableAxisFile.word()) != nil else { return }
    guard let column = dataset.column(text) else { throw file.unknownField(text, dataset, mark) }
    guard column.storage != .opaque, !column.isArray else {
      throw YAMLMap.wrong(
        mark, file.map.path, "不能按 \(text) 分行: 它是个人标识或列表", "换一个字段; 列表字段写成 by: {each: \(text)}", code: .personAxis)
    }
  }

  private static func word() -> Regex<Substring> { /[A-Za-z_][A-Za-z0-9_]*/ }
}

extension TableFile {
  /// The rows of the table: those that stand there, the entries of the field's code list, or what occurs.
  func rows(_ axis: TableAxis, _ dataset: DatasetView) throws -> TableRows {
    switch map.node("rows") {
    case .scalar(let scalar)?:
      guard scalar.string == "seen" else {
        throw map.bad("rows", "rows 应为一个列表或 seen", "写成 rows: [{key: 甲, zh: 甲, en: A}]")
      }
      return .seen
    case .sequence(let nodes)?: return .listed(try listed(Array(nodes), axis))
    case .mapping?: throw map.bad("rows", "rows 应为一个列表或 seen", "写成 rows: [{key: 甲, zh: 甲, en: A}]")
    default: break
    }
    let field: Condition? =
      switch axis {
      case .none: nil
      case .expression(let field), .each(let field): field
      case .byDataset(let all): all[dataset.name]
      }
    guard let field, let list = dataset.column(field.sql)?.list else {
      guard axis.isNone else {
        throw YAMLMap.wrong(
          map.node("by")?.mark, map.path, "by 不是有代码表的字段, 表的行不知道有哪些", "写明 rows: […], 或 rows: seen (出现的值)",
          code: .unknownRows)
      }
      return .seen
    }
    return .listed(try entries(list, at: map.node("by")?.mark))
  }

  /// The entries of a code list as rows or columns.
  func entries(_ id: String, at mark: Mark?) throws -> [TableRow] {
    let list = try context.lists.list(id)
    guard list.depth <= 1 else {
      throw YAMLMap.wrong(mark, map.path, "代码表 \(id) 有层级, 不能整个作为行或列", "用 level(字段, 级) 并写明 rows", code: .unknownRows)
    }
    return list.entries.map { TableRow(key: $0.name, label: $0.label) }
  }

  private func listed(_ nodes: [Node], _ axis: TableAxis) throws -> [TableRow] {
    var rows: [TableRow] = []
    for node in nodes {
      let row = try YAMLMap(node, path: map.path, keys: ["key", "zh", "en", "of", "where"])
      let key = try row.text("key")
      guard !rows.contains(where: { $0.key == key }), key != FigureDefinition.total, key != FigureDefinition.rest else {
        throw YAMLMap.wrong(row.mark, map.path, "行 \(key) 重复, 或用了保留的名字 total、rest", "改用另一个 key", code: .declaredTwice)
      }
      let label = Label(zh: try row.optionalText("zh") ?? key, en: try row.optionalText("en") ?? key)
      var part: TableRow.Part?
      if let parent = try row.optionalText("of") {
        guard rows.contains(where: { $0.key == parent && $0.part == nil }), !axis.isEach else {
          throw YAMLMap.wrong(
            row.node("of")?.mark, map.path, "其中行 \(key) 的上级行 \(parent) 不在它之前, 或表按列表字段分行", "of 写前面一行的 key",
            code: .unknownRow)
        }
        guard let condition = try row.condition("where") else {
          throw YAMLMap.wrong(row.mark, map.path, "其中行 \(key) 缺少 where", "写明其中行的条件", code: .missingKey)
        }
        part = TableRow.Part(of: parent, where: condition)
      } else if row.node("where") != nil {
        throw YAMLMap.wrong(row.mark, map.path, "行 \(key) 有 where 而没有 of", "补上 of: 上级行的 key", code: .missingKey)
      }
      rows.append(TableRow(key: key, label: label, part: part))
    }
    guard rows.filter({ $0.part != nil }).count <= 16 else {
      throw YAMLMap.wrong(map.node("rows")?.mark, map.path, "其中行超过 16 个", "分成两张表", code: .tooManyParts)
    }
    return rows
  }
}
