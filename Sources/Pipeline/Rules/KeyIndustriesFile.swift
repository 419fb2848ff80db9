import Declarations
import Domain
import Yams

/// Reads `rules/key-industries.yaml`.
public struct KeyIndustriesFile {
  private let path: String
  private let industryCodes: CodeList
  private let occupationCodes: CodeList

  /// - Throws: `PipelineError` that names file, line and column of what is wrong: also a code that its list does not have.
  public static func read(_ folder: String, book: CodeBook) throws -> KeyIndustries {
    let file = KeyIndustriesFile(
      path: "\(folder)/key-industries.yaml", industryCodes: try book.list("industry"),
      occupationCodes: try book.list("occupations"))
    return try file.read()
  }

  private func read() throws -> KeyIndustries {
    let map = try RulesFile.map(
      path, keys: ["least_share", "industries", "categories"], subject: "重点产业的规则文件")
    guard let share = try map.optionalNumber("least_share"), share > 0, share <= 1 else {
      throw map.bad("least_share", "least_share 应为大于 0、不大于 1 的数", "写成 least_share: 0.5")
    }
    var (industries, occupations) = (Seen(), Seen())
    let all = try map.list("industries").map { try industry($0, &industries, &occupations) }
    guard !all.isEmpty else { throw map.bad("industries", "industries 是空的", "至少列一个重点产业") }
    if let twice = all.first(where: { one in all.count { $0.name == one.name } > 1 }) {
      throw map.bad("industries", "重点产业 \(twice.name) 出现两次", "合为一个")
    }
    return KeyIndustries(industries: all, leastShare: share, categories: try categories(map))
  }

  /// Which codes were met, and under which name.
  private typealias Seen = [String: String]

  private func industry(
    _ node: Node, _ industries: inout Seen, _ occupations: inout Seen
  ) throws -> KeyIndustry {
    let map = try YAMLMap(node, path: path, keys: ["name", "industry", "occupations", "fields"])
    let name = try map.text("name")
    let own = try codes(map, "industry", in: industryCodes, of: name, &industries)
    let listed = try codes(map, "occupations", in: occupationCodes, of: name, &occupations)
    guard !own.isEmpty || !listed.isEmpty else {
      throw map.bad("name", "\(name) 没有行业也没有职业", "补上 industry 或 occupations")
    }
    var (inFields, jobsInFields) = (Seen(), Seen())
    let fields = try map.list("fields").map { node in
      let field = try YAMLMap(node, path: path, keys: ["name", "industry", "occupations"])
      let name = try field.text("name")
      let codes = try self.codes(field, "industry", in: industryCodes, of: name, &inFields)
      if let stray = codes.first(where: { code in !own.contains(where: code.hasPrefix) }) {
        throw field.bad("industry", "\(name) 的行业 \(stray) 不在所属产业的 industry 之内", "先把它或它的上级加进产业的 industry")
      }
      return KeyIndustry.Field(
        name: name, industries: codes,
        occupations: try self.codes(field, "occupations", in: occupationCodes, of: name, &jobsInFields))
    }
    for field in fields {
      for code in field.occupations {
        if let other = occupations.updateValue(name, forKey: code), other != name {
          throw map.bad("fields", "职业 \(code) 同时在 \(other) 和 \(name)", "只留一处")
        }
      }
    }
    return KeyIndustry(name: name, industries: own, occupations: listed, fields: fields)
  }

  private func categories(_ map: YAMLMap) throws -> [JobCategory: [String]] {
    let inner = try map.map("categories", keys: JobCategory.allCases.map(\.rawValue))
    var seen = Seen()
    var result: [JobCategory: [String]] = [:]
    for category in JobCategory.allCases {
      result[category] = try codes(inner, category.rawValue, in: occupationCodes, of: category.rawValue, &seen)
    }
    return result
  }

  /// The codes below `key`; each must be in its list and under one name only.
  private func codes(
    _ map: YAMLMap, _ key: String, in list: CodeList, of name: String, _ seen: inout Seen
  ) throws -> [String] {
    try map.list(key).map { node in
      guard let code = node.scalar?.string, list.entry(code: code) != nil else {
        let text = node.scalar?.string ?? key
        throw YAMLMap.wrong(
          node.mark, path, "\(text) 不在代码表 \(list.id) 中", "查 codelists/\(list.id).csv; 代码要加引号", code: .wrongValue)
      }
      if let other = seen.updateValue(name, forKey: code) {
        throw YAMLMap.wrong(node.mark, path, "\(code) 同时在 \(other) 和 \(name)", "只留一处", code: .wrongValue)
      }
      return code
    }
  }
}
