import Declarations
import Domain

/// Reads `rules/monitor.yaml`; a section that it lacks is off.
enum MonitorRulesFile {
  /// - Throws: `PipelineError` that names file, line and column of what is wrong.
  static func read(_ folder: String) throws -> MonitorRules {
    let map = try RulesFile.map(
      "\(folder)/monitor.yaml",
      keys: ["late", "files", "values", "titles", "market", "forecast", "archives", "releases", "calendar"],
      subject: "监测的规则文件, 而流程文件中写了 night")
    return MonitorRules(
      follow: try map.optionalMap("late", keys: ["follow"]).map { try integer($0, "follow", 1...60) },
      files: try files(map), values: try values(map), titles: try titles(map), market: try market(map),
      warning: try warning(map),
      archiveDays: try map.optionalMap("archives", keys: ["working_days"]).map {
        try integer($0, "working_days", 1...366)
      },
      releaseDays: try map.optionalMap("releases", keys: ["days_before"]).map {
        try integer($0, "days_before", 0...366)
      }, calendar: try calendar(map))
  }

  private static func values(_ map: YAMLMap) throws -> MonitorRules.Values? {
    guard let own = try map.optionalMap("values", keys: ["least_rows", "nights"]) else { return nil }
    return MonitorRules.Values(
      rows: try integer(own, "least_rows", 1...1_000_000), nights: try integer(own, "nights", 1...366))
  }

  private static func titles(_ map: YAMLMap) throws -> MonitorRules.Titles? {
    guard let own = try map.optionalMap("titles", keys: ["exports", "points", "least"]) else { return nil }
    return MonitorRules.Titles(
      exports: try integer(own, "exports", 1...100), points: try number(own, "points"),
      least: try integer(own, "least", 1...1_000_000))
  }

  private static func files(_ map: YAMLMap) throws -> MonitorRules.Files? {
    guard let own = try map.optionalMap("files", keys: ["history", "least", "deviations", "rows_floor", "share_floor"])
    else { return nil }
    return MonitorRules.Files(
      history: try integer(own, "history", 3...1000), least: try integer(own, "least", 3...1000),
      deviations: try number(own, "deviations"), rowsFloor: try number(own, "rows_floor"),
      shareFloor: try number(own, "share_floor"))
  }

  private static func market(_ map: YAMLMap) throws -> MonitorRules.Market? {
    guard
      let own = try map.optionalMap(
        "market", keys: ["every", "level", "after_days", "least", "deviations", "floor"])
    else { return nil }
    let units: [String: Period.Unit] = ["month": .month, "quarter": .quarter]
    let every = try own.text("every")
    guard let unit = units[every] else { throw own.bad("every", "every 不能是 \(every)", "写成 month 或 quarter") }
    return MonitorRules.Market(
      unit: unit, level: try integer(own, "level", 1...4), after: try integer(own, "after_days", 0...366),
      least: try integer(own, "least", 1...1_000_000), deviations: try number(own, "deviations"),
      floor: try number(own, "floor"))
  }

  private static func warning(_ map: YAMLMap) throws -> WarningLevel? {
    guard let own = try map.optionalMap("forecast", keys: ["least"]) else { return nil }
    let text = try own.text("least")
    guard let level = WarningLevel.allCases.first(where: { $0.id == text }) else {
      throw own.bad("least", "least 不能是 \(text)", "可用: \(WarningLevel.allCases.map(\.id).joined(separator: " "))")
    }
    return level
  }

  private static func calendar(_ map: YAMLMap) throws -> WorkingDays {
    try map.optionalMap("calendar", keys: WorkingDaysReader.keys).map(WorkingDaysReader.calendar)
      ?? WorkingDays(holidays: [], workdays: [])
  }

  private static func integer(_ map: YAMLMap, _ key: String, _ range: ClosedRange<Int>) throws -> Int {
    guard let value = try map.optionalInteger(key, limit: range.upperBound), range.contains(value) else {
      throw map.bad(key, "\(key) 应为 \(range.lowerBound) 至 \(range.upperBound) 的整数", "改为这个范围内的数")
    }
    return value
  }

  private static func number(_ map: YAMLMap, _ key: String) throws -> Double {
    guard let value = try map.optionalNumber(key), value > 0 else {
      throw map.bad(key, "\(key) 应为大于 0 的数", "写成 \(key): 4")
    }
    return value
  }
}
