import Domain
import Foundation
import Yams

/// Reads a file under `Pipelines/datasets`.
public enum DatasetFile {
  static let keys = [
    "dataset", "title", "key", "roles", "fields", "checks", "life_days", "never_public", "screened", "select",
    "fields_of",
  ]

  /// What a file declares.
  public enum Declared {
    case contract(Contract)
    /// A SELECT over other datasets, `of` one of which its columns are.
    case derived(DatasetView, of: String)
  }

  /// - Throws: `PipelineError` that names file, line and column of what is wrong.
  public static func read(_ path: String) throws -> Declared {
    let map = try YAMLMap(file: path, keys: keys)
    let name = try identifier(map, "dataset")
    guard !Reserved.tables.contains(name), !name.hasPrefix("list_"), !name.hasSuffix(Contract.findingsEnding) else {
      throw map.bad("dataset", "\(name) 是程序自己的表名, 不能作数据集名", "换一个名称")
    }
    let titles = try map.map("title", keys: ["zh", "en"])
    let title = Label(zh: try titles.text("zh"), en: try titles.text("en"))
    if map.node("select") != nil { return try derived(map, name, title) }
    for key in ["fields_of"] where map.node(key) != nil {
      throw map.bad(key, "\(key) 只用于由 select 得来的数据集", "删去这一行, 或写 select: 文件.sql")
    }
    let fields = try fields(map)
    let contract = Contract(
      name: name, title: title, key: try key(map, fields), roles: try roles(map, fields),
      lifeDays: try map.optionalInteger("life_days", limit: 3650), neverPublic: try map.condition("never_public"),
      screened: try screened(map, fields), fields: fields, checks: try checks(map, fields))
    try complete(contract, map)
    return .contract(contract)
  }

  private static func derived(_ map: YAMLMap, _ name: String, _ title: Label) throws -> Declared {
    for key in ["checks", "life_days", "never_public", "screened"] where map.node(key) != nil {
      throw map.bad(key, "由 select 得来的数据集没有 \(key)", "删去这一项; 字段的类型由 fields_of 指明的数据集给出")
    }
    let path = "\((map.path as NSString).deletingLastPathComponent)/\(try map.text("select"))"
    guard let data = FileManager.default.contents(atPath: path), let sql = String(data: data, encoding: .utf8) else {
      throw map.bad("select", "没有文件 \(path), 或不是 UTF-8", "把 SELECT 语句存在这个文件中")
    }
    // What the SELECT adds to the fields of the other dataset.
    let added = map.node("fields") == nil ? [] : try fields(map).flatMap { $0.kind.views(of: $0.name).map(\.column) }
    let view = DatasetView(
      name: name, title: title, columns: added, roles: try roles(map, nil), contributor: nil,
      select: .init(sql: sql, path: path))
    return .derived(view, of: try map.text("fields_of"))
  }

  /// Texts that rules for postings look at: packed ones alone are read.
  private static func screened(_ map: YAMLMap, _ fields: [Field]) throws -> [String] {
    guard map.node("screened") != nil else { return [] }
    let names = try map.texts("screened")
    for name in names {
      guard fields.contains(where: { $0.name == name && $0.keep == .packed }) else {
        throw map.bad("screened", "\(name) 不是 keep: packed 的文字字段", "只写 kind: text, keep: packed 的字段")
      }
    }
    return names
  }

  /// What only the whole can tell.
  private static func complete(_ contract: Contract, _ map: YAMLMap) throws {
    guard let start = contract.roles.start,
      contract.fields.contains(where: { $0.isRequired && $0.columns.contains(start) })
    else {
      throw map.bad("roles", "缺少 start: 一个必填的日期字段, 行由它归入时期", "写成 roles: {start: 日期字段, …}, 该字段写 required: true")
    }
    let own = contract.integerColumns + contract.fields.map(\.name).filter { !contract.integerColumns.contains($0) }
    let twice = Dictionary(grouping: own, by: { $0 }).first { $0.value.count > 1 }?.key
    if let twice = twice ?? own.first(where: Reserved.columns.contains) {
      throw map.bad("fields", "列名 \(twice) 重复或为程序所用", "换一个字段名")
    }
    if let life = contract.lifeDays, life == 0 || contract.roles.ends.isEmpty {
      throw map.bad("life_days", "有 life_days 的数据集要在 roles 中写 ends", "写成 roles: {…, ends: [关闭日期, 有效期至]}")
    }
  }

  private static func key(_ map: YAMLMap, _ fields: [Field]) throws -> [String] {
    let key = try map.texts("key")
    guard !key.isEmpty else { throw map.bad("key", "key 是空的", "写成 key: [编号字段]") }
    for name in key {
      guard let field = fields.first(where: { $0.name == name }) else { throw unknown(map, "key", name, fields) }
      guard field.kind.text != nil || !field.columns.isEmpty else {
        throw map.bad("key", "\(name) 不进仓库, 不能作主键", "换一个字段")
      }
      guard field.isRequired || field.fallback != nil else {
        throw map.bad("key", "主键的字段 \(name) 没有写 required: true", "在 fields 中给它加上 required: true")
      }
    }
    return key
  }

  static func identifier(_ map: YAMLMap, _ key: String) throws -> String {
    let name = try map.text(key)
    guard Reserved.isName(name) else {
      throw map.bad(key, "\(name) 只能用小写英文字母、数字和 _, 以字母开头, 且不是 SQL 的词", "写成 \(key): permits")
    }
    return name
  }

  static func unknown(_ map: YAMLMap, _ key: String, _ name: String, _ fields: [Field]) -> PipelineError {
    let names = fields.map(\.name)
    let hint = Spelling.nearest(name, in: names).map { "是否应为 \($0)?" } ?? "可用: \(names.joined(separator: " "))"
    return map.bad(key, "\(key) 中的 \(name) 不是本数据集的字段", hint)
  }
}
