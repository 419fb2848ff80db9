import Domain
import Yams

extension DatasetFile {
  private static let fieldKeys = ["kind", "as", "required", "keep", "default", "note"]

  static func fields(_ map: YAMLMap) throws -> [Field] {
    let inner = try map.map("fields")
    guard !inner.keys.isEmpty else { throw map.bad("fields", "fields 是空的", "列出字段") }
    let fields = try inner.keys.map { name in
      guard Reserved.isName(name) else {
        throw inner.bad(name, "字段名 \(name) 只能用小写英文字母、数字和 _, 以字母开头, 且不是 SQL 的词", "换一个名称")
      }
      return try field(name, inner)
    }
    var owners: [String: String] = [:]
    for field in fields {
      for alias in [field.name] + field.aliases {
        // A date may also be the time of the last change.
        guard let other = owners.updateValue(field.name, forKey: alias), other != field.name else { continue }
        throw inner.bad(field.name, "表头 \(alias) 同时给了 \(other) 和 \(field.name)", "只留一个")
      }
      if case .place(let others) = field.fallback {
        for other in others where !fields.contains(where: { $0.name == other && $0.kind is RegionField }) {
          throw inner.bad(field.name, "default 中的 \(other) 不是本数据集的地区字段", "写 source, 或另一个 kind: region 的字段")
        }
      }
      if case .field(let other)? = (field.kind as? CodeField)?.origin {
        guard let text = fields.first(where: { $0.name == other }) else {
          throw unknown(inner, field.name, other, fields)
        }
        guard text.kind.text == .plain else {
          throw inner.bad(field.name, "coded_from 的 \(other) 不是文字字段", "写 kind: text 的字段, 或 cell (这一格自己的文字)")
        }
      }
      if let first = field.kind as? FirstOfField {
        for other in first.fields {
          guard let part = fields.first(where: { $0.name == other }) else {
            throw unknown(inner, field.name, other, fields)
          }
          guard part.keep == .row, !(part.kind is FirstOfField), part.kind.storage != .nothing else {
            throw inner.bad(field.name, "\(other) 不在行中, 不能作 first-of 的一个", "换一个字段, 或删去它的 keep: packed")
          }
        }
      }
    }
    return fields
  }

  private static func field(_ name: String, _ fields: YAMLMap) throws -> Field {
    let bare = try fields.map(name)
    let kindName = try bare.text("kind")
    guard let kind = FieldKinds.named(kindName) else {
      let names = FieldKinds.all.map { $0.name }
      let hint = Spelling.nearest(kindName, in: names).map { "是否应为 \($0)?" } ?? "可用: \(names.joined(separator: " "))"
      throw bare.bad("kind", "没有 kind \(kindName)", hint)
    }
    let map = try fields.map(name, keys: fieldKeys + kind.parameters)
    let made: any FieldKind
    do { made = try kind.init(try parameters(map, kind.parameters)) } catch let problem as DeclarationProblem {
      throw fields.bad(name, "\(name): \(problem.message)", problem.remedy)
    }
    let keep = try map.optionalText("keep")
    guard keep == nil || made.text != nil, keep.map({ Field.Keep(rawValue: $0) != nil }) ?? true else {
      throw map.bad("keep", "keep 只能是 row 或 packed, 且只用于文字", "写成 keep: packed, 或删去")
    }
    let field = Field(
      name, made, try map.texts("as"), required: try map.optionalFlag("required"),
      keep: keep.flatMap(Field.Keep.init) ?? .row, fallback: try fallback(map, made),
      note: try map.optionalText("note") ?? "")
    guard made.text != .unit || field.isRequired || field.fallback != nil else {
      throw fields.bad(name, "\(name): 每一行都要有报送单位", "写上 required: true, 或 default: 单位名称")
    }
    return field
  }

