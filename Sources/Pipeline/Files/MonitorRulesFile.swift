import Declarations
import Domain
import Foundation

/// Reads `rules/monitor.yaml`.
enum MonitorRulesFile {
  /// - Throws: `PipelineError` that names file, line and column of what is wrong.
  static func read(_ folder: String) throws -> MonitorRules {
    let path = "\(folder)/monitor.yaml"
    guard FileManager.default.fileExists(atPath: path) else {
      throw PipelineError(
        500, .noInput, at: path, "没有监测的规则文件, 而流程文件中写了 night", remedy: "把程序自带的 Pipelines/rules/monitor.yaml 复制到这里")
    }
    let map = try YAMLMap(
      file: path, keys: ["late", "files", "values", "market", "forecast", "archives", "releases", "calendar"])
    let late = try map.map("late", keys: ["follow"])
    let values = try map.map("values", keys: ["least_rows", "nights"])
    let archives = try map.map("archives", keys: ["working_days"])
    let releases = try map.map("releases", keys: ["days_before"])
    return MonitorRules(
      follow: try integer(late, "follow", 1...60), files: try files(map),
      valueRows: try integer(values, "least_rows", 1...1_000_000), valueNights: try integer(values, "nights", 1...366),
      market: try market(map), warning: try warning(map),
      archiveDays: try integer(archives, "working_days", 1...366),
      releaseDays: try integer(releases, "days_before", 0...366), calendar: try calendar(map))
  }

  private static func files(_ map: YAMLMap) throws -> MonitorRules.Files {
    let own = try map.map("files", keys: ["history", "least", "deviations", "rows_floor", "share_floor"])
    return MonitorRules.Files(
      history: try integer(own, "history", 3...1000), least: try integer(own, "least", 3...1000),
      deviations: try number(own, "deviations"), rowsFloor: try number(own, "rows_floor"),
      shareFloor: try number(own, "share_floor"))
  }

  private static func market(_ map: YAMLMap) throws -> MonitorRules.Market {
    let own = try map.map("market", keys: ["every", "level", "after_days", "least", "deviations", "floor"])
    let units: [String: Period.Unit] = ["month": .month, "quarter": .quarter]
    let every = try own.text("every")
    guard let unit = units[every] else { throw own.bad("every", "every 不能是 \(every)", "写成 month 或 quarter") }
    return MonitorRules.Market(
      unit: unit, level: try integer(own, "level", 1...4), after: try integer(own, "after_days", 0...366),
      least: try integer(own, "least", 1...1_000_000), deviations: try number(own, "deviations"),
      floor: try number(own, "floor"))
  }

  private static func warning(_ map: YAMLMap) throws -> WarningLevel {
    let own = try map.map("forecast", keys: ["least"])
    let text = try own.text("least")
    guard let level = WarningLevel.allCases.first(where: { $0.id == text }) else {
      throw own.bad("least", "least 不能是 \(text)", "可用: \(WarningLevel.allCases.map(\.id).joined(separator: " "))")
    }
    return level
  }

  private static func calendar(_ map: YAMLMap) throws -> WorkingDays {
    try WorkingDaysReader.calendar(try map.map("calendar", keys: WorkingDaysReader.keys))
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
