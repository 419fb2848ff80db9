import Domain

/// Reads `Pipelines/rules/deadlines.yaml`.
public enum DeadlinesFile {
  /// - Throws: `PipelineError` those of `YAMLMap` with the place.
  public static func read(_ path: String) throws -> Deadlines {
    let map = try YAMLMap(file: path, keys: [])
    var rules: [String: Deadlines.Rule] = [:]
    for kind in map.keys {
      let own = try map.map(kind, keys: ["limit", "longer", "unit", "source", "off", "sample"])
      guard let limit = try own.optionalInteger("limit", limit: 3660), limit > 0 else {
        throw own.bad("limit", "\(kind) 缺少期限 limit", "写成 limit: 15")
      }
      let longer = try own.optionalInteger("longer", limit: 3660)
      if let longer, longer <= limit { throw own.bad("longer", "延长后的期限 \(longer) 不长于 \(limit)", "改正, 或删去 longer") }
      let unit = try own.text("unit")
      guard ["work", "day"].contains(unit) else {
        throw own.bad("unit", "unit 不能是 \(unit)", "写成 work (工作日) 或 day (自然日)")
      }
      rules[kind] = Deadlines.Rule(
        limit: limit, longer: longer, isWorking: unit == "work", source: try own.text("source"),
        isOff: try own.optionalFlag("off"), sample: try own.optionalInteger("sample", limit: 3660))
    }
    return Deadlines(rules)
  }
}
