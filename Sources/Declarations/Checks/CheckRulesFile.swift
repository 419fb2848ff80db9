import Domain

/// Reads `rules/checks.yaml`: `off: [G-05]`, `G-01: {days: 60}`.
public enum CheckRulesFile {
  /// - Throws: `PipelineError` those of `YAMLMap`, TF727 (no such check or parameter) with the place.
  public static func read(_ path: String, for checks: [Check]) throws -> CheckRules {
    let known = Dictionary(checks.map { ($0.id, $0) }) { first, _ in first }
    let map = try YAMLMap(file: path, keys: [])
    let off = try map.texts("off")
    for id in off where known[id] == nil { throw unknown(map, "off", id, Array(known.keys)) }
    var values: [String: [String: Check.Value]] = [:]
    for id in map.keys where id != "off" {
      guard let check = known[id] else { throw unknown(map, id, id, Array(known.keys)) }
      let own = try map.map(id)
      for name in own.keys {
        guard let before = check.values[name] else { throw unknown(own, name, name, Array(check.values.keys)) }
        let text = try own.text(name)
        let value: Check.Value
        switch before {
        case .text: value = .text(text)
        case .integer:
          guard let number = Int(text) else {
            throw own.bad(name, "\(name) 应为整数, 而不是 \(text)", "写成 \(name): 60")
          }
          value = .integer(number)
        }
        values[id, default: [:]][name] = value
      }
    }
    return CheckRules(off: Set(off), values: values)
  }

  private static func unknown(_ map: YAMLMap, _ key: String, _ name: String, _ names: [String]) -> PipelineError {
    let hint =
      Spelling.nearest(name, in: names.sorted()).map { "是否应为 \($0)?" } ?? "可用: \(names.sorted().joined(separator: " "))"
    return YAMLMap.wrong(map.node(key)?.mark ?? map.mark, map.path, "没有检查或参数 \(name)", hint, code: .unknownCheck)
  }
}
