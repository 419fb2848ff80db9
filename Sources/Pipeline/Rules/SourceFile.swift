import Declarations
import Domain

/// Reads a file under `Pipelines/sources/`.
enum SourceFile {
  static let keys = [
    "source", "title", "contract", "encoding", "delimiter", "quote", "escape", "header_row", "sheet",
    "home_region", "missing", "constants", "columns", "values",
    "defaults", "key", "required", "strict", "shapes", "lists",
    "strip", "life_days", "several", "as_of", "unit", "period", "delivery",
    "code_titles",
  ]

  /// - Throws: `PipelineError` that names line and column of what is wrong.
  static func read(_ path: String, _ datasets: Datasets) throws -> SourceSpec {
    let map = try YAMLMap(file: path, keys: keys)
    let contract = try contract(map, datasets)
    let fields = contract.fields.map(\.name)
    var source = SourceSpec(id: try map.text("source"), title: try map.text("title"), contract: contract)
    guard !source.id.isEmpty, source.id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else {
      throw map.bad("source", "source 只能用英文字母、数字和 -", "写成 source: fcg-public")
    }
    try SourceDialect.read(map, into: &source)
    source.homeRegion = try region(map)
    if map.node("missing") != nil { source.missing = try map.texts("missing") }
    source.constants = try texts(map, "constants", fields)
    source.defaults = try texts(map, "defaults", fields)
    if let columns = try map.optionalMap("columns", keys: fields) {
      for field in columns.keys { source.columns[field] = try columns.texts(field) }
    }
    if let values = try map.optionalMap("values", keys: fields) {
      for field in values.keys { source.values[field] = try texts(values, field, []) }
    }
    source.key = try map.texts("key")
    source.required = Set(try map.texts("required"))
    source.strict = Set(try map.texts("strict"))
    source.shapes = try texts(map, "shapes", fields)
    for (key, named) in [("key", Set(source.key)), ("required", source.required), ("strict", source.strict)] {
      for field in named.sorted() where !fields.contains(field) {
        let hint = Spelling.nearest(field, in: fields).map { "是否应为 \($0)?" } ?? "用数据字典中的字段名"
        throw map.bad(key, "\(key) 中的 \(field) 不是 \(contract.name) 的字段", hint)
      }
    }
    // A field that is not kept would make one row of many.
    for field in source.key where contract.textSlots[field] == nil && contract.columns(of: field).isEmpty {
      throw map.bad("key", "\(field) 不进仓库, 不能用来合成主键", "从 key 中去掉, 换成别的字段")
    }
    source.lists = try texts(map, "lists", fields)
    for (key, named) in [("shapes", source.shapes), ("lists", source.lists)] {
      for field in named.keys.sorted() where contract.textSlots[field] == nil {
        throw map.bad(key, "\(field) 不是文字字段", "\(key) 只用于编号、专业等文字字段")
      }
    }
    try readAssumptions(map, &source, fields)
    if let several = try map.optionalText("several") {
      guard several == "first" else {
        throw map.bad("several", "several 只能是 first, 而不是 \(several)", "一格几个地名时取第一个写 several: first; 取包含它们的地区则不写")
      }
      source.takesFirstPlace = true
    }
    if let delivery = try map.optionalText("delivery") {
      guard delivery == "full" else {
        throw map.bad("delivery", "delivery 只能是 full, 而不是 \(delivery)", "每次导出都含全部记录的写 delivery: full; 只含新增和变化的不写")
      }
      source.deliversAll = true
    }
    source.codesTitles = try map.node("code_titles") == nil || map.optionalFlag("code_titles")
    source.sheet = try map.optionalText("sheet")
    source.strip = try texts(map, "strip", fields)
    for (field, characters) in source.strip.sorted(by: { $0.key < $1.key }) where characters.isEmpty {
      throw map.bad("strip", "\(field) 没有写要去掉的字符", "写成 strip: {\(field): \"[]'\"}")
    }
    source.lifeDays = try map.optionalInteger("life_days", limit: 3650)
    return source
  }

  /// What texts that do not say so themselves are read with: the day, the unit and the period of a pay.
  private static func readAssumptions(_ map: YAMLMap, _ source: inout SourceSpec, _ fields: [String]) throws {
    if let text = try map.optionalText("as_of") {
      guard let day = DateText.parse(text) else {
        throw map.bad("as_of", "as_of 应为日期, 而不是 \(text)", "写成 as_of: 2026-11-20")
      }
      source.asOf = day
    }
    let pays = Set(source.contract.fields.filter { $0.kind is PayField || $0.kind is PayAmountField }.map(\.name))
    for (key, named, words) in [
      ("unit", PayText.Assumption.unit, "元 千元 万元"), ("period", PayText.Assumption.months, "年 月 日 小时"),
    ] {
      for (field, word) in try texts(map, key, fields) {
        guard pays.contains(field) else {
          throw map.bad(key, "\(field) 不是薪酬字段", "\(key) 只用于 \(pays.sorted().joined(separator: "、"))")
        }
        guard let value = named(word) else { throw map.bad(key, "不认识 \(word)", "可用 \(words)") }
        if key == "unit" { source.pay[field, default: .init()].unit = value }
        if key == "period" { source.pay[field, default: .init()].months = value }
      }
    }
  }

  private static func contract(_ map: YAMLMap, _ datasets: Datasets) throws -> Contract {
    let name = try map.text("contract")
    guard let contract = datasets.named(name) else {
      let names = datasets.contracts.map(\.name)
      let hint = Spelling.nearest(name, in: names).map { "是否应为 \($0)?" } ?? "可用: \(names.joined(separator: " "))"
      throw map.bad("contract", "没有名为 \(name) 的数据字典", hint)
    }
    return contract
  }

  private static func region(_ map: YAMLMap) throws -> String? {
    guard let code = try map.optionalText("home_region") else { return nil }
    guard code.count == 6, code.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      throw map.bad("home_region", "home_region 应为 6 位区划代码, 而不是 \(code)", "写成 home_region: \"450600\"")
    }
    return code
  }

  private static func texts(_ map: YAMLMap, _ key: String, _ fields: [String]) throws -> [String: String] {
    guard let inner = try map.optionalMap(key, keys: fields) else { return [:] }
    return Dictionary(uniqueKeysWithValues: try inner.keys.map { ($0, try inner.text($0)) })
  }
}