  private static func fallback(_ map: YAMLMap, _ kind: any FieldKind) throws -> Field.Fallback? {
    let texts = try map.texts("default")
    guard let first = texts.last else { return nil }
    guard first == "source" else {
      guard texts.count == 1 else { throw map.bad("default", "default 只能有一个值", "写成 default: 值") }
      return .text(first)
    }
    guard kind is RegionField else {
      throw map.bad("default", "default: source 只用于地区", "写出缺省的值")
    }
    return .place(of: Array(texts.dropLast()))
  }

  /// The scalars and lists below the keys of a mapping.
  static func parameters(_ map: YAMLMap, _ keys: [String]) throws -> Parameters {
    var values: [String: [String]] = [:]
    for key in keys where map.node(key) != nil { values[key] = try map.texts(key) }
    return Parameters(values)
  }

  static func roles(_ map: YAMLMap, _ fields: [Field]?) throws -> Roles {
    let inner = try map.map(
      "roles", keys: ["start", "ends", "weight", "filled", "region", "contributor", "title", "copies"])
    func field(_ key: String, where isRight: (any FieldKind) -> Bool, _ wanted: String) throws -> String? {
      guard let name = try inner.optionalText(key) else { return nil }
      return try check(name, key, isRight, wanted)
    }
    func check(_ name: String, _ key: String, _ isRight: (any FieldKind) -> Bool, _ wanted: String) throws -> String {
      guard let fields else { return name }
      guard let found = fields.first(where: { $0.name == name }) else { throw unknown(inner, key, name, fields) }
      guard isRight(found.kind) else { throw inner.bad(key, "\(name) 不是\(wanted), 不能作 \(key)", "换一个字段") }
      return name
    }
    func isDay(_ kind: any FieldKind) -> Bool { kind.reading == .date || kind is PeriodField }
    // A period stands for its last day.
    func day(_ name: String) -> String {
      fields?.first { $0.name == name }?.kind is PeriodField ? "\(name)_end" : name
    }
    func isCount(_ kind: any FieldKind) -> Bool { kind is IntegerField || kind is OpeningsField }
    return Roles(
      start: try field("start", where: isDay, "日期").map(day),
      ends: try inner.texts("ends").map { day(try check($0, "ends", isDay, "日期")) },
      weight: try field("weight", where: isCount, "整数"), filled: try field("filled", where: isCount, "整数"),
      region: try field("region", where: { $0 is RegionField }, "地区"),
      contributor: try inner.optionalText("contributor").map { name in
        name == "none"
          ? .nobody
          : .field(
            try check(
              name, "contributor",
              { $0 is PersonField || $0 is FirstOfField || $0.text != nil || $0 is SecretField }, "个人、单位或编号"))
      },
      title: try field("title", where: { $0.text != nil }, "文字"),
      copies: try field("copies", where: { $0.text != nil }, "文字"))
  }

  static func checks(_ map: YAMLMap, _ fields: [Field]) throws -> [any RowCheck] {
    try map.list("checks").map { node in
      let entry = try YAMLMap(node, path: map.path, keys: [])
      guard let name = entry.keys.first, entry.keys.count == 1 else {
        throw YAMLMap.wrong(node.mark, map.path, "一项检查应为 名称: 参数", "写成 - in_order: [申请, 办结]")
      }
      guard let kind = RowChecks.named(name) else {
        let names = RowChecks.all.map { $0.name }
        let hint = Spelling.nearest(name, in: names).map { "是否应为 \($0)?" } ?? "可用: \(names.joined(separator: " "))"
        throw entry.bad(name, "没有检查 \(name)", hint)
      }
      let parameters =
        kind.parameters.isEmpty
        ? Parameters(["": try entry.texts(name)])
        : try self.parameters(try entry.map(name, keys: kind.parameters), kind.parameters)
      do {
        let check = try kind.init(parameters)
        if let strange = check.fields.first(where: { name in !fields.contains { $0.name == name } }) {
          throw unknown(entry, name, strange, fields)
        }
        return check
      } catch let problem as DeclarationProblem {
        throw entry.bad(name, "\(name): \(problem.message)", problem.remedy)
      }
    }
  }
}
